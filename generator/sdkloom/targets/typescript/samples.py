"""What does a call look like in a README, with arguments from the document's examples?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.config import Arrays
from sdkloom.example.calls import Calls
from sdkloom.example.parts import Upload
from sdkloom.ir.api import Api, Operation, Sample, Variant
from sdkloom.ir.base import Json
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
        calls = Calls(self.api, self.arrays)
        given = calls.uploading(operation) if with_file else calls.shown(operation, variant)
        switch = variant.switch if variant is not None else ""
        if given.fields is not None:
            shown = {name: value for name, value in self._literal(operation).items() if name != switch}
            files = {name: value for name, value in given.fields.items() if isinstance(value, Upload)}
            given = replace(given, fields={**given.fields, **shown, **files})
        arguments, call = self.arguments[operation.id], f"client.{self.calls[operation.id]}"
        return call_code(call, arguments, given, "short", "opened").text

    def _literal(self, operation: Operation) -> Mapping[str, Json]:
        """What a program of the document gives this call, where all of it is written out."""
        found = (self._literal_of(operation, sample) for sample in self.programs(operation))
        return next((given for given in found if given), {})

    def _literal_of(self, operation: Operation, sample: Sample) -> Mapping[str, Json]:
        call = re.escape(f".{self.calls[operation.id]}").replace(r"\.", r"\s*\.\s*")
        found = re.search(rf"{call}\(", sample.source)
        given = read_literal(sample.source, found.end()) if found is not None else None
        return given if isinstance(given, Mapping) else {}
