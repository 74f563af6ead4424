"""Small APIs that the tests of naming are about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Operation, Response, Sample
from sdkloom.ir.base import Docs, Name, Source, escape
from sdkloom.ir.types import Definition, Type
from sdkloom.name.settle import Names, settle
from sdkloom.name.words import split_words


@dataclass(frozen=True)
class Op:
    """An operation in short: `Op("GET /pets")`."""

    line: str
    id: str = ""
    tags: tuple[str, ...] = ()
    answer: Type | None = None
    samples: tuple[str, ...] = ()

    @property
    def method(self) -> str:
        return self.line.split(" ")[0].lower()

    @property
    def path(self) -> str:
        return self.line.split(" ")[1]


def operation(op: Op) -> Operation:
    """The operation as lowering would hand it out, without what naming does not look at."""
    return Operation(
        id=f"{op.method} {op.path}",
        name=Name(op.id, split_words(op.id or f"{op.method} {op.path}")),
        method=op.method,
        path=op.path,
        tags=op.tags,
        parameters=(),
        body=None,
        response=Response(("200",), "application/json", op.answer, Docs()),
        variants=(),
        errors=(),
        security=None,
        servers=(),
        docs=Docs(),
        source=Source("api.yaml", f"#/paths/{escape(op.path)}/{op.method}"),
        samples=tuple(Sample("", "", source) for source in op.samples),
    )


def api(ops: Sequence[Op], definitions: Mapping[str, Definition] | None = None) -> Api:
    return Api(
        title="Test",
        version="1",
        docs=Docs(),
        servers=(),
        operations=tuple(operation(op) for op in ops),
        definitions=definitions or {},
        auth=(),
        security=(),
        error=None,
        source=Source("api.yaml", "#"),
    )


def names_of(found: Api) -> Names:
    return settle(found, Config(Path("api.yaml")), Report())


def calls(*ops: Op) -> dict[str, str]:
    """The call of every operation, by `METHOD /path`."""
    named = names_of(api(ops))
    return {op.line: named.calls[f"{op.method} {op.path}"].dotted for op in ops}


def call(line: str, id: str = "", *, tags: tuple[str, ...] = (), beside: str = "") -> str:
    """The call of one operation; `beside` are further lines, separated by semicolons."""
    others = [Op(other.strip()) for other in re.split(";", beside) if other.strip()]
    return calls(Op(line, id, tags), *others)[line]
