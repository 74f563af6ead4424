"""Configuration: what is read, what is refused, and what an editor is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from examples import bounded
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from reports import codes, places

from sdkloom.config import (
    Arrays,
    Config,
    OperationChoice,
    PartChoice,
    PlacedName,
    ResourceChoice,
    Retry,
    TypeChoice,
    read_config,
    schema,
)
from sdkloom.diagnostics import Report
from sdkloom.ir.base import Source
from sdkloom.load.read import parse, read_text
from sdkloom.targets import known_targets

_FULL = """\
spec: spec/api.yaml
overlays: [spec/a.yaml, spec/b.yaml]
remote: [HTTPS://Specs.Example.com:443/, 'http://specs.example.com:8080']
output: out
targets:
  python:
    package: acme
    client: Acme
    version: 1.2.3
environment:
  api_key: ACME_KEY
  base_url: ACME_URL
  headers: ACME_HEADERS
operations:
  uploadFile: files.create
  GET /models: {call: [models.list, models.all], aliases: models.index, parameters: {q: query}}
  old: {skip: true}
resources:
  beta.threads: threads
  internal: {skip: true}
types:
  Chat: chat.Completion
  Model: [Model, models.Model]
  Color: {name: Colour, aliases: Tint, members: {RED: red}, fields: {hue: {name: shade, aliases: [hue]}}}
retry: {attempts: 4, statuses: [429, 498], initial: 1, server_errors: false}
errors:
  498: CapacityError
arrays: {query: brackets}
strict: true
jobs: 2
"""


def _read(folder: Path, text: str) -> tuple[Config | None, Report]:
    report = Report()
    (folder / "sdkloom.yaml").write_text(text)
    return read_config(Path("sdkloom.yaml"), report), report


def test_everything_is_read(folder: Path) -> None:
    config, report = _read(folder, _FULL)
    assert not report.diagnostics
    assert config is not None
    assert config.spec == Path("spec/api.yaml")
    assert config.overlays == (Path("spec/a.yaml"), Path("spec/b.yaml"))
    assert config.remote == ("https://specs.example.com", "http://specs.example.com:8080")
    assert config.lock_file == Path("sdkloom.remote.lock")
    assert config.output == Path("out")
    (target,) = config.targets
    assert (target.name, target.package, target.client, target.version) == ("python", "acme", "Acme", "1.2.3")
    assert dict(config.environment.credentials) == {"api_key": "ACME_KEY"}
    assert (config.environment.base_url, config.environment.log) == ("ACME_URL", None)
    assert config.operations["uploadFile"] == OperationChoice(("files.create",))
    models = config.operations["GET /models"]
    assert (models.call, models.aliases) == (("models.list", "models.all"), ("models.index",))
    assert models.parameters == {"q": PartChoice("query")}
    assert config.operations["old"].skip
    assert config.resources == {
        "beta.threads": ResourceChoice("threads"),
        "internal": ResourceChoice(skip=True),
    }
    assert config.types["Chat"] == TypeChoice((PlacedName(("chat",), "Completion"),))
    assert config.types["Model"].name == (PlacedName((), "Model"), PlacedName(("models",), "Model"))
    assert config.types["Color"].aliases == (PlacedName((), "Tint"),)
    assert config.types["Color"].fields == {"hue": PartChoice("shade", ("hue",))}
    assert config.types["Color"].members["RED"].name == "red"
    assert config.retry == Retry(attempts=4, statuses=(429, 498), initial=1.0, server_errors=False)
    assert config.errors == {498: "CapacityError"}
    assert config.arrays == Arrays(query="brackets")
    assert (config.strict, config.jobs) == (True, 2)
    assert config.source("operations", "GET /models") == Source("sdkloom.yaml", "#/operations/GET ~1models")


def test_everything_has_a_default() -> None:
    config = Config(spec=Path("api.yaml"))
    assert tuple(target.name for target in config.targets) == known_targets()
    assert (config.retry.attempts, config.retry.statuses, config.retry.cap) == (2, (408, 409, 429), 120.0)
    assert config.source("operations", "x") is None
    assert config.lock_file == Path("api.remote.lock")


def test_paths_are_relative_to_the_file(folder: Path) -> None:
    (folder / "below").mkdir()
    (folder / "below" / "sdkloom.yaml").write_text("spec: api.yaml\n")
    config = read_config(Path("below/sdkloom.yaml"), Report())
    assert config is not None
    assert (config.spec, config.output) == (Path("below/api.yaml"), Path("below/sdk"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("output: x\n", ["E120 sdkloom.yaml:1:1"]),
        ("", ["E120 sdkloom.yaml"]),
        ("- a\n", ["E120 sdkloom.yaml:1:1"]),
        ("spec: 3\n", ["E120 sdkloom.yaml:1:1"]),
        ("spec: a\nspec: b\n", ["E104 sdkloom.yaml:2:1"]),
        ("spec: a\noutptu: b\n", ["E121 sdkloom.yaml:2:1"]),
        ("spec: a\nretry: {attempts: -1}\n", ["E120 sdkloom.yaml:2:9"]),
        ("spec: a\nretry: {attempts: 1.5}\n", ["E120 sdkloom.yaml:2:9"]),
        ("spec: a\nretry: {attempts: true}\n", ["E120 sdkloom.yaml:2:9"]),
        ("spec: a\nretry: {statuses: [429, 1]}\n", ["E120 sdkloom.yaml:2:25"]),
        ("spec: a\nretry: 3\n", ["E120 sdkloom.yaml:2:1"]),
        ("spec: a\nremote: example.com\n", ["E120 sdkloom.yaml:2:1"]),
        (
            "spec: a\nremote: ['https://a.example', 'https://a.example/b', 3]\n",
            ["E120 sdkloom.yaml:2:31", "E120 sdkloom.yaml:2:54"],
        ),
        ("spec: a\narrays: {query: both}\n", ["E120 sdkloom.yaml:2:10"]),
        ("spec: a\nstrict: no\n", ["E120 sdkloom.yaml:2:1"]),
        ("spec: a\njobs: 0\n", ["E120 sdkloom.yaml:2:1"]),
        ("spec: a\nerrors: {200: Fine}\n", ["E120 sdkloom.yaml:2:10"]),
        ("spec: a\nerrors: {498: not a class}\n", ["E120 sdkloom.yaml:2:10"]),
        ("spec: a\ntargets: {cobol: {}}\n", ["E120 sdkloom.yaml:2:11"]),
        ("spec: a\ntargets:\n  python: {package: my-package}\n", ["E120 sdkloom.yaml:3:12"]),
        ("spec: a\ntargets:\n  python: {pakage: x}\n", ["E121 sdkloom.yaml:3:12"]),
        ("spec: a\nenvironment: {api_key: 'a b'}\n", ["E120 sdkloom.yaml:2:15"]),
        ("spec: a\noperations: {x: files..list}\n", ["E120 sdkloom.yaml:2:14"]),
        ("spec: a\noperations: {x: {skip: 1}}\n", ["E120 sdkloom.yaml:2:18"]),
        ("spec: a\noperations: {x: {parameters: {q: a-b}}}\n", ["E120 sdkloom.yaml:2:31"]),
        ("spec: a\noperations: {x: {parametrs: {}}}\n", ["E121 sdkloom.yaml:2:18"]),
        ("spec: a\nresources: {a: b c}\n", ["E120 sdkloom.yaml:2:13"]),
        ("spec: a\nresources: {a: [b, c]}\n", ["E120 sdkloom.yaml:2:13"]),
        ("spec: a\ntypes: {x: [A, 'b c']}\n", ["E120 sdkloom.yaml:2:16"]),
        ("spec: a\ntypes: {x: {members: {a: {aliases: [b]}}}}\n", ["E121 sdkloom.yaml:2:27"]),
        ("spec: a\nretry: {attempts: x}\njobs: x\n", ["E120 sdkloom.yaml:2:9", "E120 sdkloom.yaml:3:1"]),
    ],
)
def test_bad_values_are_placed(folder: Path, text: str, expected: list[str]) -> None:
    config, report = _read(folder, text)
    assert config is None
    assert places(report) == expected


def test_no_targets_are_all_targets(folder: Path) -> None:
    config, _ = _read(folder, "spec: a\ntargets: {}\n")
    assert config is not None
    assert tuple(target.name for target in config.targets) == known_targets()


def test_a_missing_file_is_an_error(folder: Path) -> None:
    report = Report()
    assert read_config(folder / "none.yaml", report) is None
    assert codes(report) == ["E101"]


def test_misspelt_keys_get_a_suggestion(folder: Path) -> None:
    _, report = _read(folder, "spec: a\noverlay: b\n")
    assert report.diagnostics[0].hint == "did you mean `overlays`?"


def test_the_schema_accepts_what_is_read(folder: Path) -> None:
    validator = Draft202012Validator(schema())
    Draft202012Validator.check_schema(schema())
    (folder / "sdkloom.yaml").write_text(_FULL)
    text = read_text(Path("sdkloom.yaml"), "sdkloom.yaml", Report())
    assert text is not None
    assert not list(validator.iter_errors(parse(text, Report())))
    for bad in (
        {},
        {"spec": 1},
        {"spec": "a", "jobs": 0},
        {"spec": "a", "errors": {"200": "A"}},
        {"spec": "a", "x": 1},
    ):
        assert list(validator.iter_errors(bad))


def test_the_configuration_of_this_repository_fits_the_schema() -> None:
    path = Path(__file__).parents[2] / "sdkloom.yaml"
    text = read_text(path, path.name, Report())
    assert text is not None
    data = parse(text, Report())
    validator = Draft202012Validator(schema())
    assert isinstance(data, dict)
    assert not list(validator.iter_errors(data))
    for key in data:
        assert list(
            validator.iter_errors({**{k: v for k, v in data.items() if k != key}, f"{key}x": data[key]})
        )
        assert list(validator.iter_errors({**data, key: [{"not": "this"}]}))


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("operations", {"a": "b.c", "d": {"call": ["b.e"], "skip": False}}, {"a": {"cal": "b.c"}}),
        ("operations", {"a": {"parameters": {"q": {"name": "x", "aliases": ["y"]}}}}, {"a": 1}),
        ("operations", {"a": {"unwrap": "data", "stream": "stream"}}, {"a": {"stream": {"swich": "s"}}}),
        ("resources", {"a.b": {"call": "c", "aliases": ["a.b"]}}, {"a.b": ["c", "d"]}),
        (
            "types",
            {"A": {"members": {"x": "y"}, "fields": {"f": "g"}}},
            {"A": {"members": {"x": {"aliases": "y"}}}},
        ),
        ("servers", {"production": "https://a.example"}, {"production": "a.example"}),
        ("credentials", {"token": "Bearer", "user": {"scheme": "B", "part": "username"}}, {"a-b": "Bearer"}),
        ("streams", {"sentinel": "[DONE]", "error": "a.b"}, {"error": "a..b"}),
        ("unwrap", ["data", "result"], [1]),
        ("arrays", {"query": "indices"}, {"query": "index"}),
        ("objects", {"query": "dots"}, {"query": "commas"}),
        ("environment", {"prefix": "ACME", "token": "ACME_TOKEN"}, {"prefix": "A B"}),
        ("license", "MIT OR Apache-2.0", "MIT!"),
    ],
)
def test_what_the_schema_accepts_is_read(folder: Path, key: str, good: object, bad: object) -> None:
    validator = Draft202012Validator(schema())
    for value, fits in ((good, True), (bad, False)):
        data = {"spec": "a", key: value}
        assert validator.is_valid(data) == fits
        config, _ = _read(folder, json.dumps(data))
        assert (config is not None) == fits


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_KEYS = st.sampled_from([*schema()["properties"], "x"])  # type: ignore[misc]


@bounded
@given(st.dictionaries(_KEYS, _JSON, max_size=6))
def test_no_value_makes_the_reader_fail(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("config") / "sdkloom.json"
    path.write_text(json.dumps({"spec": "a", **data}))
    report = Report()
    config = read_config(path, report)
    assert (config is None) == report.failed
