"""The command line: what a user types, and what is shown; heavy modules are imported when needed."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sdkloom import __version__

if TYPE_CHECKING:
    from sdkloom.config import Config
    from sdkloom.diagnostics import Report
    from sdkloom.pipeline import Outcome, Progress, Understood

_OUR_BUG = 70
_Command = TypeVar("_Command", bound=Callable[..., Any])
_PATH = click.Path(path_type=Path)
_FORMAT = click.Choice(["text", "json"])


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


def _remote_option() -> Callable[[_Command], _Command]:
    return click.option(
        "--allow-remote",
        "remote",
        multiple=True,
        metavar="ORIGIN",
        callback=_read_origins,
        help="An origin to fetch documents from; may be repeated.",
    )


def _read_origins(
    _context: click.Context, _option: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...]:
    from sdkloom.load.addresses import read_origin

    try:
        return tuple(map(read_origin, given))
    except ValueError:
        raise click.UsageError("--allow-remote wants an origin such as `https://specs.example.com`") from None


def _inputs(command: Callable[[Inputs], None]) -> Callable[..., None]:
    """The options that `generate` and `check` share."""
    options = [
        click.argument("spec", required=False, type=_PATH),
        click.option(
            "--config", "config_file", type=_PATH, help="Configuration [default: sdkloom.yaml, without SPEC]."
        ),
        click.option(
            "--overlay", "overlays", multiple=True, type=_PATH, help="An Overlay to apply; may be repeated."
        ),
        _remote_option(),
        click.option("--target", "targets", multiple=True, help="A language to generate; may be repeated."),
        click.option("--out", type=_PATH, help="The output folder; each target has one below it."),
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
    if outcome.lock is not None and write_lock(config.lock_file, outcome.lock, outcome.report):
        changed = (*changed, _shown(config.lock_file))
    if len(outcome.report.diagnostics) > found:
        _finish(outcome.report, inputs)
    if inputs.verbose:
        for name in changed:
            click.echo(f"changed {name}", err=True)
    if not inputs.quiet:
        counts = f"{outcome.operations} operations, {len(outcome.files)} files, {len(changed)} changed"
        click.echo(f"{counts}, in {_shown(config.output)}", err=True)


@cli.command()
@_inputs
def check(inputs: Inputs) -> None:
    """Compare the output with what the document says; write nothing."""
    from sdkloom.write import is_stale, stale

    config, outcome = _compile(inputs)
    differing = stale(outcome.files, config.output)
    if outcome.lock is not None and is_stale(config.lock_file, outcome.lock):
        differing = (*differing, _shown(config.lock_file))
    for name in differing:
        click.echo(name)
    if differing:
        click.echo(
            f"{len(differing)} files in {_shown(config.output)} are stale; run `sdkloom generate`", err=True
        )
        sys.exit(1)
    if not inputs.quiet:
        click.echo(f"{len(outcome.files)} files in {_shown(config.output)} are up to date", err=True)


@cli.command()
@click.argument("spec", type=_PATH)
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@_remote_option()
def validate(spec: Path, strict: bool, remote: tuple[str, ...]) -> None:
    """Say what is wrong with the document SPEC."""
    from sdkloom.codes import Severity
    from sdkloom.config import Config

    _, report = _understand(Config(spec=spec, strict=strict, remote=remote), notes=True)
    counts = {kind.value: report.count(kind) for kind in Severity}
    counted = ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in counts.items())
    click.echo(f"{_shown(spec)}: {counted}", err=True)


@cli.command(name="dump-ir")
@click.argument("spec", type=_PATH)
@click.option("--only", default="", help="Only operations and definitions whose id contains this text.")
@click.option("--any", "only_any", is_flag=True, help="Only what could not be modelled, and why.")
@click.option("--format", "form", type=_FORMAT, default="text", show_default=True)
@_remote_option()
def dump_ir(spec: Path, only: str, only_any: bool, form: str, remote: tuple[str, ...]) -> None:
    """Show the intermediate model of the document SPEC."""
    from sdkloom.config import Config
    from sdkloom.ir.dump import dump_any, dump_json, dump_text

    understood, _ = _understand(Config(spec=spec, remote=remote))
    dump = dump_any if only_any else dump_json if form == "json" else dump_text
    click.echo(dump(understood.api, only), nl=False)


@cli.command()
@click.argument("spec", type=_PATH)
@click.option("--config", "config_file", type=_PATH, help="A configuration whose names count.")
@click.option("--format", "form", type=_FORMAT, default="text", show_default=True)
@click.option("--why", default="", help="Say why this operation, call or type has its name.")
@_remote_option()
def names(spec: Path, config_file: Path | None, form: str, why: str, remote: tuple[str, ...]) -> None:
    """Show the names of the operations of the document SPEC."""
    from sdkloom.config import Config, read_config
    from sdkloom.diagnostics import Report
    from sdkloom.name.explain import explain_name, list_names

    report = Report()
    config = read_config(config_file, report, spec) if config_file is not None else Config(spec=spec)
    if config is None:
        _finish(report)
        return
    understood, _ = _understand(replace(config, spec=spec, remote=(*config.remote, *remote)))
    if not why:
        click.echo(list_names(understood.api, understood.names, form), nl=False)
        return
    said = explain_name(understood.api, understood.names, why)
    click.echo(said or f"nothing is called `{why}`", err=not said)
    sys.exit(0 if said else 1)


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
    with _progress(inputs) as progress:
        outcome = run(config, report, progress)
    _finish(report, inputs)
    return config, outcome


def _understand(config: Config, *, notes: bool = False) -> tuple[Understood, Report]:
    """The model of a document; leaves with 1 where there is an error."""
    from sdkloom.diagnostics import Report
    from sdkloom.pipeline import understand

    report = Report()
    understood = understand(config, report)
    _finish(report, notes=notes)
    assert understood is not None
    return understood, report


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
        _finish(report, inputs)
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


def _finish(report: Report, inputs: Inputs | None = None, *, notes: bool = False) -> None:
    """Show what was found, and leave with 1 where it includes an error."""
    from sdkloom.codes import Severity
    from sdkloom.load.locate import locate

    least = Severity.NOTE if notes or (inputs and inputs.verbose) else Severity.WARNING
    if inputs and inputs.quiet:
        least = Severity.ERROR
    if report.failed and not report.count(Severity.ERROR):
        least = Severity.WARNING  # under --strict these are what stops generation
    for block in report.render(locate, least=least):
        _show(block)
    if report.failed:
        if not report.count(Severity.ERROR):
            click.echo(f"{report.count(Severity.WARNING)} warnings count as errors under --strict", err=True)
        sys.exit(1)


def _show(block: str) -> None:
    """Colours on a terminal, plain text elsewhere."""
    if not sys.stderr.isatty():
        click.echo(f"{block}\n", err=True)
        return
    from rich.console import Console
    from rich.text import Text

    head, _, rest = block.partition("\n")
    style = {"e": "bold red", "w": "bold yellow"}.get(head[:1], "bold cyan")
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    console.print(Text(head, style=style))
    console.print(Text(f"{rest}\n"))


@contextmanager
def _progress(inputs: Inputs) -> Iterator[Progress]:
    """A moving line on a terminal, nothing elsewhere."""
    if inputs.quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield status.update


def _shown(path: Path) -> str:
    from sdkloom.load.read import shown_name

    return shown_name(path)
