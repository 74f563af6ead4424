"""What does a snapshot say? Its data become a surface again, or a diagnostic at the place that is damaged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NoReturn, TypeVar

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Default, Json, Source, escape
from sdkloom.ir.types import Type
from sdkloom.surface.expressions import Unreadable, read_type
from sdkloom.surface.model import (
    Answer,
    Argument,
    Client,
    Meaning,
    OtherAnswer,
    Pages,
    PublicCall,
    PublicField,
    PublicOption,
    PublicType,
    Record,
    Shape,
    Surface,
    Values,
    Webhooks,
)
from sdkloom.surface.snapshot import FORMAT

_Made = TypeVar("_Made")


class _Damaged(Exception):
    """A snapshot is not what was written."""

    def __init__(self, source: Source, why: str) -> None:
        super().__init__(why)
        self.source = source


@dataclass(frozen=True, slots=True)
class _Node:
    """Data of a snapshot, and where they stand."""

    data: Json
    source: Source

    def refuse(self, why: str, *steps: str) -> NoReturn:
        pointer = "/".join((self.source.pointer, *map(escape, steps)))
        raise _Damaged(Source(self.source.file, pointer), why)

    def object(self) -> Mapping[str, Json]:
        if not isinstance(self.data, Mapping):
            self.refuse("an object is wanted here")
        return self.data

    def at(self, key: str, usual: Json = None) -> _Node:
        return _Node(
            self.object().get(key, usual),
            Source(self.source.file, f"{self.source.pointer}/{escape(key)}"),
        )

    def has(self, key: str) -> bool:
        return key in self.object()

    def text(self, key: str, usual: str | None = None) -> str:
        if not self.has(key) and usual is None:
            self.refuse(f"`{key}` is missing")
        value = self.object().get(key, usual)
        if not isinstance(value, str):
            self.refuse(f"`{key}` is a text", key)
        return value

    def flag(self, key: str) -> bool:
        value = self.object().get(key, False)
        if not isinstance(value, bool):
            self.refuse(f"`{key}` is true or false", key)
        return value

    def list(self, key: str) -> tuple[Json, ...]:
        value = self.object().get(key, [])
        if not isinstance(value, list):
            self.refuse(f"`{key}` is a list", key)
        return tuple(value)

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.list(key)
        if not all(isinstance(value, str) for value in values):
            self.refuse(f"`{key}` is a list of texts", key)
        return tuple(map(str, values))

    def type(self, key: str) -> Type:
        if not self.has(key):
            self.refuse(f"`{key}` is missing")
        try:
            return read_type(self.object()[key])
        except Unreadable as problem:
            self.refuse(str(problem), key, *problem.steps)

    def type_if_any(self, key: str) -> Type | None:
        return self.type(key) if self.has(key) else None

    def default(self) -> Default | None:
        return Default(self.object()["default"]) if self.has("default") else None

    def each(self, key: str, make: Callable[[str, _Node], _Made]) -> dict[str, _Made]:
        inside = self.at(key, {})
        return {name: make(name, inside.at(name)) for name in inside.object()}

    def named_texts(self, key: str) -> dict[str, str]:
        inside = self.at(key, {})
        return {name: inside.text(name) for name in inside.object()}


def read_surface(data: Json, file: str, report: Report) -> Surface | None:
    """The surface in a snapshot; None after a diagnostic."""
    node = _Node(data, Source(file, "#"))
    try:
        written = node.object().get("surface")
        if isinstance(written, int) and not isinstance(written, bool) and written > FORMAT:
            report.add(
                "E603",
                Source(file, "#/surface"),
                f"{written}, and {FORMAT} is the latest that is known here",
                hint="compare with the version of sdkloom that wrote it, or a later one",
            )
            return None
        if written != FORMAT or isinstance(written, bool):
            node.refuse(f"`surface` says which format this is, and has to be {FORMAT}", "surface")
        return Surface(
            node.each("calls", _call),
            node.each("types", _type),
            _client(node.at("client", {})),
            _webhooks(node.at("webhooks", {})),
            node.text("version", ""),
            node.source,
        )
    except _Damaged as problem:
        hint = "take it from version control again; it is written by `sdkloom diff --release` alone"
        report.add("E601", problem.source, str(problem), hint=hint)
        return None


def _client(node: _Node) -> Client:
    packages = node.at("packages", {})
    return Client(
        node.text("title", ""),
        {name: packages.named_texts(name) for name in packages.object()},
        node.each("options", _option),
        node.named_texts("variables"),
        node.named_texts("servers"),
        node.named_texts("errors"),
        node.type_if_any("error"),
    )


def _option(_: str, node: _Node) -> PublicOption:
    return PublicOption(node.text("variable"), node.type("type"), node.flag("required"))


def _call(name: str, node: _Node) -> PublicCall:
    pages = node.at("pages")
    return PublicCall(
        name,
        node.text("operation"),
        node.each("arguments", _argument),
        node.text("params", ""),
        _answer(node),
        tuple(_variant(node, number) for number in range(len(node.list("variants")))),
        Pages(pages.text("kind"), pages.text("name"), pages.type("item")) if node.has("pages") else None,
        node.texts("others"),
        node.texts("former"),
        node.flag("deprecated"),
        node.text("docs", ""),
        node.source,
        node.texts("former_params"),
    )


def _answer(node: _Node) -> Answer:
    return Answer(node.type_if_any("returns"), node.text("stream", ""))


def _variant(node: _Node, number: int) -> OtherAnswer:
    source = Source(node.source.file, f"{node.source.pointer}/variants/{number}")
    part = _Node(node.list("variants")[number], source)
    return OtherAnswer(part.text("when"), part.at("is").data, _answer(part))


def _argument(name: str, node: _Node) -> Argument:
    position = node.at("position", 0)
    if not isinstance(position.data, int):
        position.refuse("`position` is a number")
    return Argument(
        name,
        node.text("place"),
        node.text("wire", name),
        node.type("type"),
        node.flag("required"),
        node.default(),
        node.flag("deprecated"),
        node.texts("former"),
        position.data,
        node.source,
    )


def _type(name: str, node: _Node) -> PublicType:
    used = node.texts("used")
    return PublicType(
        name,
        _shape(node),
        "sent" in used,
        "received" in used,
        node.text("sent_name", ""),
        node.texts("others"),
        node.texts("former"),
        node.flag("deprecated"),
        node.text("docs", ""),
        node.source,
        node.texts("former_sent"),
    )


def _shape(node: _Node) -> Shape:
    if node.has("fields"):
        return Record(node.each("fields", _field), node.type_if_any("extra"))
    if node.has("values"):
        return Values(node.list("values"), node.flag("open"))
    if node.has("means"):
        return Meaning(node.type("means"))
    return node.refuse("a type has `fields`, or `values`, or says what it `means`")


def _field(wire: str, node: _Node) -> PublicField:
    return PublicField(
        wire,
        node.text("name", wire),
        node.type("type"),
        node.flag("required"),
        node.text("only", ""),
        node.default(),
        node.flag("deprecated"),
        node.texts("former"),
        node.source,
    )


def _webhooks(node: _Node) -> Webhooks:
    events = node.at("events", {})
    return Webhooks(
        node.text("resource", ""),
        node.texts("methods"),
        {name: events.type(name) for name in events.object()},
    )
