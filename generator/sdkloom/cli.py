"""The command line: what a user types, and what is shown. Everything heavy is imported when a command needs it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sdkloom import __version__

if TYPE_CHECKING:
    from sdkloom.config import Config
    from sdkloom.diagnostics import Report
    from sdkloom.pipeline import Progress, Understood

_OUR_BUG = 70


def main() -> None:
    """Run the command line; a failure of ours is reported as one, and never as a traceback."""
    try:
        cli(prog_name="sdkloom")
    except Exception as bug:  # the last resort: whatever it is, it is no fault of the user
        _say_bug(bug)
        sys.exit(_OUR_BUG)


def _say_bug(bug: Exception) -> None:
    trace, place = bug.__traceback__, "unknown"
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if str(module).startswith("sdkloom"):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    click.echo(f"internal error: {type(bug).__name__}: {bug}", err=True)
    click.echo(f"  = at {place}, sdkloom {__version__}", err=True)
    click.echo("  = this is a bug of sdkloom; please report these lines together with the document", err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sdkloom")
def cli() -> None:
    """Read an OpenAPI document and write SDKs that people enjoy."""


def _inputs(command: Callable[..., None]) -> Callable[..., None]:
    """The options that `generate` and `check` share."""
    options = [
        click.argument("spec", required=False, type=click.Path(path_type=Path)),
        click.option("--config", "config_file", type=click.Path(path_type=Path), help="Configuration [default: sdkloom.yaml, where it exists and no SPEC is given]."),
        click.option("--overlay", "overlays", multiple=True, type=click.Path(path_type=Path), help="An OpenAPI Overlay to apply; may be repeated."),
        click.option("--target", "targets", multiple=True, help="A language to generate; may be repeated."),
        click.option("--out", type=click.Path(path_type=Path), help="The output folder; each target has one below it."),
        click.option("--package", help="The import name of the package."),
        click.option("--client", help="The name of the client class."),
        click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Reserved for parallel rendering; one job is used."),
        click.option("--strict", is_flag=True, help="Treat warnings as errors."),
        click.option("--quiet", is_flag=True, help="Say nothing but errors."),
        click.option("-v", "verbose", is_flag=True, help="Show notes and every file that changes."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@cli.command()
@_inputs
def generate(**given: Any) -> None:
    """Generate SDKs from the document SPEC, or as sdkloom.yaml says."""
    from sdkloom.diagnostics import Report
    from sdkloom.pipeline import generate as run
    from sdkloom.write import write

    report = Report()
    config = _config(given, report)
    with _progress(given) as progress:
        outcome = run(config, report, progress)
    _stop_on_errors(report, config, given)
    changed = write(outcome.files, config.output, report)
    _stop_on_errors(report, config, given, again=True)
    if given["verbose"]:
        for name in changed:
            click.echo(f"wrote {name}", err=True)
    if not given["quiet"]:
        click.echo(f"{outcome.operations} operations, {len(outcome.files)} files, {len(changed)} changed, in {_shown(config.output)}", err=True)


@cli.command()
@_inputs
def check(**given: Any) -> None:
    """Compare the output with what the document says; write nothing."""
    from sdkloom.diagnostics import Report
    from sdkloom.pipeline import generate as run
    from sdkloom.write import stale

    report = Report()
    config = _config(given, report)
    with _progress(given) as progress:
        outcome = run(config, report, progress)
    _stop_on_errors(report, config, given)
    differing = stale(outcome.files, config.output)
    for name in differing:
        click.echo(name)
    if differing:
        click.echo(f"{len(differing)} files are stale; run `sdkloom generate`", err=True)
        sys.exit(1)
    if not given["quiet"]:
        click.echo(f"{len(outcome.files)} files are up to date", err=True)


_SPEC = click.argument("spec", type=click.Path(path_type=Path))


@cli.command()
@_SPEC
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
def validate(spec: Path, strict: bool) -> None:
    """Say what is wrong with the document SPEC."""
    from sdkloom.config import Config

    report = _report()
    config = Config(spec=spec, strict=strict)
    _understand(config, report)
    _stop_on_errors(report, config, {"verbose": True, "quiet": False})
    click.echo(f"{_shown(spec)}: {len(report.diagnostics)} findings, none of them an error", err=True)


@cli.command(name="dump-ir")
@_SPEC
@click.option("--only", default="", help="Only operations and definitions whose id contains this text.")
@click.option("--any", "only_any", is_flag=True, help="Only what could not be modelled, and why.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def dump_ir(spec: Path, only: str, only_any: bool, form: str) -> None:
    """Show the intermediate model of the document SPEC."""
    from sdkloom.config import Config
    from sdkloom.ir.dump import dump_any, dump_json, dump_text

    report = _report()
    understood = _understand(Config(spec=spec), report)
    _stop_on_errors(report, Config(spec=spec), {"verbose": False, "quiet": True})
    if understood is not None:
        dump = dump_any if only_any else dump_json if form == "json" else dump_text
        click.echo(dump(understood.api, only), nl=False)


@cli.command()
@_SPEC
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="A configuration whose names count.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--why", default="", help="Say why this operation, call or type has its name.")
def names(spec: Path, config_file: Path | None, form: str, why: str) -> None:
    """Show the names of the operations of the document SPEC."""
    from sdkloom.config import Config, read_config
    from sdkloom.name.explain import explain_name, list_names

    report = _report()
    config: Config | None = Config(spec=spec)
    if config_file is not None:
        config = read_config(config_file, report)
        _stop_on_errors(report, config, {"verbose": False, "quiet": True})
    assert config is not None
    understood = _understand(replace(config, spec=spec), report)
    _stop_on_errors(report, config, {"verbose": False, "quiet": True})
    if understood is None:
        return
    if not why:
        click.echo(list_names(understood.api, understood.names, form), nl=False)
        return
    said = explain_name(understood.api, understood.names, why)
    click.echo(said or f"nothing is called `{why}`", err=not said)
    sys.exit(0 if said else 1)


@cli.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explain a diagnostic code such as E105."""
    from difflib import get_close_matches

    from sdkloom.codes import CODES

    row = CODES.get(code.upper())
    if row is None:
        close = get_close_matches(code.upper(), list(CODES), n=1)
        click.echo(f"there is no code `{code}`{f'; did you mean `{close[0]}`?' if close else ''}", err=True)
        sys.exit(2)
    click.echo(f"{row.severity.value}[{row.code}]: {row.title.format(detail='…')}\n\n{row.paragraph}")


