"""Which calls of an operation are worth an example, and with which arguments?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from sdkloom.config import Arrays
from sdkloom.example.answers import failure, success
from sdkloom.example.files import file_name
from sdkloom.example.parts import Answer, Arguments, Request, Upload, Value
from sdkloom.example.requests import RequestWriter
from sdkloom.example.values import Place as Depth
from sdkloom.example.values import Values
from sdkloom.ir.api import Api, Encoding, Operation, Parameter, Place, Response, Variant
from sdkloom.ir.base import Example, Json
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    Field,
    ListType,
    LiteralType,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)
from sdkloom.ir.walk import has_fields

Detail = Literal["required", "all", "shown", "uploading"]
"""Which arguments a call gives: for a reader, those that it needs and those of the document's own example,
and the first file where the call is shown for that.
"""

_READ: tuple[Detail, ...] = ("shown", "uploading")  # what is there to be read

_FILE = Upload("example.bin", "example content")
# What the name of a header is made of (RFC 9110, section 5.6.2): no client can send another.
_FILE_NAME = re.compile(r"[\w ./\\:-]{1,60}\.\w{1,8}")
_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")


@dataclass(frozen=True, slots=True)
class Call:
    """A call, what it has to send, and what is answered."""

    arguments: Arguments
    request: Request
    answer: Answer


@dataclass(frozen=True, slots=True)
class Calls:
    """The example calls of one API."""

    api: Api
    arrays: Arrays

    def plain(self, operation: Operation, detail: Detail) -> Call:
        """A call that leaves what selects another kind of answer alone."""
        return self._call(operation, operation.response, _Writer(self.api, operation, detail).arguments())

    def variant(self, operation: Operation, variant: Variant) -> Call:
        """A call that selects this kind of answer."""
        arguments = _Writer(self.api, operation, "required", variant).arguments()
        call = self._call(operation, variant.response, arguments)
        if not variant.negotiated:
            return call
        accept = ("Accept", variant.response.media_type)
        return replace(call, request=replace(call.request, headers=(*call.request.headers, accept)))

    def shown(self, operation: Operation, variant: Variant | None = None) -> Arguments:
        """What a call gives that is there to be read."""
        return _Writer(self.api, operation, "shown", variant).arguments()

    def uploading(self, operation: Operation) -> Arguments:
        """The same, with the first file whether that has to be given or not."""
        return _Writer(self.api, operation, "uploading").arguments()

    def failing(self, operation: Operation) -> Call:
        """A plain call that the service refuses."""
        arguments = _Writer(self.api, operation, "required").arguments()
        request = RequestWriter(self.api, self.arrays).request(operation, arguments)
        return Call(arguments, request, failure(self.api, operation))

    def _call(self, operation: Operation, response: Response, arguments: Arguments) -> Call:
        request = RequestWriter(self.api, self.arrays).request(operation, arguments)
        return Call(arguments, request, success(self.api, response))


@dataclass(frozen=True, slots=True)
class _Writer:
    api: Api
    operation: Operation
    detail: Detail
    variant: Variant | None = None

    @property
    def _values(self) -> Values:
        return Values(self.api, "sent")

    def arguments(self) -> Arguments:
        parameters = {
            (parameter.place, parameter.name.wire): self._parameter(parameter)
            for parameter in self.operation.parameters
            if self._is_given(parameter)
        }
        offer = None
        if self.variant is not None and self.variant.negotiated:
            offer = (self.variant.switch, self.variant.value)
        body = self.operation.body
        model = self.api.definitions.get(body.spread) if body is not None and body.spread else None
        if isinstance(model, Model):
            return Arguments(parameters, fields=dict(self._fields(model)), offer=offer)
        is_shown = self.detail in _READ and body is not None and bool(body.docs.examples)
        if body is None or not (body.required or is_shown or self.detail == "all"):
            return Arguments(parameters, offer=offer)
        whole = self._whole(body.encoding, body.type, body.docs.examples)
        return Arguments(parameters, whole=(whole,), offer=offer)

    def _is_given(self, parameter: Parameter) -> bool:
        """Does the call give the parameter? One that selects another answer only where that is wanted."""
        if parameter.place is Place.QUERY and parameter.name.wire in self._switches:
            selected = self.variant is not None and self.variant.switch == parameter.name.wire
            return parameter.required or selected
        is_possible = parameter.place is not Place.HEADER or _TOKEN.fullmatch(parameter.name.wire) is not None
        # What a client may know instead is given with the call, so that the call does without.
        is_needed = parameter.required or parameter.place is Place.PATH
        return is_needed or (self.detail == "all" and is_possible)

    @property
    def _switches(self) -> frozenset[str]:
        return frozenset(variant.switch for variant in self.operation.variants if not variant.negotiated)

    def _parameter(self, parameter: Parameter) -> Json:
        values = self._values
        name = parameter.name.wire
        if parameter.place is Place.QUERY and name in self._switches:
            if self.variant is not None and name == self.variant.switch:
                return self.variant.value
            return self._unselected(parameter.type, name)
        default = parameter.default.value if parameter.default is not None else None
        others = () if default is None else (default,)
        known = values.documented(parameter.docs.examples, parameter.type, *others)
        if known and not _is_empty(known[0]):
            return known[0]
        is_escaped = (
            self.detail not in _READ
            and parameter.place in {Place.PATH, Place.QUERY}
            and _is_free_text(parameter.type)
        )
        return values.of(parameter.type, f"{name}/1" if is_escaped else name)

    def _fields(self, model: Model) -> Iterator[tuple[str, Value]]:
        body = self.operation.body
        examples = body.docs.examples if body is not None else ()
        said = next((example.value for example in examples if isinstance(example.value, Mapping)), {})
        shown = frozenset(self._shown(model, said))
        for part in model.fields:
            name = part.name.wire
            if part.read_only:
                continue
            if self.variant is not None and name == self.variant.switch:
                yield name, self.variant.value
            elif name in self._switches:
                if part.required:
                    yield name, self._unselected(part.type, name)
            elif part.required or self.detail == "all" or name in shown:
                yield name, self._field(part, said)

    def _shown(self, model: Model, said: Mapping[str, Json]) -> Iterator[str]:
        """What a reader is shown of the fields that may be left out."""
        if self.detail not in _READ:
            return
        yield from said
        listed = [part for part in model.fields if not part.read_only]
        if not said and not any(part.required for part in listed):
            yield from (part.name.wire for part in listed if part.docs.examples)
        files = (part for part in listed if isinstance(self._files(part.type, None, ""), Upload))
        if self.detail == "uploading":
            yield from (part.name.wire for part in islice(files, 1))

    def _field(self, part: Field, said: Mapping[str, Json]) -> Value:
        name = part.name.wire
        if (files := self._files(part.type, said.get(name), name)) is not None:
            return files
        examples = (Example("", said[name]),) if name in said else ()
        known = self._values.documented(examples, part.type) if examples else None
        return known[0] if known else self._values.field(part, Depth(depth=1))

    def _files(self, node: Type, said: Json, wire: str) -> Value:
        """A file, or a list of one; None for what is none, or travels as text within JSON."""
        body = self.operation.body
        if body is None or body.encoding is Encoding.JSON:
            return None
        match node:
            case BinaryType():
                return self._file(said, wire) if body.encoding is Encoding.MULTIPART else "text"
            case NullableType(inner):
                return self._files(inner, said, wire)
            case RefType(id) if isinstance(found := self.api.definitions.get(id), Alias):
                return self._files(found.target, said, wire)
            case ListType(item, ()) if (inside := self._files(item, None, wire)) is not None:
                return [inside]
        return None

    def _file(self, said: Json, wire: str) -> Upload:
        """A file; where it is there to be read, by the name in the document's example, or one of its kind."""
        if self.detail not in _READ:
            return _FILE
        is_named = isinstance(said, str) and _FILE_NAME.fullmatch(said)
        return replace(_FILE, name=str(said) if is_named else file_name(self.operation.path, wire))

    def _unselected(self, node: Type, name: str) -> Json:
        """A value of a switch that selects none of the variants."""
        taken = [variant.value for variant in self.operation.variants if variant.switch == name]
        match node:
            case PrimitiveType(Scalar.BOOLEAN):
                return next((value for value in (False, True) if value not in taken), None)
            case LiteralType(values, _):
                return next((value for value in values if value not in taken), None)
        return self._values.of(node, name)

    def _whole(self, encoding: Encoding, node: Type, examples: tuple[Example, ...]) -> Value:
        is_form = encoding in {Encoding.FORM, Encoding.MULTIPART}
        if isinstance(node, BinaryType | PrimitiveType) and encoding is Encoding.FORM:
            return Upload("", "key=value")
        if isinstance(node, BinaryType) and encoding is not Encoding.JSON:
            return self._file(None, "")
        if encoding is Encoding.TEXT or (is_form and isinstance(node, PrimitiveType)):
            return Upload("", "example text")
        if isinstance(node, AnyType) or (is_form and not has_fields(self.api.definitions, node)):
            return {"key": "value"}
        known = self._values.documented(examples, node)
        value = known[0] if known else self._values.of(node, "body")
        if not isinstance(value, Mapping):
            return value
        files = dict(self._file_fields(node, value))
        return {name: files.get(name, said) for name, said in value.items()}

    def _file_fields(self, node: Type, said: Mapping[str, Json]) -> Iterator[tuple[str, Value]]:
        """Those fields of a form that are files, as files."""
        match node:
            case UnionType(variants):
                for variant in variants:
                    yield from self._file_fields(variant, said)
            case RefType(id) if isinstance(found := self.api.definitions.get(id), Alias):
                yield from self._file_fields(found.target, said)
            case RefType(id) if isinstance(found := self.api.definitions.get(id), Model):
                for part in found.fields:
                    name = part.name.wire
                    if (files := self._files(part.type, said.get(name), name)) is not None:
                        yield name, files


def _is_empty(value: Json) -> bool:
    return value is None or value in ("", [], {})


def _is_free_text(node: Type) -> bool:
    """Is any text allowed, so that it may hold what has to be escaped?"""
    match node:
        case PrimitiveType(Scalar.STRING, "", limits):
            return not limits.pattern and limits.max_length is None
        case NullableType(inner):
            return _is_free_text(inner)
    return False
