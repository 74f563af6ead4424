"""The program on one screen: document in, files out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256

from sdkloom import __version__
from sdkloom.amend import amend
from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api
from sdkloom.load import Document, load
from sdkloom.load.read import read_if_any
from sdkloom.lower import lower
from sdkloom.name.choose import choose
from sdkloom.name.lock import Lock, read_lock
from sdkloom.name.lost import report_otherwise, report_spelled
from sdkloom.name.published import find_published, published_text
from sdkloom.name.settle import Names, settle
from sdkloom.render import LeakedText, Renderer
from sdkloom.targets import load_target
from sdkloom.targets.base import Copy, Plan, Target
from sdkloom.write import MANIFEST, Files

Progress = Callable[[str], None]
"""Is told which stage begins."""


def _silent(_: str) -> None:
    """No progress is shown."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What the front half of the compiler makes of a document.

    `published` is the text of the lock of names as it is now, None where there is no lock.
    """

    document: Document
    api: Api
    names: Names
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The files by their path below the output folder, and the number of operations; none after an error.

    `lock` is the text of the configuration's lock file, and `published` that of its lock of names; None where
    they are left alone.
    """

    report: Report
    files: Files = field(default_factory=dict)
    operations: int = 0
    lock: str | None = None
    published: str | None = None


def understand(config: Config, report: Report, progress: Progress = _silent) -> Understood | None:
    """Read, lower and name a document; None where there is an error."""
    understood = _comprehend(config, report, progress)
    _finish(understood, report)
    return None if report.failed else understood


def _comprehend(config: Config, report: Report, progress: Progress) -> Understood | None:
    """The front half, while a document that is not small is still being validated beside it."""
    progress("reading")
    document = load(config, report)
    if document is None:
        return None
    progress("understanding")
    api = amend(lower(document, config, report), config, report)
    text = read_if_any(config.names_file, report)
    lock = read_lock(text, str(config.names_file), report) if text is not None else Lock()
    published = find_published(api, lock)
    api = choose(api, config, report, published)
    names = settle(api, config, report, published)
    if config.strict:
        report.strict()
    return Understood(document, api, names, published_text(api, names) if text is not None else None)


def _finish(understood: Understood | None, report: Report) -> None:
    if understood is not None and understood.document.validation is not None:
        understood.document.validation.finish(report)


def generate(config: Config, report: Report | None = None, progress: Progress = _silent) -> Outcome:
    """Document in, files out. Every stage is a pure function; problems collect in one report."""
    report = report or Report()
    understood = _comprehend(config, report, progress)
    if understood is None or report.failed:
        _finish(understood, report)
        return Outcome(report)
    files: dict[str, str] = {}
    for chosen in config.targets:
        target = load_target(chosen.name)
        plan = target.plan(understood.api, understood.names, config, chosen)
        report_spelled(understood.api, understood.names, plan.clashes, target.name, report)
        report_otherwise(understood.api, plan.otherwise, target.name, report)
        rendered = dict(_render(target, plan, report, progress))
        progress(f"formatting {target.name}")
        formatted = _format(target, rendered, config.jobs)
        texts = dict(_arranged(target, plan, formatted))
        if config.notice:
            notice = config.notice.strip()
            texts = {path: _noticed(target, path, text, notice) for path, text in texts.items()}
        texts[MANIFEST] = _manifest(target, plan, understood, texts)
        files |= {f"{target.name}/{path}": text for path, text in texts.items()}
    progress("waiting for the validator")
    _finish(understood, report)
    if report.failed:
        return Outcome(report)
    return Outcome(
        report, files, len(understood.api.operations), understood.document.lock, understood.published
    )


def _render(target: Target, plan: Plan, report: Report, progress: Progress) -> Iterator[tuple[str, str]]:
    renderer = Renderer(target)
    for file in plan.files:
        if isinstance(file, Copy):
            continue
        progress(f"rendering {target.name}: {file.path}")
        try:
            yield file.path, renderer.render(file)
        except LeakedText as leak:
            report.add("E401", None, f"`{file.path}`: {leak}")


def _arranged(target: Target, plan: Plan, formatted: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """All files in the order of the plan; what is copied stands as it is, tidy already."""
    renderer = Renderer(target)
    for file in plan.files:
        if isinstance(file, Copy):
            yield from renderer.copies(file)
        elif file.path in formatted:
            yield file.path, formatted[file.path]


def _noticed(target: Target, path: str, text: str, notice: str) -> str:
    """A file behind the notice that opens all files of code."""
    head = target.notice(path, notice)
    return f"{head}\n\n{text}".rstrip("\n") + "\n" if head else text


def _format(target: Target, rendered: Mapping[str, str], jobs: int) -> dict[str, str]:
    """Tidy texts, in the order of the plan however many processes work on them."""
    if jobs == 1 or len(rendered) < 2:
        return {path: target.format(path, text) for path, text in rendered.items()}
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        names = [target.name] * len(rendered)
        size = max(1, len(rendered) // (jobs * 4))
        return dict(
            zip(
                rendered,
                pool.map(_format_one, names, rendered, rendered.values(), chunksize=size),
                strict=True,
            )
        )


def _format_one(target: str, path: str, text: str) -> str:
    return load_target(target).format(path, text)


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
            {
                "operation": op.name.wire or op.id,
                "method": op.method,
                "path": op.path,
                "call": call,
            }
            for op in api.operations
            for call in (plan.calls[op.id], *plan.further.get(op.id, ()))
        ],
        "omitted": [{"pointer": omission.pointer, "code": omission.code} for omission in api.omissions],
        "files": {path: sha256(text.encode("utf-8")).hexdigest() for path, text in sorted(texts.items())},
    }
    return json.dumps(facts, indent=2) + "\n"
