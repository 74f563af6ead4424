"""What does a call look like in a README, with arguments from the document's examples?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdkloom.ir.api import Api, Operation, Sample
from sdkloom.ir.base import Json
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    Enum,
    Flow,
    ListType,
    LiteralType,
    MapType,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
    UnionType,
)
from sdkloom.targets.base import Code
from sdkloom.targets.typescript.arguments import Argument, Arguments
from sdkloom.targets.typescript.types import property_name, quote, value_code

_LANGUAGES = frozenset({"javascript", "typescript", "js", "ts", "node", "nodejs", "node.js"})

_FORMATS: dict[str, Json] = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "uuid": "6b1f3f4e-5b0c-4d53-9d5c-6b8c4a2f1a10",
    "uri": "https://example.com/",
    "email": "someone@example.com",
    "decimal": "1.50",
}


@dataclass(frozen=True, slots=True)
class SampleWriter:
    """Writes sample calls of one API."""

    api: Api
    package: str
    arguments: Mapping[str, Arguments]
    calls: Mapping[str, str]

    def programs(self, operation: Operation) -> Iterator[Sample]:
        """The programs of the document that make this call by the names it has here."""
        call = re.escape(f".{self.calls[operation.id]}").replace(r"\.", r"\s*\.\s*")
        for sample in operation.samples:
            imports = re.search(rf"""["']{re.escape(self.package)}["']""", sample.source)
            if sample.language.lower() in _LANGUAGES and imports and re.search(rf"{call}\(", sample.source):
                yield sample

    def program(self, operation: Operation) -> Code | None:
        """The first such program."""
        found = next(self.programs(operation), None)
        return Code(found.source.strip()) if found is not None else None

    def call(self, operation: Operation, extra: Mapping[str, Json] | None = None) -> str:
        """The call with its required arguments, and further ones as they are given."""
        arguments, more = self.arguments[operation.id], extra or {}
        example = self._body_example(operation)
        parts = []
        if arguments.lone_body is not None:
            parts.append(self._value(arguments.lone_body, example))
        elif arguments.bare is not None:
            parts.append(self._value(arguments.bare, None))
        given = example if isinstance(example, Mapping) else {}
        others = arguments.others if arguments.bare is not None else arguments.listed
        pairs = [
            f"{property_name(argument.key)}: {self._value(argument, given.get(argument.value.name))}"
            for argument in (() if arguments.lone_body is not None else others)
            if (argument.value.required or argument.value.name in given) and argument.value.name not in more
        ]
        pairs += [f"{property_name(name)}: {value_code(value).text}" for name, value in more.items()]
        parts += [f"{{ {', '.join(pairs)} }}"] if pairs else []
        return f"client.{self.calls[operation.id]}({', '.join(parts)})"

    def _body_example(self, operation: Operation) -> Json:
        examples = operation.body.docs.examples if operation.body is not None else ()
        return examples[0].value if examples else None

    def _value(self, argument: Argument, given: Json) -> str:
        value = argument.value
        if isinstance(value.type, BinaryType):
            name = given if isinstance(given, str) and given else "recording.m4a"
            return f"fs.createReadStream({quote(name)})"
        if given is not None:
            return value_code(given).text
        if value.docs.examples:
            return value_code(value.docs.examples[0].value).text
        if value.default is not None and value.default.value is not None:
            return value_code(value.default.value).text
        return value_code(self.example_of(value.type, value.wire)).text

    def example_of(self, node: Type, wire: str, depth: int = 0) -> Json:
        """A small value of a type; what is recursive is cut after a few levels."""
        match node:
            case PrimitiveType(scalar, form):
                scalars: dict[Scalar, Json] = {Scalar.INTEGER: 1, Scalar.NUMBER: 1.5, Scalar.BOOLEAN: True}
                text = _FORMATS.get(form, wire.strip("[]") or "text")
                return text if scalar is Scalar.STRING else scalars.get(scalar)
            case LiteralType(values, _):
                return values[0] if values else "text"
            case ListType(item, _):
                return [self.example_of(item, wire, depth + 1)] if depth < 6 else []
            case MapType(value):
                return {"key": self.example_of(value, "value", depth + 1)} if depth < 6 else {}
            case NullableType(inner):
                return self.example_of(inner, wire, depth)
            case UnionType(variants, _):
                return self.example_of(variants[0], wire, depth)
            case BinaryType() | AnyType():
                return "text"
            case RefType(id):
                return self._definition_example(id, wire, depth)

    def _definition_example(self, id: str, wire: str, depth: int) -> Json:
        match self.api.definitions.get(id):
            case Model(fields=fields) if depth < 6:
                wanted = (part for part in fields if part.required and not part.read_only)
                return {
                    part.name.wire: self.example_of(part.type, part.name.wire, depth + 1) for part in wanted
                }
            case Enum(members=members):
                return members[0].value if members else "text"
            case Alias(target=target) if depth < 6:
                return self.example_of(target, wire, depth + 1)
        return {}


def headline(api: Api) -> Operation | None:
    """The operation that a README opens with: the chosen one, one that streams, has a JSON body, or any."""
    chosen = next((operation for operation in api.operations if operation.id == api.headline), None)
    if chosen is not None:
        return chosen

    def rank(operation: Operation) -> tuple[bool, bool, bool]:
        streams = any(variant.response.streaming is not None for variant in operation.variants)
        has_example = operation.body is not None and bool(operation.body.docs.examples)
        return (
            not (streams and has_example),
            not streams,
            not (operation.method == "post" and operation.body is not None),
        )

    return min((op for op in api.operations if not op.docs.deprecated), key=rank, default=None)


def uploads(api: Api) -> Iterator[Operation]:
    """Operations that send a file in a form."""
    for operation in api.operations:
        body = operation.body
        model = api.definitions.get(body.spread) if body is not None and body.spread else None
        if isinstance(model, Model) and any(isinstance(part.type, BinaryType) for part in model.fields):
            yield operation


def downloads(api: Api) -> Iterator[Operation]:
    """Operations that answer with bytes."""
    for operation in api.operations:
        if operation.response.type == BinaryType(Flow.DOWNLOAD):
            yield operation
