"""What did the user choose? `sdkloom.yaml` and the command line become one frozen Config of defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from sdkloom.adopt import Adopted, Changes, adopt
from sdkloom.codes import Severity
from sdkloom.config_api import (
    CREDENTIALS,
    FIELD,
    HEADER,
    HEADERS,
    LICENSE,
    NOTICE,
    SERVERS,
    Arrays,
    CredentialChoice,
    Objects,
    QueryStyle,
    StreamChoice,
    Streams,
    Webhooks,
    webhook_faults,
)
from sdkloom.config_kinds import (
    Choice,
    Chooser,
    FilePath,
    Flag,
    ListOf,
    MapOf,
    Number,
    Record,
    Statuses,
    Text,
    chosen,
)
from sdkloom.config_names import (
    OPERATIONS,
    RESOURCES,
    TYPES,
    MemberChoice,
    OperationChoice,
    PartChoice,
    PlacedName,
    ResourceChoice,
    TypeChoice,
)
from sdkloom.config_options import OptionChoice, Options
from sdkloom.config_pages import PageRule, PageRules
from sdkloom.diagnostics import Diagnostic, Report
from sdkloom.ir.base import Json, Source, escape
from sdkloom.load.addresses import read_origin
from sdkloom.load.origins import Origins
from sdkloom.load.read import parse, read_text, shown_name
from sdkloom.name.words import split_words

__all__ = [
    "Arrays",
    "Config",
    "CredentialChoice",
    "Environment",
    "MemberChoice",
    "OperationChoice",
    "OptionChoice",
    "PartChoice",
    "PlacedName",
    "QueryStyle",
    "ResourceChoice",
    "Retry",
    "StreamChoice",
    "TargetConfig",
    "TypeChoice",
    "Webhooks",
    "faults",
    "read_config",
    "schema",
    "webhook_faults",
]

_IDENTIFIER = r"[A-Za-z][A-Za-z0-9_]*"

_VARIABLE = Text("the name of an environment variable", r"[A-Za-z_][A-Za-z0-9_]*")
_ERROR = Text("a class name such as `QuotaError`", r"[A-Z][A-Za-z0-9]*")
_ERROR_STATUS = Text("the status of an error", r"[45]\d\d")


@dataclass(frozen=True, slots=True)
class TargetConfig:
    """A language to generate, and what is chosen for it."""

    name: str
    package: str | None = chosen(Text("an identifier", _IDENTIFIER), None, "The import name of the package.")
    client: str | None = chosen(Text("an identifier", _IDENTIFIER), None, "The name of the client class.")
    distribution: str | None = chosen(
        Text("a package name", r"@?[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9])?"),
        None,
        "The name to publish under.",
    )
    version: str | None = chosen(
        Text("a version such as `1.2.3`", r"\d+\.\d+\.\d+[A-Za-z0-9.+-]*"), None, "The version to publish."
    )


@dataclass(frozen=True, slots=True)
class Environment:
    """Environment variables that the client reads: one for each option, and three of its own.

    Those that are not chosen begin with the prefix, or with the name of the package. `keys` are the options
    of `credentials` as the file writes them.
    """

    credentials: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    prefix: str | None = chosen(_VARIABLE, None, "What the names of variables begin with, such as `ACME`.")
    base_url: str | None = chosen(_VARIABLE, None, "The variable that holds the base URL.")
    log: str | None = chosen(_VARIABLE, None, "The variable that holds the log level.")
    headers: str | None = chosen(
        _VARIABLE, None, "The variable that holds further headers, one `Name: value` a line."
    )


@dataclass(frozen=True, slots=True)
class Retry:
    """When and how failed requests are sent again; times in seconds."""

    attempts: int = chosen(Number(int), 2, "How often a request is sent again.")
    statuses: tuple[int, ...] = chosen(
        Statuses(), (408, 409, 429), "Which statuses are worth another attempt."
    )
    server_errors: bool = chosen(Flag(), True, "Whether every status from 500 on is.")
    initial: float = chosen(Number(float), 0.5, "The first pause, in seconds.")
    maximum: float = chosen(Number(float), 8.0, "The longest pause that is chosen, in seconds.")
    cap: float = chosen(Number(float), 120.0, "The longest pause that a server may ask for, in seconds.")


class _Targets:
    """`<target>: {package: acme, client: Acme}`: what is chosen for each target, by its name."""

    def read(self, value: Json, pointer: str, chooser: Chooser) -> tuple[TargetConfig, ...]:
        from sdkloom.targets import known_targets

        found = []
        for name, given, at in chooser.items(value, pointer):
            chooser.choose(name, at, known_targets(), "a target")
            found.append(Record(TargetConfig(name)).read({} if given is None else given, at, chooser))
        return tuple(found) or _default_targets()

    def schema(self) -> dict[str, Json]:
        from sdkloom.targets import known_targets

        return {
            "type": "object",
            "properties": {name: Record(TargetConfig(name)).schema() for name in known_targets()},
            "additionalProperties": False,
        }


class _Environment:
    """Three variables of the client's own; every other key is the option of a credential."""

    def read(self, value: Json, pointer: str, chooser: Chooser) -> Environment:
        own: dict[str, Any] = {}
        credentials: dict[str, Any] = {}
        keys: dict[str, str] = {}
        for key, part, at in chooser.items(value, pointer):
            variable = _VARIABLE.read(part, at, chooser)
            if key in {"prefix", "base_url", "log", "headers"}:
                own[key] = variable
            else:  # an option is known by its words, however somebody writes it
                option = "_".join(split_words(key))
                credentials[option], keys[option] = variable, key
        return Environment(credentials, keys, **own)

    def schema(self) -> dict[str, Json]:
        return {**Record(Environment()).schema(), "additionalProperties": _VARIABLE.schema()}


