"""How is an answer chosen for a test, and what is checked of the result?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sdkloom.config import Config
from sdkloom.example.parts import Answer, Events
from sdkloom.ir.base import Json
from sdkloom.ir.types import ListType, NullableType, RefType, Type
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import
from sdkloom.targets.typescript.spelled import Spelled
from sdkloom.targets.typescript.spelling import SPELLING
from sdkloom.targets.typescript.types import property_name, quote

_CLASSES = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}
_LISTED = frozenset({Import("tests/wire", "listed")})

Hoist = Callable[[Json, str], Code]
"""Gives a JSON value a name in the file, after what it is, where it is worth one."""


@dataclass(frozen=True, slots=True)
class Results:
    """Writes answers and checks for the tests of one file."""

    config: Config
    spelled: Spelled
    package: str
    hoist: Hoist

    def answer(self, answer: Answer) -> Code:
        """What is answered: `{ json: MODEL }`."""
        parts = [] if answer.status == 200 else [f"status: {answer.status}"]
        usual = ""
        if answer.events is not None:
            usual = "text/event-stream"
            parts += self._stream(answer.events)
        elif answer.json is not None:
            usual = "application/json"
            parts.append(f"json: {self._json(answer, answer.json[0]).text}")
        elif answer.text is not None:
            usual = "text/plain"
            parts.append(f"text: {quote(answer.text)}")
        elif answer.content is not None:
            parts.append(f"content: {quote(answer.content)}")
        parts += [f"type: {quote(answer.media_type)}"] if answer.media_type != usual else []
        headers = (f"{property_name(name.lower())}: {quote(text)}" for name, text in answer.headers)
        parts += [f"headers: {{ {', '.join(headers)} }}"] if answer.headers else []
        return Code(f"{{ {', '.join(parts)} }}" if parts else "{}")

    def _stream(self, events: Events) -> list[str]:
        parts = [f"events: {self._events(events).text}"]
        parts += [f"framing: {quote(events.framing.value)}"] if events.framing.value != "sse" else []
        parts += [f"sentinel: {quote(events.sentinel)}"] if events.sentinel is not None else []
        return parts

    def _events(self, events: Events) -> Code:
        return self.hoist(list(events.values), "events")

    def _json(self, answer: Answer, value: Json) -> Code:
        return self.hoist(value, "error" if answer.status >= 400 else self._word(answer.type))

    def _word(self, node: Type | None) -> str:
        """What a value is called: after its type where that has a name."""
        match node:
            case RefType(id) if id in self.spelled.received:
                return self.spelled.received[id].name
            case NullableType(inner):
                return self._word(inner)
            case ListType(item, _):
                return f"{self._word(item)}List"
        return "Answer"

    def check(self, answer: Answer) -> Code:
        """What is to be true of the result."""
        if answer.events is not None:
            events = self._events(answer.events).text
            return Code(f"assert.deepEqual(await listed(result), {events});", _LISTED)
        if answer.content is not None:
            return Code(f"assert.equal(await result.text(), {quote(answer.content)});")
        if answer.text is not None:
            return Code(f"assert.equal(result, {quote(answer.text)});")
        if answer.json is None or answer.type is None:
            return Code("assert.equal(result, undefined);")
        value = answer.json[0]
        name = "deepEqual" if isinstance(value, list | dict) else "equal"
        return Code(f"assert.{name}(result, {self._json(answer, value).text});")

    def failure(self, answer: Answer) -> Code:
        """What is to be true of a failure."""
        chosen = self.config.errors.get(answer.status)
        usual = "InternalServerError" if answer.status >= 500 else "APIError"
        name = SPELLING.keep("type", chosen) if chosen else Identifier(_CLASSES.get(answer.status, usual))
        assert answer.json is not None, "a failure has a body"
        body = self._json(answer, answer.json[0]).text
        text = f"{{ constructor: {name}, status: {answer.status}, error: {body} }}"
        return Code(text, frozenset({Import(self.package, name)}))
