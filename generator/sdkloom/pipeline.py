"""The program on one screen: document in, files out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from sdkloom import __version__
from sdkloom.config import Config, TargetConfig
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api
from sdkloom.load import Document, load
from sdkloom.lower import lower
from sdkloom.name.settle import Names, settle
from sdkloom.render import Renderer
from sdkloom.targets import load_target
from sdkloom.targets.base import Plan, Target
from sdkloom.write import MANIFEST

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Understood:
    """What the front half of the compiler makes of a document."""

    document: Document
    api: Api
    names: Names


@dataclass(frozen=True, slots=True)
class Outcome:
    """The files by their path below the output folder, and how many operations they serve; none where there was an error."""

    files: Mapping[str, str]
    operations: int


def understand(config: Config, report: Report, progress: Progress) -> Understood | None:
    """Read, lower and name a document; None where it cannot be read."""
    progress("reading")
    document = load(config.spec, config.overlays, report)
    if document is None or report.failed():
        return None
    progress("understanding")
    api = lower(document, report)
    return Understood(document, api, settle(api, config, report))


def generate(config: Config, report: Report, progress: Progress = lambda stage: None) -> Outcome:
    """Document in, files out. Every stage is a pure function; problems collect in the report."""
    understood = understand(config, report, progress)
    if understood is None or report.failed(strict=config.strict):
        return Outcome({}, 0)
    files: dict[str, str] = {}
    for chosen in config.targets:
        target = load_target(chosen.name)
        plan = target.plan(understood.api, understood.names, config, chosen)
        files |= _render(target, plan, understood, chosen, progress)
    return Outcome(files, len(understood.api.operations))


def _render(
    target: Target, plan: Plan, understood: Understood, chosen: TargetConfig, progress: Progress
) -> dict[str, str]:
    renderer = Renderer(target)
    texts: dict[str, str] = {}
    for file in plan.files:
        progress(f"writing {target.name}: {file.path}")
        text = renderer.render(file)
        texts[file.path] = target.format(file.path, text)
    texts[MANIFEST] = _manifest(target, plan, understood, texts)
    return {f"{target.name}/{path}": text for path, text in texts.items()}


def _manifest(target: Target, plan: Plan, understood: Understood, texts: Mapping[str, str]) -> str:
    """The contract that checks and other tools read."""
    api = understood.api
    facts = {
        "generator": __version__,
        "spec": understood.document.digest,
        "target": target.name,
        "package": plan.package,
        "client": plan.client,
        "operations": [
            {"operation": op.name.wire or op.id, "method": op.method, "path": op.path, "call": plan.calls[op.id]}
            for op in api.operations
        ],
        "omitted": [{"pointer": omission.pointer, "code": omission.code} for omission in api.omissions],
        "files": {path: sha256(text.encode("utf-8")).hexdigest() for path, text in sorted(texts.items())},
    }
    return json.dumps(facts, indent=2) + "\n"
