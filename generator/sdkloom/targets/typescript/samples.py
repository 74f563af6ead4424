"""What does a call look like in a README, with arguments from the document's examples?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdkloom.config import Arrays
from sdkloom.example.calls import Calls
from sdkloom.ir.api import Api, Operation, Sample, Variant
from sdkloom.ir.types import BinaryType, Flow, Model
from sdkloom.targets.base import Code
from sdkloom.targets.typescript.arguments import Arguments
from sdkloom.targets.typescript.given import call_code

_LANGUAGES = frozenset({"javascript", "typescript", "js", "ts", "node", "nodejs", "node.js"})


@dataclass(frozen=True, slots=True)
class SampleWriter:
    """Writes sample calls of one API."""

    api: Api
    package: str
    arguments: Mapping[str, Arguments]
    calls: Mapping[str, str]
    arrays: Arrays

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

    def call(self, operation: Operation, variant: Variant | None = None) -> str:
        """The call with what it needs and what the document shows, or one that selects a variant."""
        given = Calls(self.api, self.arrays).shown(operation, variant)
        arguments, call = self.arguments[operation.id], f"client.{self.calls[operation.id]}"
        return call_code(self.api, call, arguments, given, "short", "opened").text


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
