"""The command `diff`: what has changed for the users of an SDK since the last release?"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sdkloom.cli_names import read_choices
from sdkloom.terminal import PATH, finish, remote_option, shown

if TYPE_CHECKING:
    from sdkloom.config import Config
    from sdkloom.diagnostics import Report
    from sdkloom.surface.model import Surface
    from sdkloom.surface.report import Verdict

_FORMATS = click.Choice(["text", "json", "markdown"])
_FAILURES = click.Choice(["breaking", "minor", "never"])


@click.command()
@click.argument("old", required=False, type=PATH)
@click.argument("new", required=False, type=PATH)
@click.option("--config", "config_file", type=PATH, help="A configuration [default: sdkloom.yaml].")
@click.option("--format", "form", type=_FORMATS, default="text", show_default=True)
@click.option(
    "--fail-on",
    type=_FAILURES,
    default="breaking",
    show_default=True,
    help="Leave with 1 after breaking changes, after those that ask for a minor version too, or never.",
)
@click.option(
    "--release",
    is_flag=True,
    help="Keep what is promised now in sdkloom.surface.json: it is released, and compared with from now on.",
)
@click.option("--version", "version", default="", help="With --release, the version that is released.")
@remote_option()
def diff(
    old: Path | None,
    new: Path | None,
    config_file: Path | None,
    form: str,
    fail_on: str,
    release: bool,
    version: str,
    remote: tuple[str, ...],
) -> None:
    """Say what has changed for users since the last release, and which version is next.

    OLD and NEW are documents, configurations or snapshots. Without OLD, the snapshot of the last release is
    compared; without NEW, what sdkloom.yaml names. Leaves with 1 as --fail-on says, and where there is an
    error.
    """
    from sdkloom.diagnostics import Report
    from sdkloom.surface.versions import is_version

    if release and old is not None:
        raise click.UsageError("--release keeps what is promised now, and compares nothing")
    if version and not release:
        raise click.UsageError("--version says what is released: give --release as well")
    if version and not is_version(version):
        raise click.UsageError(f"a version is three numbers such as `1.2.3`, not `{version}`")
    config = _config(config_file, new)
    config = replace(config, remote=(*config.remote, *remote))
    if release:
        _keep(config, version)
        return
    report = Report()
    verdict = _compare(config, old, new, report)
    if report.failed or verdict is None:
        finish(report)
        return
    click.echo(_shown(verdict, form, report), nl=False)
    grave = {"breaking": {"major"}, "minor": {"major", "minor"}, "never": set[str]()}[fail_on]
    sys.exit(1 if verdict.bump.value in grave else 0)


def _config(file: Path | None, new: Path | None) -> Config:
    """The configuration; one need not be there where both files are named."""
    if file is None and new is not None and not Path("sdkloom.yaml").is_file():
        from sdkloom.config import Config

        return Config(spec=new)
    return read_choices(None, file or Path("sdkloom.yaml") if new is not None else file)


def _compare(config: Config, old: Path | None, new: Path | None, report: Report) -> Verdict | None:
    from sdkloom.promised import present_surface, released_surface, surface_of
    from sdkloom.surface.compare import compare
    from sdkloom.surface.report import Verdict

    before = released_surface(config, report) if old is None else surface_of(old, config, report)
    if before is None:
        return None
    now = present_surface(config, report) if new is None else surface_of(new, config, report)
    if now is None:
        return None
    return Verdict(compare(before, now), before.version or now.version)


def _shown(verdict: Verdict, form: str, report: Report) -> str:
    from sdkloom.load.locate import locate
    from sdkloom.surface.report import show_json, show_markdown, show_text

    show = {"json": show_json, "markdown": show_markdown}.get(form, show_text)
    return show(verdict, lambda at: report.spot(at, locate))


def _keep(config: Config, version: str) -> None:
    """Write the snapshot of a release: of the version that is given, or else chosen in the configuration."""
    from sdkloom.diagnostics import Report
    from sdkloom.promised import present_surface, snapshot_place
    from sdkloom.surface.snapshot import write_surface
    from sdkloom.write import write_lock

    report = Report()
    surface = present_surface(config, report)
    finish(report)
    assert surface is not None
    path = snapshot_place(config)
    text = write_surface(surface, version or surface.version)
    changed = write_lock(path, text, report)
    finish(report)
    click.echo(
        f"{shown(path)}: {_said(surface, version)}, {'written' if changed else 'up to date'}", err=True
    )


def _said(surface: Surface, version: str) -> str:
    released = version or surface.version
    counted = f"{len(surface.calls)} calls, {len(surface.types)} types"
    return f"{counted}, version {released}" if released else counted
