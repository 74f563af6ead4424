"""What does a call look like in a README: a whole program, with arguments from the document's examples?"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from sdkloom.config import Arrays
from sdkloom.example.calls import Calls
from sdkloom.example.parts import Arguments as Given
from sdkloom.example.parts import Upload, Value
from sdkloom.ir.api import Api, Operation, Variant
from sdkloom.ir.base import Json
from sdkloom.ir.types import BinaryType, Type
from sdkloom.targets.base import Code, Import, join_code
from sdkloom.targets.python.arguments import Argument, Arguments
from sdkloom.targets.python.given import value_given
from sdkloom.targets.python.testing.values import bytes_code
from sdkloom.targets.python.types import quote, value_code


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
    arrays: Arrays

    def programs(self, operation: Operation) -> Iterator[Program]:
        """The programs of the document that make this call by the names it has here."""
        for sample in operation.samples:
            if sample.language.lower() == "python":
                call = _call(sample.source, self.package, f"client.{self.calls[operation.id]}")
                if call is not None:
                    keywords = {part.arg: ast.unparse(part.value) for part in call.keywords if part.arg}
                    arguments = tuple(map(ast.unparse, call.args))
                    yield Program(sample.label, sample.source.strip(), arguments, keywords)

    def call(self, operation: Operation, variant: Variant | None = None, *, with_file: bool = False) -> Code:
        """The call with what the document shows of it and what it needs, or one that selects a variant."""
        arguments = self.arguments[operation.id]
        selecting = [a for a in arguments.switches if variant is not None and a.wire == variant.switch]
        program = next(self.programs(operation), None)
        if program is not None and _is_constant(program):
            chosen = {str(argument.name) for argument in selecting}
            keywords = [f"{name}={text}" for name, text in program.keywords.items() if name not in chosen]
            parts = [Code(text) for text in (*program.arguments, *keywords)]
        else:
            named = [argument for argument in arguments.named if argument not in selecting]
            calls = Calls(self.api, self.arrays)
            given = calls.uploading(operation) if with_file else calls.shown(operation, variant)
            parts = [code for argument in arguments.positional for code in _given(argument, given)]
            parts += [c.around(f"{argument.name}=") for argument in named for c in _given(argument, given)]
        if variant is not None:
            parts += [value_code(variant.value).around(f"{argument.name}=") for argument in selecting]
        return join_code(", ", parts).around(f"client.{self.calls[operation.id]}(", ")")


def _given(argument: Argument, given: Given) -> Iterator[Code]:
    for value in value_given(argument, given) or ():
        yield _code(value, argument.type)


def _code(value: Value, node: Type) -> Code:
    """A value as a reader writes it: JSON, with files by their paths."""
    match value:
        case Upload(name, content):
            path = Code(f"Path({quote(name)})", frozenset({Import("pathlib", "Path")}))
            is_text = not isinstance(node, BinaryType)
            return path if name else Code(quote(content)) if is_text else bytes_code(content)
        case Mapping():
            pairs = (_code(part, node).around(f"{quote(key)}: ") for key, part in value.items())
            return join_code(", ", pairs).around("{", "}")
        case list():
            return join_code(", ", (_code(part, node) for part in value)).around("[", "]")
    return value_code(cast(Json, value))


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
