"""What does a call look like in a README, with arguments from the document's examples?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from sdkloom.config import Arrays
from sdkloom.example.calls import Calls
from sdkloom.example.parts import Upload, Value
from sdkloom.ir.api import Api, Operation, Sample, Variant
from sdkloom.ir.base import Json
from sdkloom.ir.types import BinaryType, Flow, Model
from sdkloom.targets.typescript.arguments import Arguments
from sdkloom.targets.typescript.given import call_code
from sdkloom.targets.typescript.literals import read_literal

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

    def program(self, operation: Operation, *, streams: bool = False) -> Sample | None:
        """The first such program that streams, or that does not."""
        switches = [v.switch for v in operation.variants if v.response.streaming is not None]
        for sample in self.programs(operation):
            given = self._literal_of(operation, sample)
            if any(given.get(switch) is True for switch in switches) == streams:
                return sample
        return None

    def call(self, operation: Operation, variant: Variant | None = None, *, with_file: bool = False) -> str:
        """The call with what the document shows of it and what it needs, or one that selects a variant."""
        given = Calls(self.api, self.arrays).shown(operation, variant)
        switch = variant.switch if variant is not None else ""
        if given.fields is not None:
            shown = {name: value for name, value in self._literal(operation).items() if name != switch}
            file = dict(self._file(operation)) if with_file else {}
            given = replace(given, fields={**given.fields, **shown, **file})
        arguments, call = self.arguments[operation.id], f"client.{self.calls[operation.id]}"
        return call_code(self.api, call, arguments, given, "short", "opened").text

    def _literal(self, operation: Operation) -> Mapping[str, Json]:
        """What a program of the document gives this call, where all of it is written out."""
        found = (self._literal_of(operation, sample) for sample in self.programs(operation))
        return next((given for given in found if given), {})

    def _literal_of(self, operation: Operation, sample: Sample) -> Mapping[str, Json]:
        call = re.escape(f".{self.calls[operation.id]}").replace(r"\.", r"\s*\.\s*")
        found = re.search(rf"{call}\(", sample.source)
        given = read_literal(sample.source, found.end()) if found is not None else None
        return given if isinstance(given, Mapping) else {}

    def _file(self, operation: Operation) -> Iterator[tuple[str, Value]]:
        """The first file that the call takes, whether that has to be given or not."""
        fields = Calls(self.api, self.arrays).plain(operation, "all").arguments.fields or {}
        files = ((name, value) for name, value in fields.items() if isinstance(value, Upload))
        yield from islice(files, 1)


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
