"""What does a page say of a call?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdkloom.config import Config
from sdkloom.example.calls import Calls
from sdkloom.ir.api import (
    Api,
    Encoding,
    ErrorModel,
    Framing,
    Operation,
    Parameter,
    Place,
    RequestBody,
    Response,
    Variant,
)
from sdkloom.ir.types import Model
from sdkloom.name.call import Call
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Program
from sdkloom.targets.docs.definitions import (
    DefinitionWriter,
    answer_view,
    by_default,
    field_view,
    part_view,
    said,
)
from sdkloom.targets.docs.places import spell_call
from sdkloom.targets.docs.requests import request_program
from sdkloom.targets.docs.types import TypeWriter, limits_of, value_text
from sdkloom.targets.docs.views import AnswerView, CallView, PartView, PlaceView, ProgramView
from sdkloom.targets.markdown import code_block, inline_code

_PLACES = {
    Place.PATH: "In the path",
    Place.QUERY: "In the query",
    Place.QUERYSTRING: "As the query",
    Place.HEADER: "In headers",
    Place.COOKIE: "In cookies",
}
_BODIES = {
    Encoding.JSON: "In the body, as JSON",
    Encoding.FORM: "In the body, as a form",
    Encoding.MULTIPART: "In the body, as a form with files",
    Encoding.TEXT: "As the body",
    Encoding.BINARY: "As the body",
}
_FRAMINGS = {Framing.SSE: "server-sent events", Framing.JSONL: "lines of JSON"}


@dataclass(frozen=True, slots=True)
class CallWriter:
    """Writes what is said of the calls of one API; `programs` are those of each operation."""

    api: Api
    config: Config
    definitions: DefinitionWriter
    programs: Mapping[str, tuple[Program, ...]]

    def call(self, operation: Operation) -> CallView:
        """A call on the page of its resource."""
        names = self.definitions.names
        spot = self.definitions.places.calls[operation.id]
        writer = TypeWriter(self.definitions.places, spot.page)
        failures = tuple(_failure(error, writer) for error in operation.errors)
        return CallView(
            anchor=Identifier(spot.anchor),
            name=spot.name,
            request=f"{operation.method.upper()} {operation.path}",
            has_about=bool(said(operation.docs)),
            about=said(operation.docs),
            is_deprecated=operation.docs.deprecated,
            notes=tuple(_notes(names.further.get(operation.id, ()), names.former.get(operation.id, ()))),
            places=tuple(self._places(operation, writer)),
            answers=tuple(_answers(operation, writer)),
            has_failures=bool(failures),
            failures=failures,
            programs=(*self._programs(operation), self._request(operation)),
            inside=tuple(self.definitions.inside(operation.id)),
        )

    def _programs(self, operation: Operation) -> Iterator[ProgramView]:
        for program in self.programs.get(operation.id, ()):
            yield ProgramView(Code(program.title), Code(code_block(program.language, program.text)))

    def _request(self, operation: Operation) -> ProgramView:
        return request_program(self.api, Calls(self.api, self.config.arrays), operation)

    def _places(self, operation: Operation, writer: TypeWriter) -> Iterator[PlaceView]:
        for place, title in _PLACES.items():
            parts = tuple(_parameter(p, writer) for p in operation.parameters if p.place is place)
            if parts:
                yield PlaceView(Code(title), parts)
        if operation.body is not None:
            yield self._body(operation.body, writer)

    def _body(self, body: RequestBody, writer: TypeWriter) -> PlaceView:
        title = f"{_BODIES[body.encoding]} ({inline_code(body.media_type)})"
        model = self.api.definitions.get(body.spread) if body.spread is not None else None
        if isinstance(model, Model):
            return PlaceView(Code(title), tuple(field_view(field, writer) for field in model.fields))
        facts = ("required",) if body.required else ()
        return PlaceView(Code(title), (part_view("body", writer.write(body.type), facts, body.docs),))


def _notes(further: tuple[Call, ...], former: tuple[Call, ...]) -> Iterator[Code]:
    for call in further:
        yield Code(f"Also found as `{spell_call(call)}`.")
    for call in former:
        yield Code(f"Was `{spell_call(call)}`, which is deprecated.")


def _parameter(parameter: Parameter, writer: TypeWriter) -> PartView:
    is_required = ("required",) if parameter.required else ()
    facts = (*is_required, *limits_of(parameter.type), *by_default(parameter.default))
    return part_view(parameter.name.wire, writer.write(parameter.type), facts, parameter.docs)


def _answers(operation: Operation, writer: TypeWriter) -> Iterator[AnswerView]:
    usual = operation.response
    is_paged = operation.pagination is not None
    note = " It comes in pages, which clients turn by themselves." if is_paged else ""
    yield _answer(_statuses(usual), usual, writer, note)
    for variant in operation.variants:
        yield _answer(_when(variant), variant.response, writer, "")


def _statuses(response: Response) -> str:
    return ", ".join(map(inline_code, response.statuses)) or "Success"


def _when(variant: Variant) -> str:
    if variant.negotiated:
        return f"With {inline_code(f'Accept: {variant.response.media_type}')}"
    return f"With {inline_code(variant.switch)} {value_text(variant.value)}"


def _answer(when: str, response: Response, writer: TypeWriter, note: str) -> AnswerView:
    return answer_view(when, f"{_what(response, writer)}.{note}", response.docs)


def _what(response: Response, writer: TypeWriter) -> str:
    if response.streaming is not None:
        streaming = response.streaming
        end = f", until {inline_code(streaming.sentinel)}" if streaming.sentinel is not None else ""
        return f"{_FRAMINGS[streaming.framing]}, each {writer.write(streaming.event).text}{end}"
    if response.type is None:
        return "nothing"
    unwrapped = f", in the field {inline_code(response.unwrap)}" if response.unwrap else ""
    media_type = f" ({inline_code(response.media_type)})" if response.media_type else ""
    return f"{writer.write(response.type).text}{unwrapped}{media_type}"


def _failure(error: ErrorModel, writer: TypeWriter) -> AnswerView:
    what = writer.write(error.type) if error.type is not None else Code("nothing")
    when = "Otherwise" if error.status == "default" else inline_code(error.status)
    return answer_view(when, f"{what.text}.", error.docs)
