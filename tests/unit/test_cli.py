"""The command line: options, exit codes, and that nothing is ever written after an error."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from server import Answer, answering

from sdkloom import cli, pipeline
from sdkloom.config import Config, schema
from sdkloom.diagnostics import Report
from sdkloom.load import load
from sdkloom.load.fetch import Network
from sdkloom.targets import known_targets

_API = """\
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses:
        '200':
          description: ok
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}}}
"""
_BAD = _API + "info: {title: again}\n"
_DOUBTFUL = _API.replace("description: ok", "descriptio: ok")


@pytest.fixture
def project(folder: Path) -> Path:
    (folder / "api.yaml").write_text(_API)
    (folder / "bad.yaml").write_text(_BAD)
    (folder / "doubtful.yaml").write_text(_DOUBTFUL)
    return folder


def _run(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(cli.cli, arguments)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_rule_59_generate_then_check(project: Path) -> None:
    target = known_targets()[0]
    result = _run(
        "generate", "api.yaml", "--target", target, "--out", "out", "--package", "pets", "--client", "Pets"
    )
    assert "1 operations" in result.stderr
    manifest = json.loads((project / "out" / target / ".generated.json").read_text())
    assert (manifest["package"], manifest["client"], manifest["omitted"]) == ("pets", "Pets", [])
    (operation,) = manifest["operations"]
    assert operation == {"operation": "listPets", "method": "get", "path": "/pets", "call": "pets.list"}
    listed = {f"{target}/{name}" for name in manifest["files"]} | {f"{target}/.generated.json"}
    assert listed == set(_files(project / "out"))
    same = ("--target", target, "--out", "out", "--package", "pets", "--client", "Pets")
    assert _run("check", "api.yaml", *same).stdout == ""
    (project / "out" / target / "README.md").write_text("mine")
    before = _files(project)
    assert _run("check", "api.yaml", *same, code=1).stdout == f"{target}/README.md\n"
    assert _files(project) == before


def test_edits_of_users_are_listed(project: Path) -> None:
    same = ("api.yaml", "--target", (target := known_targets()[0]), "--out", "out")
    assert "files edited by hand: 0 (+0 -0 lines)" in _run("edits", *same).stderr
    _run("generate", *same, "--quiet")
    assert _run("edits", *same).stdout == ""
    readme = project / "out" / target / "README.md"
    readme.write_text(readme.read_text() + "mine\n")
    before = _files(project)
    result = _run("edits", *same, code=1)
    assert result.stdout == f"{target}/README.md: +1 -0, lost with the next `sdkloom generate`\n"
    assert "files edited by hand: 1 (+1 -0 lines), of which the next `generate` loses 1" in result.stderr
    assert _files(project) == before


def test_processes_make_no_difference(project: Path) -> None:
    _run("generate", "api.yaml", "--out", "one", "--quiet")
    _run("generate", "api.yaml", "--out", "two", "--quiet", "--jobs", "2")
    assert _files(project / "one") == _files(project / "two")


def test_a_configuration_and_what_is_put_on_top(project: Path) -> None:
    (project / "sdkloom.yaml").write_text(
        "spec: api.yaml\noutput: out\noperations: {listPets: animals.all}\n"
    )
    _run("generate", "--quiet")
    manifest = json.loads((project / "out" / known_targets()[0] / ".generated.json").read_text())
    assert manifest["operations"][0]["call"] == "animals.all"
    _run("check", "--quiet")
    _run("check", "--config", "sdkloom.yaml", "--package", "other", code=1)


def test_overlays_of_the_command_line(project: Path) -> None:
    overlay = "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n- {target: $.info, update: {title: Dogs}}\n"
    (project / "o.yaml").write_text(overlay)
    _run("generate", "api.yaml", "--overlay", "o.yaml", "--out", "out", "--quiet")
    assert "Dogs" in (project / "out" / known_targets()[0] / "README.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("generate", "none.yaml"), 1, "error[E101]"),
        (("generate", "bad.yaml"), 1, "error[E104]"),
        (("generate", "doubtful.yaml", "--strict"), 1, "2 warnings count as errors under --strict"),
        (("generate", "--config", "none.yaml"), 1, "error[E101]"),
        (("check", "bad.yaml"), 1, "error[E104]"),
        (("validate", "bad.yaml"), 1, "error[E104]"),
        (("validate", "doubtful.yaml", "--strict"), 1, "warning[W110]"),
        (("dump-ir", "bad.yaml"), 1, "error[E104]"),
        (("names", "bad.yaml"), 1, "error[E104]"),
        (("names", "api.yaml", "--why", "nothing"), 1, "nothing is called `nothing`"),
        (("generate",), 2, "give a SPEC"),
        (("generate", "api.yaml", "--target", "cobol"), 2, "there is no target `cobol`"),
        (("generate", "api.yaml", "--package", "a-b"), 2, "--package must be an identifier"),
        (("generate", "api.yaml", "--jobs", "0"), 2, "--jobs"),
        (("generate", "api.yaml", "--allow-remote", "example.com"), 2, "wants an origin such as"),
        (("explain", "W1055"), 2, "did you mean `W105`?"),
        (("nonsense",), 2, "nonsense"),
    ],
)
def test_failures(project: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    before = _files(project)
    assert said in _run(*arguments, code=code).output
    assert _files(project) == before


def test_an_error_deletes_nothing(project: Path) -> None:
    _run("generate", "api.yaml", "--out", "out", "--quiet")
    before = _files(project)
    _run("generate", "bad.yaml", "--out", "out", code=1)
    assert _files(project) == before


def test_quiet_says_nothing_but_errors(project: Path) -> None:
    assert _run("generate", "doubtful.yaml", "--out", "out", "--quiet").output == ""
    assert "warning[W110]" in _run("generate", "doubtful.yaml", "--out", "out").stderr


def test_validate(project: Path) -> None:
    result = _run("validate", "doubtful.yaml")
    assert "warning[W110]: `description` is missing" in result.stderr
    assert result.stderr.endswith("doubtful.yaml: 0 errors, 2 warnings, 1 note\n")


def test_fetched_documents_are_locked_and_kept(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDKLOOM_CACHE", str(tmp_path_factory.mktemp("cache")))
    old = f"https://specs.example.com/old.yaml sha256:{'0' * 64}\n"
    with answering(Answer(body=b"Pet: {type: object, properties: {name: {type: string}}}")) as server:
        origin = server.url.replace("127.0.0.1", "specs.example.com")
        (project / "shared.yaml").write_text(
            "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths:\n  /pet:\n    get:\n      operationId: getPet\n"
            "      responses: {'200': {description: ok, content: {application/json: {schema: "
            f"{{$ref: '{origin}/a.yaml#/Pet'}}}}}}}}}}\n"
        )
        document = load(
            Config(spec=Path("shared.yaml"), remote=(origin,)),
            Report(),
            Network(resolve=lambda *_: ("127.0.0.1",), allows=lambda _: True),
        )
    assert document is not None
    assert document.lock is not None
    lock = project / "shared.remote.lock"
    lock.write_text(f"{document.lock}{old}")
    allowed = ("--allow-remote", origin, "--allow-remote", "HTTPS://specs.example.com/")
    assert "cannot" not in _run("validate", "shared.yaml", *allowed).stderr
    assert "shared.remote.lock" in _run("check", "shared.yaml", *allowed, code=1).stdout
    assert old in lock.read_text(), "to check is not to write"
    _run("generate", "shared.yaml", "--strict", *allowed)
    assert lock.read_text() == document.lock
    _run("check", "shared.yaml", *allowed)
    assert _run("names", "shared.yaml", *allowed).stderr == ""
    assert "name?: string" in _run("dump-ir", "shared.yaml", *allowed).stdout
    refused = _run("generate", "shared.yaml")
    assert f"--allow-remote {origin}" in refused.stderr
    assert lock.read_text() == document.lock, "what is not allowed is not forgotten"


def test_dump_ir(project: Path) -> None:
    text = _run("dump-ir", "api.yaml").stdout
    assert text.startswith("operation listPets: GET /pets\n")
    assert _run("dump-ir", "api.yaml", "--only", "Pet").stdout.endswith("model pet\n  name: string\n")
    data = json.loads(_run("dump-ir", "api.yaml", "--format", "json").stdout)
    assert [definition["kind"] for definition in data["definitions"]] == ["Model"]


def test_names(project: Path) -> None:
    (named,) = json.loads(_run("names", "api.yaml", "--format", "json").stdout)
    assert set(named) == {"method", "path", "call", "reason"}
    assert named["call"] == "pets.list"
    assert "pets.list" in _run("names", "api.yaml", "--why", "listPets").stdout


def test_names_of_what_reads_webhooks(project: Path) -> None:
    (project / "hooks.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\nwebhooks:\n  born:\n    post:\n"
        "      requestBody: {content: {application/json: {schema: {type: object}}}}\n"
    )
    listed = json.loads(_run("names", "hooks.yaml", "--format", "json").stdout)
    calls = ["webhooks.unwrap", "webhooks.unsafe_unwrap", "webhooks.verify_signature"]
    assert [one["call"] for one in listed] == calls
    assert _run("names", "hooks.yaml").stdout.split()[::2] == calls
    assert "their usual place" in _run("names", "hooks.yaml", "--why", "webhooks.unwrap").stdout
    (project / "moved.yaml").write_text("spec: hooks.yaml\nwebhooks: {resource: events}\n")
    moved = _run("names", "--config", "moved.yaml", "--why", "events.verify_signature").stdout
    assert "the configuration" in moved


def test_explain() -> None:
    assert _run("explain", "w105").stdout.startswith("warning[W105]: the reference … leads nowhere\n\n")


def test_our_own_failure_is_reported_as_one(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("something\nodd")

    monkeypatch.setattr(pipeline, "lower", fail)
    monkeypatch.setattr(sys, "argv", ["sdkloom", "generate", "api.yaml"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 70
    said = capsys.readouterr().err
    assert said.startswith("internal error: RuntimeError: something odd\n  = at sdkloom.")
    assert "please report" in said
    assert "Traceback" not in said


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from sdkloom.cli import cli\n"
        "try: cli(['--help'])\n"
        "except SystemExit: print(*[m for m in sys.modules if m in "
        "{'yaml', 'jinja2', 'black', 'rich', 'openapi_spec_validator', 'jsonpath_rfc9535', 'sdkloom.pipeline'}])"
    )
    assert _python("-c", code).splitlines()[-1] == ""


def test_it_runs_as_a_module() -> None:
    assert _python("-m", "sdkloom", "--version").startswith("sdkloom, version ")


def _python(*arguments: str) -> str:
    """What a fresh process says that finds the same modules as this one."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


