"""How does JSON text become plain data, and where in the text does each of its values stand?"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import Any, NoReturn

import yaml

from sdkloom.ir.base import Json
from sdkloom.load.yaml_data import MAX_DEPTH, TOO_DEEP, Refused, read_float

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_LONG_NUMBER = re.compile(r"-?[0-9]{4000,}")


def read_json(source: str) -> Json:
    """The data of a JSON text. Raises Refused where it is none, or where a key stands twice."""
    try:
        data: Json = json.loads(
            source, object_pairs_hook=_unique, parse_constant=_refuse_constant, parse_float=read_float
        )
        if _SURROGATE.search(source):
            json.dumps(data, ensure_ascii=False).encode("utf-8")
    except (_Doubtful, UnicodeEncodeError):
        raise _second_look(source) from None
    except (ValueError, RecursionError) as problem:
        raise _refusal(source, problem) from None
    if _depth(data) > MAX_DEPTH:
        raise _too_deep(source)
    return data


class _Doubtful(Exception):
    """Something is wrong that only a slower reading can place."""


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Doubtful
    return found


def _refuse_constant(_: str) -> NoReturn:
    raise _Doubtful


def _depth(data: Json) -> int:
    deepest = 0
    waiting: list[tuple[Any, int]] = [(data, 0)]
    while waiting:
        node, depth = waiting.pop()
        deepest = max(deepest, depth)
        parts = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        waiting += [(part, depth + 1) for part in parts if isinstance(part, dict | list)]
    return deepest


def _refusal(source: str, problem: ValueError | RecursionError) -> Refused:
    if isinstance(problem, json.JSONDecodeError):
        detail = f"{problem.msg[:1].lower()}{problem.msg[1:]}"
        return Refused("E102", detail, (problem.lineno - 1, problem.colno - 1))
    if isinstance(problem, RecursionError):
        return _too_deep(source)
    found = _LONG_NUMBER.search(source)
    return Refused(
        "E107", "a number of thousands of digits", _Marks(source).place(found.start() if found else 0)
    )


def _too_deep(source: str) -> Refused:
    depth, place = 0, 0
    for token in _TOKEN.finditer(source):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token[0], 0)
        if depth > MAX_DEPTH:
            place = token.start()
            break
    return Refused("E107", TOO_DEEP, _Marks(source).place(place))


def _second_look(source: str) -> Refused:
    """Why a text is refused although each part of it can be read."""
    try:
        json.loads(source)
    except (ValueError, RecursionError) as problem:
        return _refusal(source, problem)
    return _find_fault(compose_json(source))


def _find_fault(root: Any) -> Refused:
    """The first key that stands twice, or value that JSON does not have."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        place = node.start_mark.line, node.start_mark.column
        if isinstance(node, yaml.ScalarNode):
            if any("\ud800" <= character <= "\udfff" for character in node.value):
                return Refused("E107", "half of a surrogate pair, which no encoding can hold", place)
            if node.style is None and node.value in {"NaN", "Infinity", "-Infinity"}:
                return Refused("E102", f"JSON has no `{node.value}`", place)
        elif isinstance(node, yaml.SequenceNode):
            waiting += reversed(node.value)
        else:
            keys: dict[str, Any] = {}
            for key, _ in node.value:
                if key.value in keys:
                    here, first = key.start_mark, keys[key.value]
                    return Refused(
                        "E104", f"`{key.value}`", (here.line, here.column), (first.line, first.column)
                    )
                keys[key.value] = key.start_mark
            waiting += reversed([part for pair in node.value for part in pair])
    return Refused("E102", "it cannot be read", (0, 0))


def compose_json(source: str) -> Any:
    """The text as a graph of YAML nodes, for their marks. It must be JSON, as `read_json` finds out."""
    marks = _Marks(source)
    frames: list[tuple[Any, list[Any]]] = []
    done: list[Any] = []
    for token in _TOKEN.finditer(source):
        text = token[0]
        if text in "{[":
            frames.append((token, done))
            done = []
        elif text in "}]":
            opening, outer = frames.pop()
            start, end = marks.at(opening.start()), marks.at(token.end())
            if text == "]":
                outer.append(yaml.SequenceNode("", done, start, end))
            else:
                outer.append(yaml.MappingNode("", list(zip(done[::2], done[1::2], strict=True)), start, end))
            done = outer
        elif text not in ":,":
            quoted = text[0] == '"'
            value = json.loads(text) if "\\" in text else text.strip('"')
            style = '"' if quoted else None
            done.append(yaml.ScalarNode("", value, marks.at(token.start()), marks.at(token.end()), style))
    return done[0]


class _Marks:
    """Turns offsets into lines and columns, both counted from 0."""

    def __init__(self, source: str) -> None:
        self.starts = [0, *(match.end() for match in re.finditer("\n", source))]

    def at(self, offset: int) -> yaml.Mark:
        line, column = self.place(offset)
        return yaml.Mark("", offset, line, column, "", 0)

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset) - 1
        return line, offset - self.starts[line]
