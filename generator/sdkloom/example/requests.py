"""What does a call with these arguments have to send?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import parse_qsl, quote

from sdkloom.config import Arrays
from sdkloom.example.forms import form_fields, form_parts
from sdkloom.example.options import carried
from sdkloom.example.parts import (
    Arguments,
    Body,
    ContentBody,
    FormBody,
    JsonBody,
    MultipartBody,
    Request,
    Upload,
    Value,
)
from sdkloom.example.proof import proof_of
from sdkloom.example.styles import (
    cookie_pairs,
    encoded,
    header_text,
    path_text,
    query_pairs,
    scalar_text,
    written,
)
from sdkloom.ir.api import Api, Encoding, Operation, Parameter, Place, RequestBody
from sdkloom.ir.base import Json
from sdkloom.ir.options import Destination
from sdkloom.ir.types import Model
from sdkloom.ir.walk import is_list

# What may stand in a path between its parameters.
_PATH = "/-._~!$&'()*+,;=:@%?[]"
# What has no parts makes no header.
_EMPTY: tuple[Json, ...] = ([], {})


@dataclass(frozen=True, slots=True)
class RequestWriter:
    """Writes the requests of one API; `arrays` are those of its configuration."""

    api: Api
    arrays: Arrays

    def request(self, operation: Operation, arguments: Arguments) -> Request:
        """The request of a call. Where a parameter and a credential share a name, headers keep the former."""
        given = [(p, written(p, arguments.parameters[key])) for p, key in _keyed(operation, arguments)]
        proof = proof_of(self.api, operation)
        headers = [
            (p.name.wire, header_text(p, v)) for p, v in given if p.place is Place.HEADER and v not in _EMPTY
        ]
        named = {name.lower() for name, _ in headers}
        told = carried(self.api, Destination.HEADER)
        headers += [(name, text) for name, text in told if name.lower() not in named]
        query = [
            pair for p, v in given if p.place is Place.QUERY for pair in query_pairs(self._name(p), p, v)
        ]
        cookies = [pair for p, v in given if p.place is Place.COOKIE for pair in cookie_pairs(p, v)]
        proven = {name for name, _ in proof.query}
        # A query that is one text has no names.
        mine = {name for name, _ in query}
        query += [
            (encoded(name), encoded(text))
            for name, text in carried(self.api, Destination.QUERY)
            if encoded(name) not in mine
        ]
        query += [("", encoded(scalar_text(v))) for p, v in given if p.place is Place.QUERYSTRING]
        return Request(
            method=operation.method.upper(),
            path=_path(
                operation.path, {p.name.wire: path_text(p, v) for p, v in given if p.place is Place.PATH}
            ),
            query=tuple(pair for pair in query if pair[0] not in proven),
            headers=tuple(headers),
            cookies=tuple(cookies),
            body=self._body(operation.body, arguments) if operation.body is not None else None,
            proof=proof,
            server=operation.servers[0].url if operation.servers else "",
        )

    def _name(self, parameter: Parameter) -> str:
        name = parameter.name.wire
        if self.arrays.query == "brackets" and is_list(self.api.definitions, parameter.type):
            return f"{name.removesuffix('[]')}[]"
        return name

    def _body(self, body: RequestBody, arguments: Arguments) -> Body | None:
        if arguments.fields is not None:
            return self._encoded(body, self._renamed(body, arguments.fields))
        if arguments.whole is None:
            return None
        value = arguments.whole[0]
        return _content(body, value) if isinstance(value, Upload) else self._encoded(body, value)

    def _encoded(self, body: RequestBody, value: Value) -> Body:
        said = {part.property: part for part in body.parts}
        match body.encoding:
            case Encoding.JSON:
                return JsonBody(cast(Json, value), body.media_type)
            case Encoding.FORM if isinstance(value, Mapping):
                return FormBody(tuple(form_fields(value, said)))
            case Encoding.MULTIPART if isinstance(value, Mapping):
                return MultipartBody(tuple(form_parts(value, said)))
        return ContentBody(str(value), body.media_type)

    def _renamed(self, body: RequestBody, fields: Mapping[str, Value]) -> dict[str, Value]:
        """The fields, lists with brackets behind their name where the configuration says so."""
        if body.encoding is not Encoding.MULTIPART or self.arrays.multipart != "brackets":
            return dict(fields)
        model = self.api.definitions.get(body.spread or "")
        listed = {
            part.name.wire
            for part in (model.fields if isinstance(model, Model) else ())
            if is_list(self.api.definitions, part.type)
        }
        return {f"{name}[]" if name in listed else name: value for name, value in fields.items()}


def _keyed(operation: Operation, arguments: Arguments) -> list[tuple[Parameter, tuple[Place, str]]]:
    keys = ((parameter, (parameter.place, parameter.name.wire)) for parameter in operation.parameters)
    return [(parameter, key) for parameter, key in keys if key in arguments.parameters]


def _path(template: str, texts: Mapping[str, str]) -> str:
    """The path with its parameters in their places; a fragment is for readers, and never sent."""
    pieces = re.split(r"\{([^{}]+)\}", template.partition("#")[0])
    return "".join(
        texts.get(piece, "") if index % 2 else quote(piece, safe=_PATH) for index, piece in enumerate(pieces)
    )


def _content(body: RequestBody, file: Upload) -> Body:
    if body.encoding is Encoding.FORM:  # a form that is written by the caller
        return FormBody(tuple(parse_qsl(file.content)))
    return ContentBody(file.content, body.media_type)