_CHOICES = "spec: api.yaml\noutput: out\ntargets: {python: {package: pets}}\n"


def test_init_writes_a_configuration_that_changes_nothing(project: Path) -> None:
    _run("init", "api.yaml")
    _run("generate", "api.yaml", "--out", "plain", "--quiet")
    _run("generate", "--quiet")
    assert _files(project / "sdk") == _files(project / "plain")


_OTHER = """\
organization: {name: pet-house}
targets: {python: {package_name: pets}}
openapi:
  transformations: [{command: update, args: {target: $.info.title, value: House of pets}}]
resources:
  animals: {models: {animal: Pet}, methods: {all: get /pets}}
readme: {include_stainless_attribution: false}
"""


def test_init_takes_over_what_another_tool_was_told(project: Path) -> None:
    (project / "stainless.yml").write_text(_OTHER)
    said = _run("init", "api.yaml", "--from", "stainless.yml")
    assert "N124" in said.stderr
    assert (project / "sdkloom.yaml").read_text().splitlines()[2:] == [
        "spec: api.yaml",
        "overlays: sdkloom.overlay.yaml",
        "output: sdk",
        "targets:",
        "  python: {client: PetHouse, package: pets, distribution: pets}",
        "types: {Pet: animals.Animal}",
        "operations: {GET /pets: animals.all}",
        "unlisted: skip",
    ]
    _run("generate", "--out", "own")
    _run("generate", "api.yaml", "--config", "stainless.yml", "--out", "other")
    own, other = (
        {
            path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*.*")
            if path.suffix != ".json"
        }
        for folder in (project / "own", project / "other")
    )
    assert own == other
    assert "House of pets" in (project / "own" / "python" / "README.md").read_text()


