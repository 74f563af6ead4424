"""How does YAML text become plain data, with YAML 1.2's idea of scalars and bounds on what it may cost?"""

from __future__ import annotations

import re
from collections.abc import Callable
from math import isfinite
from typing import Any

import yaml

from sdkloom.ir.base import Json

MAX_DEPTH = 200
"""Deeper nesting than this is an attack, and would exhaust the stack of what reads the data."""

TOO_DEEP = f"it is nested more than {MAX_DEPTH} levels deep"

_MAX_COPIED = 1_000_000
_TEXT_UNIT = 50  # so many characters of copied text count as one value
_MAX_DIGITS = 3_500  # as many of base 16 are fewer than the 4,300 that can be written as decimals
_CORE = "tag:yaml.org,2002:"

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# YAML 1.2's core schema, except that digits after a leading zero stay text: an id more often than a count.
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)|0x[0-9a-fA-F]+|0o[0-7]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, Json] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}


class Refused(Exception):
    """The text is well formed, and refused all the same; lines and columns count from 0."""

    def __init__(
        self, code: str, detail: str, place: tuple[int, int], first: tuple[int, int] | None = None
    ) -> None:
        super().__init__(detail)
        self.code, self.detail, self.place, self.first = code, detail, place, first


def read_yaml(source: str) -> Json:
    """The data of one YAML document. Raises Refused, or yaml.YAMLError where the text is no YAML."""
    parser = _Parser(source)
    try:
        return _Builder(parser.get_event).document()
    finally:
        parser.dispose()


class _Builder:
    """Builds data straight from the event stream: several times as fast as composing nodes first."""

    def __init__(self, next_event: Callable[[], Any]) -> None:
        self.next_event = next_event
        self.anchors: dict[str, Json] = {}
        self.copied = 0

    def document(self) -> Json:
        self.next_event()  # the start of the stream
        event = self.next_event()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        data = self.value(self.next_event(), 0)
        self.next_event()  # the end of the document
        event = self.next_event()
        if not isinstance(event, yaml.StreamEndEvent):
            raise Refused("E102", "a second document begins here", _place(event))
        return data

    def value(self, event: Any, depth: int) -> Json:
        kind = type(event)
        if depth > MAX_DEPTH:
            raise Refused("E107", TOO_DEEP, _place(event))
        if kind is yaml.AliasEvent:
            return self._alias(event, depth)
        data: Json
        if kind is yaml.ScalarEvent:
            data = _scalar(event)
        elif kind is yaml.MappingStartEvent:
            data = self._mapping(event, depth)
        else:
            data = self._sequence(event, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = data
        return data

    def _sequence(self, start: Any, depth: int) -> Json:
        _refuse_tag(start, "seq")
        found: list[Json] = []
        while type(event := self.next_event()) is not yaml.SequenceEndEvent:
            found.append(self.value(event, depth + 1))
        return found

    def _mapping(self, start: Any, depth: int) -> Json:
        _refuse_tag(start, "map")
        found: dict[str, Json] = {}
        events: dict[str, Any] = {}
        merged: dict[str, Json] = {}
        while type(event := self.next_event()) is not yaml.MappingEndEvent:
            if type(event) is yaml.ScalarEvent and event.value == "<<" and _is_merge(event):
                for key, value in self._merged(self.next_event(), depth):
                    merged.setdefault(key, value)
                continue
            key = self._key(event)
            if key in events:
                raise Refused("E104", f"`{key}`", _place(event), _place(events[key]))
            events[key] = event
            found[key] = self.value(self.next_event(), depth + 1)
        return {**merged, **found} if merged else found

    def _merged(self, event: Any, depth: int) -> list[tuple[str, Json]]:
        """What `<<` brings in: an object, or several, of which the earlier win; own keys win over all."""
        value = self.value(event, depth + 1)
        several = value if isinstance(value, list) else [value]
        if not all(isinstance(one, dict) for one in several):
            raise Refused("E107", "`<<` brings in something that is not an object", _place(event))
        return [pair for one in several if isinstance(one, dict) for pair in one.items()]

    def _key(self, event: Any) -> str:
        """Keys are text, as they are written: a status code, and `no`, stay what their author wrote."""
        if type(event) is yaml.ScalarEvent:
            if event.anchor is not None:
                self.anchors[event.anchor] = event.value
            return str(event.value)
        known = self.anchors.get(str(event.anchor)) if type(event) is yaml.AliasEvent else None
        if isinstance(known, str):
            return known
        raise Refused("E107", "a key that is not text", _place(event))

    def _alias(self, event: Any, depth: int) -> Json:
        if event.anchor not in self.anchors:
            raise Refused(
                "E107", f"the alias `{event.anchor}` stands before or inside its anchor", _place(event)
            )
        return self._copy(self.anchors[event.anchor], depth, event)

    def _copy(self, data: Json, depth: int, event: Any) -> Json:
        """Later stages change data in place, so an alias is a copy; what copies may add up to is bounded."""
        self.copied += 1 + (len(data) // _TEXT_UNIT if isinstance(data, str) else 0)
        if self.copied > _MAX_COPIED or depth > MAX_DEPTH:
            raise Refused("E107", "its aliases expand beyond all reason", _place(event))
        if isinstance(data, dict):
            return {key: self._copy(value, depth + 1, event) for key, value in data.items()}
        if isinstance(data, list):
            return [self._copy(value, depth + 1, event) for value in data]
        return data


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line, event.start_mark.column


def _is_merge(event: Any) -> bool:
    return bool(event.implicit[0] or event.tag == _CORE + "merge")


def _refuse_tag(event: Any, *allowed: str) -> None:
    tag = event.tag
    if tag is not None and tag != "!" and tag not in {_CORE + name for name in allowed}:
        raise Refused("E107", f"the tag `{tag}`", _place(event))


def _scalar(event: Any) -> Json:
    if event.implicit[0] and event.tag is None:
        return _plain(event.value, event)
    if event.tag is None or event.implicit[1]:
        return str(event.value)
    _refuse_tag(event, "str", "int", "float", "bool", "null")
    return str(event.value) if event.tag in {"!", _CORE + "str"} else _plain(event.value, event)


def _plain(text: str, event: Any) -> Json:
    if text[:1] not in "-+.0123456789" or not text:
        return _WORDS.get(text, text)
    if _INTEGER.fullmatch(text):
        if len(text) > _MAX_DIGITS:
            raise Refused("E107", f"a number of more than {_MAX_DIGITS} digits", _place(event))
        return int(text, 0) if text[:2] in {"0x", "0o"} else int(text)
    if _FLOAT.fullmatch(text) and not _is_padded(text):
        return read_float(text)
    return text


def read_float(text: str) -> Json:
    """A number; one that is larger than all that can be held stays text."""
    number = float(text)
    return number if isfinite(number) else text


def _is_padded(text: str) -> bool:
    digits = text.lstrip("-+")
    return digits[:1] == "0" and digits[1:2].isdigit()
