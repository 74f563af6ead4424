"""How does a user say that answers come in pages?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sdkloom.config_kinds import Choice, Chooser, Kind, MapOf, Number, Record, Text
from sdkloom.ir.base import Json, escape

Style = Literal["cursor", "offset", "page", "link", "next_url"]

_STEP = r"[^.\s\[\]]+"
_DOTTED = rf"{_STEP}(\.{_STEP})*"
_PATH = Text("a path such as `data` or `meta.next`", _DOTTED)
_HEADER = r"header [^\s:]+"
_COUNT = Text("a path such as `meta.total`, or a header such as `header X-Total`", rf"{_DOTTED}|{_HEADER}")
_CURSOR = Text(
    "a path such as `next_cursor`, one into the last item such as `data[-1].id`, or a header such as "
    "`header X-Next`",
    rf"{_DOTTED}|({_DOTTED})?\[-1\]\.{_DOTTED}|{_HEADER}",
)
_RULE = Text("the name of a rule such as `cursor_page`", r"[A-Za-z][A-Za-z0-9_]*")

# What a style cannot do without, and what else it knows besides `items`, `more` and `limit`.
_NEEDED = {
    "cursor": ("send", "read"),
    "offset": ("send",),
    "page": ("send",),
    "link": (),
    "next_url": ("read",),
}
_CHOSEN_BY_STYLE = ("send", "read", "total", "last", "first")
_KNOWN = {
    "cursor": ("send", "read"),
    "offset": ("send", "total"),
    "page": ("send", "total", "last", "first"),
    "link": (),
    "next_url": ("read",),
}


def _said(kind: Kind, help: str) -> str:
    """A text that need not be there."""
    found: str = field(default="", metadata={"kind": kind, "help": help})
    return found


@dataclass(frozen=True, slots=True)
class PageRule:
    """How answers come in pages, in the names of the wire; "" is what is not said.

    Paths are dotted, and lead into the answer; that of a cursor may lead into the last item of a list. What
    stands in a header of the answer is `header X-Next`.
    """

    style: Style = field(
        default="cursor",
        metadata={
            "kind": Choice(("cursor", "offset", "page", "link", "next_url")),
            "help": "How the next page is asked for: by a value of this page, by the number of items or "
            "pages before it, or by its URL in the `Link` header or in the answer.",
        },
    )
    items: str = _said(_PATH, "The path of the list in the answer; absent where the answer is the list.")
    send: str = _said(_PATH, "The parameter, or field of the body, with the cursor, offset or page number.")
    read: str = _said(_CURSOR, "The path of the next cursor or URL in the answer.")
    more: str = _said(_PATH, "The path of a flag that is false on the last page.")
    limit: str = _said(_PATH, "The parameter, or field of the body, with the size of a page.")
    total: str = _said(_COUNT, "The path of the number of all items.")
    last: str = _said(_COUNT, "The path of the number of pages.")
    first: int | None = field(
        default=None, metadata={"kind": Number(int), "help": "The number of the first page; usually 1."}
    )


class RuleName:
    """The name of a rule, or `false` for none of them, which is read as ""."""

    def read(self, value: Json, pointer: str, chooser: Chooser) -> str:
        return "" if value is False else _RULE.read(value, pointer, chooser)

    def schema(self) -> dict[str, Json]:
        return {"anyOf": [_RULE.schema(), {"const": False}]}


class PageRules:
    """`cursor_page: {style: cursor, items: data, send: after, read: last_id}`: rules by their names."""

    _KIND = MapOf(Record(PageRule()), key=_RULE)

    def read(self, value: Json, pointer: str, chooser: Chooser) -> dict[str, PageRule]:
        rules = self._KIND.read(value, pointer, chooser)
        for name, rule in rules.items():
            given = value[name] if isinstance(value, Mapping) else None
            if isinstance(given, Mapping) and rule.style in _NEEDED:
                self._check(rule, given, f"{pointer}/{escape(name)}", chooser)
        return rules

    def _check(self, rule: PageRule, given: Mapping[str, Json], pointer: str, chooser: Chooser) -> None:
        if "style" not in given:
            chooser.refuse(pointer, "a rule for pages needs a `style`", hint="e.g. `style: cursor`")
            return
        for key in _NEEDED[rule.style]:
            if key not in given:
                chooser.refuse(pointer, f"pages in the style `{rule.style}` need `{key}`")
        for key in _CHOSEN_BY_STYLE:
            if key not in given or key in _KNOWN[rule.style]:
                continue
            chooser.refuse(f"{pointer}/{key}", f"`{key}` means nothing in the style `{rule.style}`")

    def schema(self) -> dict[str, Json]:
        found = self._KIND.schema()
        named = found["patternProperties"]
        assert isinstance(named, Mapping)
        needing = {pattern: {**dict(_object(rule)), "required": ["style"]} for pattern, rule in named.items()}
        return {**found, "patternProperties": needing}


def _object(value: Json) -> Mapping[str, Json]:
    assert isinstance(value, Mapping)
    return value