def test_init_says_that_a_file_is_of_no_other_tool(project: Path) -> None:
    result = _run("init", "api.yaml", "--from", "api.yaml", code=1)
    assert "E120" in result.stderr
    assert not (project / "sdkloom.yaml").exists()


def test_init_never_overwrites(project: Path) -> None:
    (project / "sdkloom.yaml").write_text("mine\n")
    result = _run("init", "api.yaml", code=1)
    assert "E502" in result.output
    assert (project / "sdkloom.yaml").read_text() == "mine\n"


def test_init_names_the_document_as_the_configuration_sees_it(project: Path) -> None:
    (project / "below").mkdir()
    _run("init", "api.yaml", "--config", "below/sdkloom.yaml")
    _run("generate", "--config", "below/sdkloom.yaml", "--quiet")
    assert (project / "below" / "sdk" / "python" / "README.md").is_file()


def test_schema_is_that_of_the_configuration() -> None:
    assert json.loads(_run("schema").output) == schema()


def test_a_lock_is_written_once_it_is_asked_for_and_kept_up_to_date(project: Path) -> None:
    (project / "sdkloom.yaml").write_text(_CHOICES)
    _run("generate", "--quiet")
    assert not (project / "sdkloom.lock").exists()
    _run("names", "--lock")
    lock = (project / "sdkloom.lock").read_text()
    _run("check", "--quiet")
    (project / "api.yaml").write_text(_API.replace("operationId: listPets", "operationId: pets/all"))
    assert _run("check", "--quiet", code=1).output.splitlines()[-2] == "sdkloom.lock"
    _run("generate", "--quiet")
    _run("check", "--quiet")
    changed = (project / "sdkloom.lock").read_text()
    assert set(changed.splitlines()) - set(lock.splitlines()) == {
        "call\tGET /pets\tpets.all\tpets/all",
        "former-call\tGET /pets\tpets.list",
        "former-params\tGET /pets\tPetListParams",
        "params\tGET /pets\tpet_all_params",
    }
    _run("names", "--release")
    assert "former-" not in (project / "sdkloom.lock").read_text()