class _Origin:
    """A scheme, a host, and a port where it is not the usual one."""

    def read(self, value: Json, pointer: str, chooser: Chooser) -> str:
        try:
            return read_origin(str(value))
        except ValueError:
            chooser.refuse(pointer, f"`{value}` is not an origin such as `https://specs.example.com`")
            return ""

    def schema(self) -> dict[str, Json]:
        return {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#@]+/?$"}


class _Errors:
    """`429: QuotaError`: classes by their status."""

    def read(self, value: Json, pointer: str, chooser: Chooser) -> dict[int, str]:
        named = MapOf(_ERROR, key=_ERROR_STATUS).read(value, pointer, chooser)
        return {int(status): name for status, name in named.items() if status.isdecimal()}

    def schema(self) -> dict[str, Json]:
        return MapOf(_ERROR, key=_ERROR_STATUS).schema()


def _default_targets() -> tuple[TargetConfig, ...]:
    from sdkloom.targets import known_targets

    return tuple(TargetConfig(name) for name in known_targets())


@dataclass(frozen=True, slots=True)
class Config:
    """All choices, with paths as seen from the current folder. `config_file` is the name to show, or None."""

    spec: Path = field(metadata={"kind": FilePath(), "help": "The OpenAPI document."})
    overlays: tuple[Path, ...] = chosen(ListOf(FilePath()), (), "OpenAPI Overlays to apply, in this order.")
    remote: tuple[str, ...] = chosen(
        ListOf(_Origin()),
        (),
        "Origins that documents may be fetched from, such as `https://specs.example.com`.",
    )
    output: Path = chosen(FilePath(), Path("sdk"), "The folder that gets one folder for each target.")
    targets: tuple[TargetConfig, ...] = field(
        default_factory=_default_targets, metadata={"kind": _Targets(), "help": "The languages to generate."}
    )
    environment: Environment = chosen(
        _Environment(), Environment(), "Environment variables that a client reads."
    )
    operations: Mapping[str, OperationChoice] = field(
        default_factory=dict,
        metadata={"kind": OPERATIONS, "help": "Calls by operationId, or by method and path."},
    )
    resources: Mapping[str, ResourceChoice] = field(
        default_factory=dict,
        metadata={"kind": RESOURCES, "help": "Resources by the path at which they would be found."},
    )
    types: Mapping[str, TypeChoice] = field(
        default_factory=dict,
        metadata={"kind": TYPES, "help": "Class names by schema name or JSON pointer."},
    )
    retry: Retry = chosen(Record(Retry()), Retry(), "When failed requests are sent again.")
    errors: Mapping[int, str] = field(
        default_factory=dict,
        metadata={"kind": _Errors(), "help": "Error classes of their own for some statuses."},
    )
    pagination: Mapping[str, PageRule] = field(
        default_factory=dict,
        metadata={"kind": PageRules(), "help": "How answers come in pages: rules by their names."},
    )
    servers: Mapping[str, str] = field(
        default_factory=dict,
        metadata={"kind": SERVERS, "help": "Where the API is found, by environment; the first is usual."},
    )
    credentials: Mapping[str, CredentialChoice] = field(
        default_factory=dict,
        metadata={"kind": CREDENTIALS, "help": "Options of the client by the security scheme they serve."},
    )
    options: Mapping[str, OptionChoice] = field(
        default_factory=dict,
        metadata={
            "kind": Options(),
            "help": "Options of the client that are no credentials, by their names.",
        },
    )
    headers: Mapping[str, str] = field(
        default_factory=dict,
        metadata={"kind": HEADERS, "help": "Headers of every request that nobody chose otherwise."},
    )
    timeout: float | None = chosen(
        Number(float), None, "Seconds that a request may take where nobody says; a minute without it."
    )
    idempotency: str | None = chosen(
        HEADER, None, "The header of idempotency keys; with it, calls that change something have one anyway."
    )
    streams: Streams = chosen(Record(Streams()), Streams(), "How server-sent events end and fail.")
    unwrap: tuple[str, ...] = chosen(
        ListOf(FIELD), (), "Fields that are answered in place of an answer that says nothing else."
    )
    arrays: Arrays = chosen(Record(Arrays()), Arrays(), "How arrays are spelled.")
    objects: Objects = chosen(Record(Objects()), Objects(), "How objects are spelled.")
    webhooks: Webhooks = chosen(Record(Webhooks()), Webhooks(), "How webhooks are checked and read.")
    notice: str = chosen(NOTICE, "", "What opens every file of code, as a comment.")
    license: str | None = chosen(LICENSE, None, "The licence of what is generated.")
    headline: str | None = chosen(
        Text("an operationId, or a method and a path", r"[\s\S]+"),
        None,
        "The operation whose call opens a README, by operationId or by method and path.",
    )
    unlisted: Literal["keep", "skip"] = chosen(
        Choice(("keep", "skip")), "keep", "What becomes of operations that `operations` does not list."
    )
    strict: bool = chosen(Flag(), False, "Whether a warning stops generation.")
    jobs: int = chosen(Number(int, least=1), 1, "How many processes format files.")
    config_file: str | None = None
    places: Origins | None = None
    changes: Changes | None = None
    adopted: str | None = None

    @property
    def lock_file(self) -> Path:
        """Where the hashes of fetched documents are kept: beside the configuration, or else the document."""
        beside = Path(self.config_file) if self.config_file else self.spec
        return beside.with_suffix(".remote.lock")

    @property
    def names_file(self) -> Path | None:
        """Where published names are kept: `sdkloom.lock` beside the configuration, if there is one."""
        return Path(self.config_file).with_name("sdkloom.lock") if self.config_file else None

    def source(self, *keys: str) -> Source | None:
        """The place of a key in the configuration file."""
        return self.places.source("/".join(("#", *map(escape, keys)))) if self.places is not None else None

    def report_missing(self, report: Report, keys: tuple[str, ...], detail: str, hint: str = "") -> None:
        """Report that the key names something which the document does not have.

        In a file of another tool that is a warning: it may have grown apart from the document long ago.
        """
        report.add("E303" if self.is_own(*keys) else "W125", self.source(*keys), detail, hint=hint)

    def is_own(self, *keys: str) -> bool:
        """Was the key written for this tool, and not taken over from another?"""
        source = self.source(*keys)
        return source is None or source.file != self.adopted


def read_config(path: Path, report: Report, spec: Path | None = None) -> Config | None:
    """The configuration in a file; every bad value and unknown key is reported. None after an error.

    The document is `spec` where it is given: a `stainless.yml`, which may stand in place of an `sdkloom.yaml`
    or under its key `config`, names none.
    """
    file = shown_name(path)
    text = read_text(path, file, report)
    data = parse(text, report) if text is not None else None
    if report.failed:
        return None
    adopted = adopt(data, path, report)
    return read_adopted(adopted, path, report, spec) if adopted is not None else None


def read_adopted(adopted: Adopted, path: Path, report: Report, spec: Path | None = None) -> Config | None:
    """The configuration that data say, which may be those of another tool's file at the path."""
    chooser = Chooser(adopted.places, path.parent, report)
    if not isinstance(adopted.data, Mapping) or ("spec" not in adopted.data and spec is None):
        hint = "write e.g. `spec: openapi.yaml`, or give the document as an argument"
        chooser.refuse("#", "`spec` must name an OpenAPI document", hint=hint)
        return None
    start = Config(
        spec or Path(),
        output=path.parent / "sdk",
        config_file=shown_name(path),
        places=adopted.places,
        changes=adopted.changes,
        adopted=adopted.file,
    )
    config: Config = Record(start).read(adopted.data, "#", chooser)
    return None if report.failed else config


def faults(data: Json) -> list[Diagnostic]:
    """What keeps data from being a configuration, each fault at a pointer into the data."""
    found = Report()
    Record(Config(Path())).read(data, "#", Chooser(Origins(""), Path(), found))
    return [one for one in found.diagnostics if one.severity is Severity.ERROR]


def schema() -> dict[str, Json]:
    """A JSON Schema of `sdkloom.yaml`, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sdkloom.yaml",
        **Record(Config(Path())).schema(),
        "required": ["spec"],
    }
