"""Text to data with positions: the only stage that knows of files, versions, overlays and references."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, Source
from sdkloom.load.adopt import adopt
from sdkloom.load.cache import user_cache
from sdkloom.load.dynamic import bind_dynamic
from sdkloom.load.fetch import PUBLIC, Network
from sdkloom.load.objects import BROKEN, MOUNT, objects
from sdkloom.load.origins import Origins
from sdkloom.load.overlay import apply_overlay
from sdkloom.load.pointers import find
from sdkloom.load.read import Text, parse, read_text, shown_name
from sdkloom.load.refs import link
from sdkloom.load.remote import Remote, is_address
from sdkloom.load.upgrade import upgrade
from sdkloom.load.validate import Validation, validate

if TYPE_CHECKING:
    from sdkloom.config import Config

__all__ = ["BROKEN", "Document", "load", "objects"]


@dataclass(frozen=True, slots=True)
class Document:
    """A document in the words of OpenAPI 3.1, its overlays applied, every reference a pointer into `root`.

    `file` is the name to show, `digest` the SHA-256 of all that was read, `version` the document's own. A
    `validation` is still going on where there is one. `lock` is the text of the lock file, None where no
    document may be fetched.
    """

    root: Mapping[str, Json]
    file: str
    digest: str
    version: str
    origins: Origins
    validation: Validation | None = None
    lock: str | None = None

    def at(self, pointer: str) -> Json:
        """The node at a pointer such as `#/components/schemas/Pet`. Raises KeyError where none is."""
        return find(self.root, pointer)

    def source(self, pointer: str) -> Source:
        """Where a pointer of `root` came from: the file, and the pointer in that file's own words."""
        return self.origins.source(pointer)


def load(config: Config, report: Report, network: Network = PUBLIC) -> Document | None:
    """Read, overlay, link, validate and upgrade the document; None where it cannot be understood.

    Other hosts are asked for what the configuration allows, and `network` says how they are reached.
    """
    file = shown_name(config.spec)
    text = read_text(config.spec, file, report)
    if text is None:
        return None
    data = parse(text, report)
    if report.failed or not _is_openapi(data, file, report):
        return None
    digest, origins = hashlib.sha256(text.data), Origins(file)
    if config.changes is not None:
        digest.update(json.dumps(config.changes.overlay).encode("ascii"))
        data = apply_overlay(data, config.changes.overlay, config.changes.places, origins, report)
    for path in config.overlays:
        overlay = read_text(path, shown_name(path), report)
        if overlay is not None:
            digest.update(overlay.data)
            actions = parse(overlay, report)
            data = (
                apply_overlay(data, actions, Origins(overlay.file), origins, report)
                if not report.failed
                else data
            )
    if report.failed or not _is_openapi(data, file, report):
        return None
    assert isinstance(data, dict)
    data.pop(MOUNT, None)
    cache = user_cache()
    remote = Remote(config.remote, config.lock_file, cache, network, report)
    broken = link(
        data, config.spec.name, origins, _reader(config.spec, remote, digest.update, report), report
    )
    if report.failed:
        return None
    validation = validate(data, broken, origins, cache, report)
    bind_dynamic(data, origins, report)
    adopt(data, origins)
    version = str(data.get("openapi") or data.get("swagger"))
    root, moved = upgrade(data)
    origins.move(moved)
    lock = remote.lock() if config.remote else None
    return Document(root, file, digest.hexdigest(), version, origins, validation, lock)


def _reader(
    spec: Path, remote: Remote, remember: Callable[[bytes], None], report: Report
) -> Callable[[str, Source], Json]:
    """Reads the other files of a document: those that lie below its folder, and what may be fetched."""
    folder = spec.parent

    def read_file(path: str, at: Source) -> Text | None:
        other = folder / path
        if not other.resolve().is_relative_to(folder.resolve()):
            report.add("W106", at, f"`{path}`", hint="keep all files of a document in one folder")
            return None
        return read_text(other, shown_name(other), report, at)

    def read(path: str, at: Source) -> Json:
        text = remote.read(path, at) if is_address(path) else read_file(path, at)
        if text is None:
            return None
        remember(text.data)
        return parse(text, report)

    return read


def _is_openapi(data: Any, file: str, report: Report) -> bool:
    if not isinstance(data, Mapping):
        report.add("E103", Source(file, "#"), "it is not an object")
        return False
    key = "openapi" if "openapi" in data else "swagger"
    version = data.get(key)
    if version is None:
        hint = "the first line of a document should say e.g. `openapi: 3.1.0`"
        report.add("E103", Source(file, "#"), "it has neither `openapi` nor `swagger`", hint=hint)
        return False
    supported = ("3.0", "3.1", "3.2") if key == "openapi" else ("2.0",)
    if not f"{version}.0.0".startswith(tuple(f"{known}." for known in supported)):
        hint = "supported are OpenAPI 3.0, 3.1 and 3.2, and Swagger 2.0"
        report.add("E103", Source(file, f"#/{key}"), f"version `{version}` is not supported", hint=hint)
        return False
    if not any(
        isinstance(data.get(key), Mapping) for key in ("paths", "components", "webhooks", "definitions")
    ):
        report.add("E103", Source(file, "#"), "it has neither `paths` nor `components` nor `webhooks`")
        return False
    return True
