"""How is an answer chosen for a test, and what is checked of the result?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from sdkloom.config import Config
from sdkloom.example.parts import Answer, Events
from sdkloom.ir.api import Api
from sdkloom.ir.base import Json
from sdkloom.ir.types import (
    Alias,
    ListType,
    Model,
    NullableType,
    RefType,
    Type,
    UnionType,
)
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import
from sdkloom.targets.python.spelled import Home, Spelled
from sdkloom.targets.python.spelling import SPELLING
from sdkloom.targets.python.testing.values import bytes_code
from sdkloom.targets.python.types import quote, value_code

_PLAIN = Import(".wire", "plain")
_CLASSES = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}
_OF_SERVERS, _OTHER = "InternalServerError", "APIStatusError"  # those from 500, and the rest below

Hoist = Callable[[Json, str], Code]
"""Gives a JSON value a name in the module, after what it is, where it is worth one."""


@dataclass(frozen=True, slots=True)
class Results:
    """Writes answers and checks for the tests of one module."""

    api: Api
    config: Config
    spelled: Spelled
    package: Identifier
    names: Mapping[Home, str]
    hoist: Hoist

    def answer(self, answer: Answer) -> Code:
        """The choice of an answer: `answer(json=MODEL)`."""
        if answer.events is not None:
            return self._stream(answer, answer.events)
        status = [] if answer.status == 200 else [str(answer.status)]
        kind, usual = "", ""
        if answer.json is not None:
            kind, usual = f"json={self._json(answer).text}", "application/json"
        elif answer.text is not None:
            kind, usual = f"text={quote(answer.text)}", "text/plain"
        elif answer.content is not None:
            kind = f"content={bytes_code(answer.content).text}"
        more = [f"content_type={quote(answer.media_type)}"] if answer.media_type != usual else []
        more += [f"headers={value_code(dict(answer.headers)).text}"] if answer.headers else []
        return Code(f"answer({', '.join((*status, *([kind] if kind else ()), *more))})")

    def _json(self, answer: Answer) -> Code:
        assert answer.json is not None
        what = "error" if answer.status >= 400 else self._word(answer.type)
        return self.hoist(answer.json[0], what)

    def _word(self, node: Type | None) -> str:
        """What a value is called: after its class where it is of one."""
        match node:
            case RefType(id) if id in self.spelled.received:
                return self.spelled.received[id].name
            case NullableType(inner):
                return self._word(inner)
            case ListType(item, _):
                return f"{self._word(item)}List"
        return "Answer"

    def _stream(self, answer: Answer, events: Events) -> Code:
        given = self._events(events).text
        listed = [given[1:-1] if given.startswith("[") else f"*{given}"]
        listed += [] if events.sentinel is None else [f"sentinel={quote(events.sentinel)}"]
        listed += [f"framing={quote(events.framing.value)}"] if events.framing.value != "sse" else []
        if answer.media_type != "text/event-stream":
            listed.append(f"content_type={quote(answer.media_type)}")
        return Code(f"stream({', '.join(listed)})")

    def _events(self, events: Events) -> Code:
        return self.hoist(list(events.values), "events")

    def checks(self, answer: Answer) -> Iterator[Code]:
        """What is to be true of the result."""
        if answer.events is not None:
            yield from self._event_checks(answer.events, answer.type)
        elif answer.content is not None:
            yield Code(f"result.read() == {bytes_code(answer.content).text}")
        elif answer.text is not None:
            yield Code(f"result == {quote(answer.text)}")
        elif answer.json is None or answer.type is None:
            yield Code("result is None")
        else:
            yield from self._json_checks(answer, answer.type, answer.json[0])

    def _json_checks(self, answer: Answer, node: Type, value: Json) -> Iterator[Code]:
        expected = self._json(answer)
        found = self._class_of(node, value)
        if found is not None:
            yield found.around("isinstance(result, ", ")")
            yield Code(f"result.to_dict() == {expected.text}")
            return
        inner = self._item_class(node, value)
        if inner is not None:
            yield inner.around("all(isinstance(item, ", ") for item in result)")
        yield Code(f"plain(result) {_equals(value)} {expected.text}", frozenset({_PLAIN}))

    def page_checks(self, items: list[Json]) -> Iterator[Code]:
        """What is to be true of a page with these items."""
        expected = self.hoist(items, "items")
        yield Code(f"plain(result.page_items()) == {expected.text}", frozenset({_PLAIN}))

    def _event_checks(self, events: Events, node: Type | None) -> Iterator[Code]:
        yield Code(f"plain(result) == {self._events(events).text}", frozenset({_PLAIN}))
        found = [self._class_of(node, value) for value in events.values] if node is not None else []
        for index, name in enumerate(found):
            if name is not None:
                yield name.around(f"isinstance(result[{index}], ", ")")

    def _class_of(self, node: Type, value: Json) -> Code | None:
        """The class that a value has to be of; None where it is of none, or several would do."""
        match node:
            case NullableType(inner):
                return self._class_of(inner, value) if value is not None else None
            case RefType(id):
                found = self.api.definitions.get(id)
                if isinstance(found, Model):
                    return self.named(id) if isinstance(value, Mapping) else None
                return self._class_of(found.target, value) if isinstance(found, Alias) else None
            case UnionType(_, discriminator) if discriminator is not None and isinstance(value, Mapping):
                tag = value.get(discriminator.property)
                chosen = [id for known, id in discriminator.mapping if known == tag]
                return self._class_of(RefType(chosen[0]), value) if chosen else None
        return None

    def _item_class(self, node: Type, value: Json) -> Code | None:
        match node:
            case NullableType(inner):
                return self._item_class(inner, value)
            case RefType(id):
                found = self.api.definitions.get(id)
                return self._item_class(found.target, value) if isinstance(found, Alias) else None
            case ListType(item, ()) if isinstance(value, list):
                classes = {self._class_of(item, part) for part in value}
                return classes.pop() if len(classes) == 1 else None
        return None

    def named(self, id: str) -> Code | None:
        """The class of a definition, by the name that it has in the module."""
        home = self.spelled.received.get(id)
        if home is None:
            return None
        is_public = self.api.definitions[id].owner is None
        module = ".".join((self.package, *(home.module[:-1] if is_public else home.module)))
        name = self.names.get(home, str(home.name))
        needed = name if name == home.name else f"{home.name} as {name}"
        return Code(name, frozenset({Import(module, needed)}))

    def error(self, status: int) -> Code:
        """The class of a failure."""
        chosen = self.config.errors.get(status)
        usual = _OF_SERVERS if status >= 500 else _OTHER
        name = SPELLING.keep("type", chosen) if chosen else _CLASSES.get(status, usual)
        return Code(str(name), frozenset({Import(self.package, str(name))}))

    def error_checks(self, answer: Answer) -> Iterator[Code]:
        """What is to be true of a failure."""
        yield self.error(answer.status).around("type(failure.value) is ")
        yield Code(f"failure.value.status_code == {answer.status}")
        value = cast("tuple[Json]", answer.json)[0]
        yield Code(f"failure.value.body {_equals(value)} {self._json(answer).text}")
        if answer.type is not None and answer.type == self.api.error and isinstance(answer.type, RefType):
            found = self._class_of(answer.type, value)
            if found is not None and isinstance(self.api.definitions.get(answer.type.id), Model):
                yield found.around("isinstance(failure.value.error, ", ")")


def error_names(config: Config) -> Iterator[str]:
    """The names of all classes of failures."""
    yield from (*_CLASSES.values(), _OF_SERVERS, _OTHER)
    yield from (SPELLING.keep("type", chosen) for chosen in config.errors.values())


def _equals(value: Json) -> str:
    """How a value is compared: what there is only one of, by what it is."""
    return "is" if value is None or isinstance(value, bool) else "=="