def test_a_lock_stands_beside_a_configuration(project: Path) -> None:
    _run("names", "api.yaml", "--lock", code=2)
    assert not (project / "sdkloom.lock").exists()


def test_nothing_is_generated_beside_a_broken_lock(project: Path) -> None:
    (project / "sdkloom.yaml").write_text(_CHOICES)
    (project / "sdkloom.lock").write_bytes(b"call\xff\n")
    before = _files(project)
    assert "E102" in _run("generate", code=1).output
    (project / "sdkloom.lock").write_text("call\n")
    assert "E310" in _run("generate", code=1).output
    assert _files(project).keys() == before.keys()


_TAKEN = """\
organization: {name: pets}
client_settings:
  opts: {key: {auth: {security_scheme: Key}, read_env: PETS_KEY}, webhook_secret: {read_env: PETS_HOOK}}
pagination: {name: page, type: page_number, request: {page: {type: integer}}, response: {data: {type: array}}}
resources:
  pets:
    models: {dog: Dog}
    methods: {list: {endpoint: get /pets, paginated: page, unwrap_response: pets}, find: get /dogs}
  webhooks: {methods: {unwrap: {type: webhook_unwrap}}}
readme: {example_requests: {default: {endpoint: get /cats}}}
"""


def test_what_is_taken_over_is_a_configuration_for_the_document(project: Path) -> None:
    (project / "stainless.yml").write_text(_TAKEN)
    said = _run("init", "api.yaml", "--from", "stainless.yml", "--config", "taken.yaml").stderr
    found = re.findall(r"warning\[W(?:125|221)\].*\n +--> stainless.yml:(\d+):", said)
    assert set(found) == {"3", "7", "8", "9", "10"}
    _run("generate", "--config", "taken.yaml", "--out", "taken")
    _run("generate", "api.yaml", "--config", "stainless.yml", "--out", "given")
    assert _files(project / "taken") == _files(project / "given")
