"""What does a call look like in a README: a whole program, with arguments from the document's examples?"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdkloom.ir.api import Api, Operation
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
from sdkloom.name.words import split_words
from sdkloom.targets.base import Code
from sdkloom.targets.python.arguments import Argument, Arguments
from sdkloom.targets.python.types import value_code

_KINDS_OF_FILE = {
    "picture.png": "image images photo photos picture pictures avatar logo icon thumbnail mask",
    "recording.m4a": "audio audios speech voice sound recording recordings transcriptions translations",
    "film.mp4": "video videos movie film clip",
}
_FORMATS: dict[str, Json] = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "uuid": "6b1f3f4e-5b0c-4d53-9d5c-6b8c4a2f1a10",
    "uri": "https://example.com/",
    "email": "someone@example.com",
    "decimal": "1.50",
}


@dataclass(frozen=True, slots=True)
class Program:
    """A program that the document gives for one call of this very package."""

    label: str
    source: str
    arguments: tuple[str, ...]
    keywords: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SampleWriter:
    """Writes sample calls of one API."""

    api: Api
    package: str
    arguments: Mapping[str, Arguments]
    calls: Mapping[str, str]

    def programs(self, operation: Operation) -> Iterator[Program]:
        """The programs of the document that make this call by the names it has here."""
        for sample in operation.samples:
            if sample.language.lower() == "python":
                call = _call(sample.source, self.package, f"client.{self.calls[operation.id]}")
                if call is not None:
                    keywords = {part.arg: ast.unparse(part.value) for part in call.keywords if part.arg}
                    arguments = tuple(map(ast.unparse, call.args))
                    yield Program(sample.label, sample.source.strip(), arguments, keywords)

    def call(self, operation: Operation, *extra: str) -> str:
        """The call with its required arguments, and further ones as they are given."""
        known = {part.partition("=")[0] for part in extra}
        program = next(self.programs(operation), None)
        if program is not None and _is_constant(program):
            keywords = [f"{name}={text}" for name, text in program.keywords.items() if name not in known]
            return self._written(operation, (*program.arguments, *keywords, *extra))
        arguments = self.arguments[operation.id]
        example = self._body_example(operation)
        parts = [self._value(operation, argument, None) for argument in arguments.positional]
        for argument in arguments.named:
            given = example.get(argument.wire.removesuffix("[]")) if isinstance(example, Mapping) else None
            if (argument.required or given is not None) and argument.name not in known:
                parts.append(f"{argument.name}={self._value(operation, argument, given)}")
        return self._written(operation, (*parts, *extra))

    def upload(self, operation: Operation) -> str:
        """The call with its first file, whether that has to be given or not."""
        named = self.arguments[operation.id].named
        files = [argument for argument in named if isinstance(argument.type, BinaryType)]
        return self.call(operation, *(f"{one.name}={self._value(operation, one, None)}" for one in files[:1]))

    def _written(self, operation: Operation, parts: tuple[str, ...]) -> str:
        return f"client.{self.calls[operation.id]}({', '.join(parts)})"

    def _body_example(self, operation: Operation) -> Json:
        body = operation.body
        examples = body.docs.examples if body is not None else ()
        return examples[0].value if examples else None

    def _value(self, operation: Operation, argument: Argument, given: Json) -> str:
        if isinstance(argument.type, BinaryType):
            return f"Path({value_code(_file_name(operation, argument) if given is None else given).text})"
        if given is not None:
            return value_code(given).text
        if argument.docs.examples:
            return value_code(argument.docs.examples[0].value).text
        if argument.default is not None and argument.default.value is not None:
            return value_code(argument.default.value).text
        return value_code(self.example_of(argument.type, argument.wire)).text

    def example_of(self, node: Type, wire: str, depth: int = 0) -> Json:
        """A small value of a type; what is recursive is cut after a few levels."""
        match node:
            case PrimitiveType(scalar, form):
                scalars: dict[Scalar, Json] = {Scalar.INTEGER: 1, Scalar.NUMBER: 1.0, Scalar.BOOLEAN: True}
                return (
                    _FORMATS.get(form, wire.strip("[]") or "text")
                    if scalar is Scalar.STRING
                    else scalars.get(scalar)
                )
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


def _file_name(operation: Operation, argument: Argument) -> str:
    """A file of the kind that the argument, or the path, speaks of."""
    words = {*split_words(argument.wire), *split_words(operation.path)}
    kinds = (name for name, known in _KINDS_OF_FILE.items() if words & set(known.split()))
    return next(kinds, "document.pdf")


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


def program(*lines: str) -> Code:
    """A program of these lines."""
    return Code("\n".join(lines))


def _call(source: str, package: str, wanted: str) -> ast.Call | None:
    """The call in a program that uses the package; None where it does neither, or is no Python."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError):
        return None
    if not any(isinstance(node, ast.ImportFrom) and node.module == package for node in nodes):
        return None
    calls = (node for node in nodes if isinstance(node, ast.Call))
    return next((node for node in calls if ast.unparse(node.func) == wanted), None)


def _is_constant(program: Program) -> bool:
    """Do the arguments make sense outside the program, since they are literals and run nothing?"""
    for text in (*program.arguments, *program.keywords.values()):
        try:
            ast.literal_eval(text)
        except ValueError:
            return False
    return True