def _report() -> Report:
    from sdkloom.diagnostics import Report

    return Report()


def _understand(config: Config, report: Report) -> Understood | None:
    from sdkloom.pipeline import understand

    return understand(config, report, lambda stage: None)


def _config(given: dict[str, Any], report: Report) -> Config:
    """The configuration file, if there is one, with what the command line says on top."""
    from sdkloom.config import Config, TargetConfig, read_config
    from sdkloom.targets import known_targets

    spec, file = given["spec"], given["config_file"]
    if file is None and spec is None:
        file = Path("sdkloom.yaml")
        if not file.is_file():
            raise click.UsageError("give a SPEC, or a --config, or stand in a folder with an sdkloom.yaml")
    config = read_config(file, report) if file is not None else Config(spec=spec)
    _stop_on_errors(report, config, given)
    assert config is not None
    if spec is not None:
        config = replace(config, spec=spec)
    for name in given["targets"]:
        if name not in known_targets():
            raise click.UsageError(f"there is no target `{name}`; known are {', '.join(known_targets())}")
    if given["targets"]:
        known = {target.name: target for target in config.targets}
        config = replace(config, targets=tuple(known.get(name, TargetConfig(name)) for name in given["targets"]))
    changes = {key: given[key] for key in ("package", "client") if given[key]}
    for key, value in changes.items():
        if not value.isidentifier() or not value.isascii():
            raise click.UsageError(f"--{key} must be an identifier, not `{value}`")
    config = replace(config, targets=tuple(replace(target, **changes) for target in config.targets))
    return replace(
        config,
        overlays=(*config.overlays, *given["overlays"]),
        output=given["out"] or config.output,
        strict=given["strict"] or config.strict,
    )


def _stop_on_errors(report: Report, config: Config | None, given: dict[str, Any], *, again: bool = False) -> None:
    """Show what was found, and leave with 1 where it includes an error."""
    from sdkloom.diagnostics import show
    from sdkloom.load.locate import locate

    strict = config.strict if config is not None else False
    failed = report.failed(strict=strict)
    if failed or not (given["quiet"] or again):
        for block in show(report, locate, notes=bool(given["verbose"])):
            _show_block(block)
    if failed:
        sys.exit(1)


def _show_block(block: str) -> None:
    """Colours on a terminal, plain text elsewhere."""
    if not sys.stderr.isatty():
        click.echo(block, err=True)
        return
    from rich.console import Console
    from rich.text import Text

    head, _, rest = block.partition("\n")
    style = {"e": "bold red", "w": "bold yellow"}.get(head[:1], "bold cyan")
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    console.print(Text(head, style=style))
    console.print(Text(rest))


@contextmanager
def _progress(given: dict[str, Any]) -> Iterator[Progress]:
    """A moving line on a terminal, nothing elsewhere."""
    if given["quiet"] or not sys.stderr.isatty():
        yield lambda stage: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield lambda stage: status.update(stage)


def _shown(path: Path) -> str:
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
