"""The package as a whole: its public names, what importing it costs, and the kinds that type checkers see."""

from __future__ import annotations

import importlib
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import groq
import pytest
from groq import types
from manifest import OUTPUT
from typed import untyped_names

_CORPORA = os.environ.get("SDKLOOM_CORPORA")
_NAMES = Path(_CORPORA).parent / "naming" / "groq-types.txt" if _CORPORA else None


def _known_names() -> list[Any]:
    """The names under which users of the published package import its types."""
    if _NAMES is None:
        return []
    found = []
    for line in _NAMES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            module, names, _ = line.split("\t")
            found += [
                pytest.param(module, name.strip(), id=f"{module}.{name.strip()}") for name in names.split(",")
            ]
    return found


@pytest.mark.skipif(
    _NAMES is None, reason="SDKLOOM_CORPORA names no folder that stands beside the known names"
)
@pytest.mark.parametrize(("module", "name"), _known_names())
def test_a_name_that_users_know_is_there(module: str, name: str) -> None:
    assert getattr(importlib.import_module(module), name) is not None


def _loaded(program: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after a program."""
    command = [sys.executable, "-c", f"{program}\nimport sys; print(' '.join(sys.modules))"]
    environment = {**os.environ, "PYTHONPATH": str(OUTPUT / "src"), "GROQ_API_KEY": "key"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return set(done.stdout.split())


def test_rule_64_importing_the_package_loads_no_more_than_it_must() -> None:
    ours = {
        name for name in _loaded("import groq") if name.startswith(("groq", "httpx", "typing_extensions"))
    }
    assert ours == {"groq", "groq._core", "groq._core.lazy"}


def test_a_client_loads_a_resource_when_it_is_asked_for() -> None:
    before = _loaded("import groq; client = groq.Groq()")
    after = _loaded("import groq; client = groq.Groq(); client.models")
    assert {name for name in after - before if name.startswith("groq.resources")} == {
        "groq.resources",
        "groq.resources.models",
    }
    assert not any(name.startswith("groq.resources") for name in before)


@pytest.mark.parametrize("module", ["groq", "groq.types", "groq.types.audio", "groq.types.chat"])
def test_rule_12_every_public_name_can_be_loaded(module: str) -> None:
    package = importlib.import_module(module)
    assert set(package.__all__) == set(dir(package))
    for name in package.__all__:
        assert getattr(package, name) is not None


def test_rule_12_every_type_is_written_out() -> None:
    assert untyped_names(OUTPUT / "src", "groq") == []


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Grok'"):
        groq.Grok


def test_aliases_are_one_class() -> None:
    assert types.BatchCreateResponse is types.BatchRetrieveResponse is types.Batch
    assert groq.Client is groq.Groq
    assert groq.AsyncClient is groq.AsyncGroq


def test_models_pickle() -> None:
    model = types.Model.from_dict({"id": "m", "created": 1, "object": "model", "owned_by": "us", "new": [1]})
    assert pickle.loads(pickle.dumps(model)) == model


def test_batch_lines_are_read_and_written_by_type() -> None:
    line: types.BatchRequestInputParam = {"custom_id": "a", "method": "POST", "url": "/v1/chat/completions"}
    assert types.BatchRequestInput.from_dict(line).to_dict() == line
    answer = types.BatchRequestOutput.from_dict(
        {"id": "1", "response": {"status_code": 200, "body": {"n": 1}}}
    )
    assert answer.response is not None
    assert answer.response.status_code == 200
