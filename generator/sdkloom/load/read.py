"""The only reader of documents: how does a file become plain data?"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sdkloom.diagnostics import Report, Spot
from sdkloom.ir.base import Json, Source

# A document that is larger than this many nodes once its aliases are expanded is an attack, not an API.
_MAX_NODES = 20_000_000
_MAX_DEPTH = 400

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Text:
    """A file as it was read: the name to show, and its bytes."""

    file: str
    data: bytes


class _Refused(Exception):
    """The YAML is well formed, and refused all the same."""

    def __init__(self, code: str, detail: str, mark: Any, also: Any = None) -> None:
        super().__init__(detail)
        self.code, self.detail, self.mark, self.also = code, detail, mark, also


class _Loader(_Base):  # type: ignore[misc]
    """YAML 1.2's core schema: only `true` and `false` are booleans, dates are text, keys are text and stand once."""

    def flatten_mapping(self, node: Any) -> None:
        """Remember which keys are the mapping's own before `<<` brings in others, which its own win over."""
        own = self.__dict__.setdefault("_own_keys", {})
        own.setdefault(id(node), frozenset(id(key) for key, _ in node.value))
        super().flatten_mapping(node)

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        self.flatten_mapping(node)
        own = self.__dict__["_own_keys"][id(node)]
        found: dict[Hashable, Any] = {}
        places: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key in places and id(key_node) in own:
                raise _Refused("E104", f"`{key}`", key_node.start_mark, places[key])
            if id(key_node) in own:
                places[key] = key_node.start_mark
            found[key] = self.construct_object(value_node, deep=True)
        return found

    def _key(self, node: Any) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise _Refused("E107", "a key that is not text", node.start_mark)
        return str(node.value)


def _refuse_tag(loader: Any, node: Any) -> None:
    raise _Refused("E107", f"the tag `{node.tag}`", node.start_mark)


def _construct_mapping(loader: Any, node: Any) -> Any:
    return loader.construct_mapping(node, deep=True)


_REPLACED = {f"tag:yaml.org,2002:{kind}" for kind in ("timestamp", "bool", "int")}
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _REPLACED]
    for first, resolvers in _Base.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*|0x[0-9a-fA-F]+)$"), list("-+0123456789")
)
_Loader.add_constructor("tag:yaml.org,2002:map", _construct_mapping)
_Loader.add_constructor(None, _refuse_tag)


def read_text(path: Path, shown: str, report: Report, at: Source | None = None) -> Text | None:
    """The bytes of a file, or a diagnostic."""
    try:
        return Text(shown, path.read_bytes())
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        report.add("E101", at, f"`{shown}`", hint=f"{reason[:1].lower()}{reason[1:]}")
        return None


def parse(text: Text, report: Report) -> Json:
    """The data of a JSON or YAML file; None and a diagnostic where it is neither."""
    try:
        source = text.data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = text.data[: problem.start].count(b"\n") + 1
        _report_at(report, "E102", text, "", line, 1, "it is not UTF-8 text")
        return None
    if source.lstrip()[:1] in {"{", "["}:
        try:
            return _parse_json(source)
        except (ValueError, RecursionError):
            pass  # YAML reads what JSON does not, and says better where it stops
    return _parse_yaml(text, source, report)


def _parse_json(source: str) -> Json:
    def unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise ValueError("a key stands twice")
        return found

    data: Json = json.loads(source, object_pairs_hook=unique)
    return data


def _parse_yaml(text: Text, source: str, report: Report) -> Json:
    try:
        loader = _Loader(source)
        try:
            node = loader.get_single_node()
            _check_size(node)
            data: Json = loader.construct_document(node) if node is not None else None
            return data
        finally:
            loader.dispose()
    except _Refused as refused:
        also = ()
        if refused.also is not None:
            first = Source(text.file, f"line {refused.also.line + 1}")
            report.spot(first, _spot(text.file, source, refused.also.line + 1, refused.also.column + 1))
            also = (first,)
        line, column = refused.mark.line + 1, refused.mark.column + 1
        _report_at(report, refused.code, text, source, line, column, refused.detail, also)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        detail = getattr(problem, "problem", None) or "unreadable characters"
        _report_at(report, "E102", text, source, line, column, str(detail))
    except (RecursionError, ValueError) as problem:
        detail = "it is nested too deeply" if isinstance(problem, RecursionError) else str(problem)
        _report_at(report, "E107", text, source, 1, 1, detail)
    return None


def _check_size(root: Any) -> None:
    """Aliases make a small text a huge tree: count the tree without building it."""
    sizes: dict[int, int] = {}
    depths: dict[int, int] = {}
    waiting: list[tuple[Any, bool]] = [(root, False)]
    open_nodes: set[int] = set()
    while waiting:
        node, closing = waiting.pop()
        if node is None or isinstance(node, yaml.ScalarNode):
            continue
        parts = [part for pair in node.value for part in (pair if isinstance(pair, tuple) else (pair,))]
        if closing:
            open_nodes.discard(id(node))
            sizes[id(node)] = 1 + sum(sizes.get(id(part), 1) for part in parts)
            depths[id(node)] = 1 + max((depths.get(id(part), 0) for part in parts), default=0)
            if sizes[id(node)] > _MAX_NODES:
                raise _Refused("E107", "its aliases expand to more than 20 million nodes", node.start_mark)
            if depths[id(node)] > _MAX_DEPTH:
                raise _Refused("E107", f"it is nested more than {_MAX_DEPTH} levels deep", node.start_mark)
        elif id(node) in open_nodes:
            raise _Refused("E107", "an alias contains itself", node.start_mark)
        elif id(node) not in sizes:
            open_nodes.add(id(node))
            waiting.append((node, True))
            waiting += [(part, False) for part in parts]


def _spot(file: str, source: str, line: int, column: int, pointer: str = "") -> Spot:
    lines = source.split("\n")
    text = lines[line - 1].rstrip("\r") if 0 < line <= len(lines) else ""
    word = text[column - 1 :].split(" ")[0]
    return Spot(file, line, min(column, len(text) + 1), max(1, len(word.rstrip(":"))), pointer, text)


def _report_at(
    report: Report, code: str, text: Text, source: str, line: int, column: int, detail: str, also: tuple[Source, ...] = ()
) -> None:
    at = Source(text.file, f"line {line} column {column}")
    report.spot(at, _spot(text.file, source, line, column))
    report.add(code, at, detail, also=also)
