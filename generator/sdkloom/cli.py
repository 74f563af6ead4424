"""The command line: what a user types, and what is shown; heavy modules are imported when needed."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sdkloom import __version__
from sdkloom.cli_diff import diff
from sdkloom.cli_names import init, names, schema
from sdkloom.terminal import (
    FORMAT,
    PATH,
    Volume,
    finish,
    progress,
    remote_option,
    shown,
    understand_or_leave,
)

if TYPE_CHECKING:
    from sdkloom.config import Config
    from sdkloom.diagnostics import Report
    from sdkloom.pipeline import Outcome

_OUR_BUG = 70


def main() -> None:
    """Run the command line; a failure of ours is reported as one, and never as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # What a run makes lives until its end, and to look for cycles in it took half of `validate`'s time.
    gc.disable()
    try:
        cli(prog_name="sdkloom")
    except Exception as bug:  # the last resort: whatever it is, it is no fault of the user
        _say_bug(bug)
        sys.exit(_OUR_BUG)


def _say_bug(bug: Exception) -> None:
    trace, place = bug.__traceback__, "unknown"
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.startswith("sdkloom"):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    said = " ".join(str(bug).split())[:500]
    click.echo(f"internal error: {type(bug).__name__}: {said}", err=True)
    click.echo(
        f"  = at {place}, sdkloom {__version__}, {sys.implementation.name} {sys.version.split()[0]}", err=True
    )
    click.echo("  = this is a bug of sdkloom; please report these lines together with the document", err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sdkloom")
def cli() -> None:
    """Read an OpenAPI document and write SDKs that people enjoy."""


for _command in (diff, init, names, schema):
    cli.add_command(_command)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What `generate` and `check` are given."""

    spec: Path | None
    config_file: Path | None
    overlays: tuple[Path, ...]
    remote: tuple[str, ...]
    targets: tuple[str, ...]
    out: Path | None
    package: str | None
    client: str | None
    jobs: int | None
    strict: bool
    quiet: bool
    verbose: bool

    @property
    def volume(self) -> Volume:
        """How much is said."""
        return "quiet" if self.quiet else "full" if self.verbose else "usual"


def _inputs(command: Callable[[Inputs], None]) -> Callable[..., None]:
    """The options that `generate` and `check` share."""
    options = [
        click.argument("spec", required=False, type=PATH),
        click.option(
            "--config", "config_file", type=PATH, help="Configuration [default: sdkloom.yaml, without SPEC]."
        ),
        click.option(
            "--overlay", "overlays", multiple=True, type=PATH, help="An Overlay to apply; may be repeated."
        ),
        remote_option(),
        click.option("--target", "targets", multiple=True, help="A language to generate; may be repeated."),
        click.option("--out", type=PATH, help="The output folder; each target has one below it."),
        click.option("--package", help="The import name of the package."),
        click.option("--client", help="The name of the client class."),
        click.option(
            "--jobs", type=click.IntRange(min=1), help="How many processes format files [default: 1]."
        ),
        click.option("--strict", is_flag=True, help="Treat warnings as errors."),
        click.option("--quiet", is_flag=True, help="Say nothing but errors."),
        click.option("-v", "--verbose", is_flag=True, help="Show notes, and every file that changes."),
    ]

    def run(**given: Any) -> None:
        command(Inputs(**given))

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    decorated: Callable[..., None] = run
    for option in reversed(options):
        decorated = option(decorated)
    return decorated


@cli.command()
@_inputs
def generate(inputs: Inputs) -> None:
    """Generate SDKs from the document SPEC, or as sdkloom.yaml says."""
    from sdkloom.write import write, write_lock

    config, outcome = _compile(inputs)
    found = len(outcome.report.diagnostics)
    changed = write(outcome.files, config.output, outcome.report)
    for path, text in _locks(config, outcome):
        if write_lock(path, text, outcome.report):
            changed = (*changed, shown(path))
    if len(outcome.report.diagnostics) > found:
        finish(outcome.report, inputs.volume)
    if inputs.verbose:
        for name in changed:
            click.echo(f"changed {name}", err=True)
    if not inputs.quiet:
        counts = f"{outcome.operations} operations, {len(outcome.files)} files, {len(changed)} changed"
        click.echo(f"{counts}, in {shown(config.output)}", err=True)


def _locks(config: Config, outcome: Outcome) -> Iterator[tuple[Path, str]]:
    """The locks that are kept, and what they should say."""
    if outcome.lock is not None:
        yield config.lock_file, outcome.lock
    if outcome.published is not None and config.names_file is not None:
        yield config.names_file, outcome.published


@cli.command()
@_inputs
def check(inputs: Inputs) -> None:
    """Compare the output with what the document says; write nothing."""
    from sdkloom.write import is_stale, stale

    config, outcome = _compile(inputs)
    differing = stale(outcome.files, config.output)
    differing = (
        *differing,
        *(shown(path) for path, text in _locks(config, outcome) if is_stale(path, text)),
    )
    for name in differing:
        click.echo(name)
    if differing:
        click.echo(
            f"{len(differing)} files in {shown(config.output)} are stale; run `sdkloom generate`", err=True
        )
        sys.exit(1)
    if not inputs.quiet:
        click.echo(f"{len(outcome.files)} files in {shown(config.output)} are up to date", err=True)


@cli.command()
@_inputs
def edits(inputs: Inputs) -> None:
    """Say which generated files were edited by hand, and which of them the next `generate` writes over."""
    from sdkloom.write import edits as find_edits

    config, outcome = _compile(inputs)
    found = find_edits(outcome.files, config.output)
    for edit in found:
        fate = "kept" if edit.kept else "lost with the next `sdkloom generate`"
        since = "" if edit.exact else " (counted against what is generated now, not what was then)"
        click.echo(f"{edit.name}: +{edit.added} -{edit.removed}{since}, {fate}")
    lost = sum(not edit.kept for edit in found)
    if not inputs.quiet:
        counts = f"+{sum(edit.added for edit in found)} -{sum(edit.removed for edit in found)} lines"
        said = f"files edited by hand: {len(found)} ({counts}), of which the next `generate` loses {lost}"
        click.echo(f"{shown(config.output)}: {said}", err=True)
    sys.exit(1 if lost else 0)


@cli.command()
@click.argument("spec", type=PATH)
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@remote_option()
def validate(spec: Path, strict: bool, remote: tuple[str, ...]) -> None:
    """Say what is wrong with the document SPEC."""
    from sdkloom.codes import Severity
    from sdkloom.config import Config

    _, report = understand_or_leave(Config(spec=spec, strict=strict, remote=remote), "full")
    counts = {kind.value: report.count(kind) for kind in Severity}
    counted = ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in counts.items())
    click.echo(f"{shown(spec)}: {counted}", err=True)


@cli.command(name="dump-ir")
@click.argument("spec", type=PATH)
@click.option("--only", default="", help="Only operations and definitions whose id contains this text.")
@click.option("--any", "only_any", is_flag=True, help="Only what could not be modelled, and why.")
@click.option("--format", "form", type=FORMAT, default="text", show_default=True)
@remote_option()
def dump_ir(spec: Path, only: str, only_any: bool, form: str, remote: tuple[str, ...]) -> None:
    """Show the intermediate model of the document SPEC."""
    from sdkloom.config import Config
    from sdkloom.ir.dump import dump_any, dump_json, dump_text

    understood, _ = understand_or_leave(Config(spec=spec, remote=remote))
    dump = dump_any if only_any else dump_json if form == "json" else dump_text
    click.echo(dump(understood.api, only), nl=False)


@cli.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explain a diagnostic code such as W105."""
    from sdkloom.codes import CODES

    row = CODES.get(code.upper())
    if row is None:
        from difflib import get_close_matches

        close = get_close_matches(code.upper(), list(CODES), n=1)
        raise click.UsageError(f"there is no code `{code}`{f'; did you mean `{close[0]}`?' if close else ''}")
    title = row.title.format(detail="…")
    click.echo(f"{row.severity.value}[{row.code}]: {title}\n\n{click.wrap_text(row.paragraph, 78)}")


def _compile(inputs: Inputs) -> tuple[Config, Outcome]:
    """The configuration and the files; leaves with 1 where there is an error."""
    from sdkloom.diagnostics import Report
    from sdkloom.pipeline import generate as run

    report = Report()
    config = _config(inputs, report)
    with progress(inputs.volume) as said:
        outcome = run(config, report, said)
    finish(report, inputs.volume)
    return config, outcome


def _config(inputs: Inputs, report: Report) -> Config:
    """The configuration file, if there is one, with what the command line says on top."""
    from sdkloom.config import Config, TargetConfig, read_config
    from sdkloom.targets import known_targets

    file = inputs.config_file
    if file is None and inputs.spec is None:
        file = Path("sdkloom.yaml")
        if not file.is_file():
            raise click.UsageError("give a SPEC, or a --config, or stand in a folder with an sdkloom.yaml")
    config = (
        read_config(file, report, inputs.spec) if file is not None else Config(spec=inputs.spec or Path())
    )
    if config is None:
        finish(report, inputs.volume)
        raise AssertionError("a configuration without an error was not read")
    targets = config.targets
    if inputs.targets:
        chosen = {target.name: target for target in targets}
        for name in inputs.targets:
            if name not in known_targets():
                raise click.UsageError(f"there is no target `{name}`; known are {', '.join(known_targets())}")
        targets = tuple(chosen.get(name, TargetConfig(name)) for name in dict.fromkeys(inputs.targets))
    given = {key: value for key in ("package", "client") if (value := getattr(inputs, key)) is not None}
    for key, value in given.items():
        if not (value.isidentifier() and value.isascii()):
            raise click.UsageError(f"--{key} must be an identifier, not `{value}`")
    return replace(
        config,
        spec=inputs.spec or config.spec,
        overlays=(*config.overlays, *inputs.overlays),
        remote=(*config.remote, *inputs.remote),
        output=inputs.out or config.output,
        targets=tuple(replace(target, **given) for target in targets),
        strict=inputs.strict or config.strict,
        jobs=inputs.jobs or config.jobs,
    )
