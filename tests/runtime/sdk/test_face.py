"""What every package promises by its signatures and its papers."""

from __future__ import annotations

import inspect
import json
import tomllib
from importlib import import_module
from operator import attrgetter
from typing import Any, get_overloads

import pytest
from groq import AsyncGroq, Groq
from manifest import OUTPUT, manifest

TYPESCRIPT = OUTPUT.parent / "typescript" / ".generated.json"
CALLS = [entry["call"] for entry in manifest()["operations"]]


def project() -> dict[str, Any]:
    """The package's papers."""
    found: dict[str, Any] = tomllib.loads((OUTPUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return found


def parameters(call: str) -> list[inspect.Parameter]:
    return list(inspect.signature(attrgetter(call)(Groq(api_key="k"))).parameters.values())


@pytest.mark.parametrize("client", [Groq, AsyncGroq])
def test_rule_4_options_of_a_client_are_given_by_name(client: type) -> None:
    options = list(inspect.signature(client).parameters.values())
    assert {option.kind for option in options} == {inspect.Parameter.KEYWORD_ONLY}
    assert all(option.default is not inspect.Parameter.empty for option in options)


@pytest.mark.parametrize("call", CALLS)
def test_rule_10_few_arguments_have_a_place_and_all_have_a_name(call: str) -> None:
    kinds = [parameter.kind for parameter in parameters(call)]
    assert kinds.count(inspect.Parameter.POSITIONAL_OR_KEYWORD) <= 5
    assert inspect.Parameter.VAR_POSITIONAL not in kinds
    for parameter in parameters(call):
        if parameter.default is not inspect.Parameter.empty:
            assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            assert "Unpack[" in parameter.annotation


def test_rule_11_calls_are_the_same_in_every_language() -> None:
    other = json.loads(TYPESCRIPT.read_text(encoding="utf-8"))["operations"]

    def plain(entries: list[dict[str, str]]) -> dict[str, str]:
        return {e["operation"]: e["call"].replace("_", "").lower() for e in entries}

    ours, theirs = plain(manifest()["operations"]), plain(other)
    assert theirs == ours


def test_rule_12_the_package_says_that_it_is_typed() -> None:
    assert (OUTPUT / "src/groq/py.typed").is_file()


@pytest.mark.parametrize("name", ["Completions", "AsyncCompletions"])
def test_rule_43_a_stream_and_its_absence_are_told_apart_by_type(name: str) -> None:
    kind = getattr(import_module("groq.resources.chat.completions"), name)
    signatures = [inspect.signature(overload) for overload in get_overloads(kind.create)]
    assert any(
        "Literal[True]" in str(one.parameters["stream"].annotation) and "Stream[" in one.return_annotation
        for one in signatures
    )
    assert any(one.return_annotation == "ChatCompletion" for one in signatures)


def test_rule_53_python_3_10_is_enough() -> None:
    assert project()["requires-python"] == ">=3.10"


def test_rule_54_dependencies_are_few_and_not_pinned() -> None:
    assert len(project()["dependencies"]) <= 3
    assert not [one for one in project()["dependencies"] if "==" in one or "<" in one]
