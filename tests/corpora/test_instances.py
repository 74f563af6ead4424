"""What a document allows goes through the generated types unharmed: decoded and encoded, it equals what went in."""

from __future__ import annotations

import importlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, assert_never

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdkloom.config import Config, TargetConfig
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api
from sdkloom.ir.types import (
    Alias,
    AnyType,
    BinaryType,
    Enum,
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
from sdkloom.pipeline import generate, understand
from sdkloom.targets.python.spelled import spell_names
from sdkloom.write import write

_CORPORA = os.environ.get("SDKLOOM_CORPORA")
_ALL = os.environ.get("SDKLOOM_CORPUS") == "all"
_LARGEST = 60_000  # bytes of a document in a usual run
_DEPTH = 4  # how far optional parts are followed

pytestmark = pytest.mark.skipif(not _CORPORA, reason="SDKLOOM_CORPORA names no folder of documents")

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)
# Texts of formats that are read as values, in the one form in which they are written again.
_FORMATS: dict[str, st.SearchStrategy[str]] = {
    "date-time": st.datetimes().map(lambda found: f"{found.replace(microsecond=0).isoformat()}Z"),
    "date": st.dates().map(lambda found: found.isoformat()),
    "uuid": st.uuids().map(str),
    "decimal": st.integers(0, 10**6).map(lambda found: f"{found}.50"),
    "byte": st.sampled_from(["", "aGk=", "AAEC"]),
}


def _documents() -> list[Any]:
    if not _CORPORA:
        return []
    folders = [Path(_CORPORA) / "edge", Path(_CORPORA) / "real"]
    paths = [path for folder in folders for path in sorted(folder.glob("*.*"))]
    return [
        pytest.param(path, id=f"{path.parent.name}/{path.name}")
        for path in paths
        if path.suffix in {".json", ".yaml", ".yml"} and (_ALL or path.stat().st_size <= _LARGEST)
    ]


class _Instances:
    """Strategies for the JSON values that a type allows."""

    def __init__(self, api: Api) -> None:
        self.api = api

    def of(self, node: Type, depth: int) -> st.SearchStrategy[Any]:
        match node:
            case PrimitiveType(scalar, form):
                return self._scalar(scalar, form)
            case LiteralType(values, _):
                return st.sampled_from(values)
            case ListType(item, prefix):
                first = st.tuples(*(self.of(part, depth + 1) for part in prefix)).map(list)
                return first if prefix or depth > _DEPTH else st.lists(self.of(item, depth + 1), max_size=2)
            case MapType(value):
                if depth > _DEPTH:
                    return st.just({})
                return st.dictionaries(st.text(max_size=5), self.of(value, depth + 1), max_size=2)
            case NullableType(inner):
                return st.none() if depth > _DEPTH else st.none() | self.of(inner, depth)
            case UnionType(variants, _):
                return st.one_of([self.of(part, depth + 1) for part in variants[:6]])
            case BinaryType():
                return st.text(max_size=5)
            case AnyType():
                return _JSON
            case RefType(id):
                return self.named(id, depth)
            case _:
                assert_never(node)

    def named(self, id: str, depth: int) -> st.SearchStrategy[Any]:
        match self.api.definitions[id]:
            case Enum(members=members):
                return st.sampled_from([member.value for member in members])
            case Alias(target=target):
                return st.deferred(lambda: self.of(target, depth + 1)) if depth < 30 else st.none()
            case Model() as model:
                return self._model(model, depth) if depth < 30 else st.just({})

    def _model(self, model: Model, depth: int) -> st.SearchStrategy[Any]:
        fields = [part for part in model.fields if not part.write_only]
        required = {p.name.wire: self._deferred(p.type, depth) for p in fields if p.required}
        optional = {p.name.wire: self._deferred(p.type, depth) for p in fields if not p.required}
        known = st.fixed_dictionaries(required, optional=optional if depth <= _DEPTH else {})
        more = st.dictionaries(st.sampled_from(["x_new", "another one"]), _JSON, max_size=1)
        return st.builds(lambda one, two: {**two, **one}, known, more)

    def _deferred(self, node: Type, depth: int) -> st.SearchStrategy[Any]:
        return st.deferred(lambda: self.of(node, depth + 1))

    def _scalar(self, scalar: Scalar, form: str) -> st.SearchStrategy[Any]:
        match scalar:
            case Scalar.STRING:
                return _FORMATS.get(form, st.text(max_size=8))
            case Scalar.INTEGER:
                return st.integers(-(2**63), 2**63)
            case Scalar.NUMBER:
                return st.floats(allow_nan=False, allow_infinity=False) | st.integers(-100, 100)
            case Scalar.BOOLEAN:
                return st.booleans()
            case Scalar.NULL:
                return st.none()
            case _:
                assert_never(scalar)


@contextmanager
def _importable(folder: Path, package: str) -> Iterator[None]:
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.split(".")[0] == package]:
            del sys.modules[name]


@pytest.mark.parametrize("path", _documents())
def test_instances_come_back_as_they_went_in(path: Path, tmp_path: Path) -> None:
    package = f"corpus_{re.sub(r'[^a-z0-9]', '_', path.stem.lower())}"
    config = Config(spec=path, targets=(TargetConfig("python", package=package, client="CorpusClient"),))
    understood = understand(config, Report())
    assert understood is not None
    write(generate(config).files, tmp_path, Report())
    homes = spell_names(understood.api, understood.names).received
    instances = _Instances(understood.api)
    with _importable(tmp_path / "python" / "src", package):
        for id, home in homes.items():
            if isinstance(understood.api.definitions[id], Model):
                kind = getattr(importlib.import_module(f"{package}.{'.'.join(home.module)}"), home.name)
                _check(kind, instances.named(id, 0))


def _check(kind: Any, instances: st.SearchStrategy[Any]) -> None:
    @settings(
        max_examples=20 if _ALL else 6,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(instances)
    def comes_back(data: dict[str, Any]) -> None:
        model = kind.from_dict(data)
        assert model.to_dict() == data
        assert kind.from_dict(model.to_dict()) == model

    comes_back()
