"""What did the user choose? `sdkloom.yaml` and the command line become one frozen Config; everything has a default."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, Source, escape
from sdkloom.load import shown_name
from sdkloom.load.read import parse, read_text


@dataclass(frozen=True, slots=True)
class TargetConfig:
    """A language to generate: the package's import name, the client class, and the distribution's name where they are chosen."""

    name: str
    package: str | None = None
    client: str | None = None
    distribution: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Environment:
    """Environment variables that the client reads: one for each credential option, and three of its own."""

    credentials: Mapping[str, str] = field(default_factory=dict)
    base_url: str | None = None
    log: str | None = None
    headers: str | None = None


@dataclass(frozen=True, slots=True)
class Retry:
    """When and how failed requests are sent again; times in seconds."""

    attempts: int = 2
    statuses: tuple[int, ...] = (408, 409, 429)
    server_errors: bool = True
    initial: float = 0.5
    maximum: float = 8.0
    cap: float = 120.0


@dataclass(frozen=True, slots=True)
class Arrays:
    """How arrays are spelled: as the document says, or with `[]` behind the name."""

    query: str = "document"
    multipart: str = "document"


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A class name, and the resource path it lives under: `chat.ChatCompletion`."""

    place: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class TypeNames:
    """The chosen name of a schema; the others are aliases of it."""

    names: tuple[PlacedName, ...]


@dataclass(frozen=True, slots=True)
class Config:
    """All choices. `file` is the configuration file where there is one."""

    spec: Path
    overlays: tuple[Path, ...] = ()
    output: Path = Path("sdk")
    targets: tuple[TargetConfig, ...] = (TargetConfig("python"),)
    environment: Environment = Environment()
    operations: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, TypeNames] = field(default_factory=dict)
    retry: Retry = Retry()
    errors: Mapping[int, str] = field(default_factory=dict)
    arrays: Arrays = Arrays()
    strict: bool = False
    file: str = ""

    def source(self, *keys: str) -> Source | None:
        """The place of a key in the configuration file."""
        return Source(self.file, "/".join(("#", *map(escape, keys)))) if self.file else None


def read_config(path: Path, report: Report) -> Config | None:
    """The configuration in a file; every bad value and unknown key is reported. None where there is an error."""
    file = shown_name(path)
    text = read_text(path, file, report)
    data = parse(text, report) if text is not None else None
    if report.failed():
        return None
    reader = _Reader(file, report)
    config = reader.config(data if data is not None else {}, path.parent)
    return None if report.failed() else config


class _Reader:
    """Reads one configuration file."""

    def __init__(self, file: str, report: Report) -> None:
        self.file = file
        self.report = report

    def config(self, data: Json, folder: Path) -> Config:
        known = self._keys(data, "#", tuple(_TOP))
        spec = known.get("spec")
        if not isinstance(spec, str):
            self._bad("#/spec" if "spec" in known else "#", "`spec` must be the path of an OpenAPI document")
        found = Config(spec=folder / str(spec), file=self.file)
        for key, read in _TOP.items():
            if key in known and key != "spec":
                found = replace(found, **read(self, known[key], f"#/{key}", folder))
        return found

    def _keys(self, data: Json, pointer: str, allowed: tuple[str, ...]) -> dict[str, Json]:
        if not isinstance(data, Mapping):
            self._bad(pointer, "an object is wanted here")
            return {}
        for key in data:
            if key not in allowed:
                close = get_close_matches(str(key), allowed, n=1)
                hint = f"did you mean `{close[0]}`?" if close else f"known here are {', '.join(f'`{name}`' for name in allowed)}"
                self.report.add("E121", Source(self.file, f"{pointer}/{escape(str(key))}"), f"`{key}`", hint=hint)
        return {str(key): value for key, value in data.items() if key in allowed}

    def _bad(self, pointer: str, detail: str, hint: str = "") -> None:
        self.report.add("E120", Source(self.file, pointer), detail, hint=hint)

    def _text(self, value: Json, pointer: str) -> str:
        if not isinstance(value, str) or not value:
            self._bad(pointer, "text is wanted here")
            return ""
        return value

    def _matching(self, value: Json, pointer: str, pattern: str, wanted: str) -> str:
        text = self._text(value, pointer)
        if text and not re.fullmatch(pattern, text):
            self._bad(pointer, f"`{text}` is not {wanted}")
        return text

    def _items(self, value: Json, pointer: str) -> Iterator[tuple[str, Json, str]]:
        if not isinstance(value, Mapping):
            self._bad(pointer, "an object is wanted here")
            return
        for key, part in value.items():
            yield str(key), part, f"{pointer}/{escape(str(key))}"

    def _numbers(self, value: Json, pointer: str, default: Any) -> Any:
        """The fields of a dataclass of numbers, each of the type that its default has."""
        known = self._keys(value, pointer, tuple(default.__dataclass_fields__))
        for key, part in known.items():
            wanted = getattr(default, key)
            below = f"{pointer}/{key}"
            if isinstance(wanted, tuple):
                fits = isinstance(part, list) and all(isinstance(n, int) and 100 <= n <= 599 for n in part)
                part = tuple(part) if fits and isinstance(part, list) else part
                detail = "a list of HTTP statuses is wanted here"
            elif isinstance(wanted, bool):
                fits, detail = isinstance(part, bool), "`true` or `false` is wanted here"
            else:
                fits = isinstance(part, int | float) and not isinstance(part, bool) and part >= 0
                fits = fits and (isinstance(wanted, float) or isinstance(part, int))
                detail = "a number that is not negative is wanted here"
            if fits:
                default = replace(default, **{key: part})
            else:
                self._bad(below, detail)
        return default


_IDENTIFIER = r"[A-Za-z][A-Za-z0-9_]*"
_CALL = rf"{_IDENTIFIER}(\.{_IDENTIFIER})*"


def _read_overlays(reader: _Reader, value: Json, pointer: str, folder: Path) -> dict[str, Any]:
    listed = value if isinstance(value, list) else [value]
    return {"overlays": tuple(folder / reader._text(part, f"{pointer}/{i}") for i, part in enumerate(listed))}


def _read_output(reader: _Reader, value: Json, pointer: str, folder: Path) -> dict[str, Any]:
    return {"output": folder / reader._text(value, pointer)}


def _read_targets(reader: _Reader, value: Json, pointer: str, folder: Path) -> dict[str, Any]:
    from sdkloom.targets import known_targets

    found = []
    for name, options, at in reader._items(value, pointer):
        if name not in known_targets():
            reader._bad(at, f"there is no target `{name}`", f"known are {', '.join(known_targets())}")
        known = reader._keys(options or {}, at, ("package", "client", "distribution", "version"))
        texts = {key: reader._text(part, f"{at}/{key}") for key, part in known.items()}
        for key in ("package", "client"):
            if key in texts:
                reader._matching(texts[key], f"{at}/{key}", _IDENTIFIER, "an identifier")
        if "distribution" in texts:
            reader._matching(texts["distribution"], f"{at}/distribution", r"[A-Za-z0-9]([A-Za-z0-9._@/-]*[A-Za-z0-9])?", "a package name")
        if "version" in texts:
            reader._matching(texts["version"], f"{at}/version", r"\d+\.\d+\.\d+[A-Za-z0-9.+-]*", "a version such as `1.2.3`")
        found.append(TargetConfig(name, **texts))
    return {"targets": tuple(found)}


def _read_environment(reader: _Reader, value: Json, pointer: str, folder: Path) -> dict[str, Any]:
    credentials: dict[str, str] = {}
    own: dict[str, str] = {}
    for key, part, at in reader._items(value, pointer):
        name = reader._matching(part, at, r"[A-Za-z_][A-Za-z0-9_]*", "the name of an environment variable")
        (own if key in {"base_url", "log", "headers"} else credentials)[key] = name
    return {"environment": Environment(credentials, **own)}


def _read_operations(reader: _Reader, value: Json, pointer: str, folder: Path) -> dict[str, Any]:
    wanted = "a call such as `files.list`"
    return {"operations": {key: reader._matching(part, at, _CALL, wanted) for key, part, at in reader._items(value, pointer)}}


def _read_types(reader: _Reader, value: Json, pointer: str, folder: Path) -> dict[str, Any]:
    found = {}
    for key, part, at in reader._items(value, pointer):
        listed = part if isinstance(part, list) and part else [part]
        names = [reader._matching(text, at, _CALL, "a class name such as `chat.ChatCompletion`") for text in listed]
        found[key] = TypeNames(tuple(PlacedName(tuple(name.split(".")[:-1]), name.split(".")[-1]) for name in names))
    return {"types": found}


def _read_retry(reader: _Reader, value: Json, pointer: str, folder: Path) -> dict[str, Any]:
    return {"retry": reader._numbers(value, pointer, Retry())}


def _read_errors(reader: _Reader, value: Json, pointer: str, folder: Path) -> dict[str, Any]:
    found = {}
    for key, part, at in reader._items(value, pointer):
        if not re.fullmatch(r"[45]\d\d", key):
            reader._bad(at, f"`{key}` is not the status of an error")
            continue
        found[int(key)] = reader._matching(part, at, r"[A-Z][A-Za-z0-9]*", "a class name such as `QuotaError`")
    return {"errors": found}


def _read_arrays(reader: _Reader, value: Json, pointer: str, folder: Path) -> dict[str, Any]:
    known = reader._keys(value, pointer, ("query", "multipart"))
    styles = {}
    for key, part in known.items():
        styles[key] = reader._matching(part, f"{pointer}/{key}", "document|brackets", "`document` or `brackets`")
    return {"arrays": Arrays(**styles)}


_TOP: dict[str, Callable[[_Reader, Json, str, Path], dict[str, Any]]] = {
    "spec": _read_output,
    "overlays": _read_overlays,
    "output": _read_output,
    "targets": _read_targets,
    "environment": _read_environment,
    "operations": _read_operations,
    "types": _read_types,
    "retry": _read_retry,
    "errors": _read_errors,
    "arrays": _read_arrays,
}
