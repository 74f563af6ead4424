"""The commands about names and configuration: what is everything called, and how does one begin?"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sdkloom.terminal import FORMAT, PATH, finish, remote_option, shown, understand_or_leave

if TYPE_CHECKING:
    from sdkloom.config import Config
    from sdkloom.diagnostics import Report
    from sdkloom.pipeline import Understood


@click.command()
@click.argument("spec", required=False, type=PATH)
@click.option(
    "--config", "config_file", type=PATH, help="A configuration [default: sdkloom.yaml, without SPEC]."
)
@click.option("--format", "form", type=FORMAT, default="text", show_default=True)
@click.option("--why", default="", help="Say why this call, type, field, member or argument has its name.")
@click.option("--lock", is_flag=True, help="Write the names to sdkloom.lock: they are published from now on.")
@click.option("--release", is_flag=True, help="Drop the former names from sdkloom.lock.")
@remote_option()
def names(
    spec: Path | None,
    config_file: Path | None,
    form: str,
    why: str,
    lock: bool,
    release: bool,
    remote: tuple[str, ...],
) -> None:
    """Show the names of the operations of the document SPEC, or of what sdkloom.yaml names."""
    from sdkloom.name.explain import explain_name, list_names

    config = read_choices(spec, config_file)
    if (lock or release) and config.names_file is None:
        raise click.UsageError("a lock stands beside a configuration: name one with --config")
    understood, report = understand_or_leave(replace(config, remote=(*config.remote, *remote)))
    if lock or release:
        _write_names(understood, config, report, former=not release)
        return
    if not why:
        click.echo(list_names(understood.api, understood.names, form), nl=False)
        return
    said = explain_name(understood.api, understood.names, why)
    click.echo(said or f"nothing is called `{why}`", err=not said)
    sys.exit(0 if said else 1)


def read_choices(spec: Path | None, file: Path | None) -> Config:
    """The configuration that counts, with another document where one is given."""
    from sdkloom.config import Config, read_config
    from sdkloom.diagnostics import Report

    if file is None and spec is None:
        file = Path("sdkloom.yaml")
        if not file.is_file():
            raise click.UsageError("give a SPEC, or a --config, or stand in a folder with an sdkloom.yaml")
    report = Report()
    config = read_config(file, report, spec) if file is not None else Config(spec=spec or Path())
    if config is None:
        finish(report)
        raise AssertionError("a configuration without an error was not read")
    return replace(config, spec=spec or config.spec)


def _write_names(understood: Understood, config: Config, report: Report, *, former: bool) -> None:
    """Write the lock of names, with the former names or without."""
    from sdkloom.name.published import published_text, released_text
    from sdkloom.write import write_lock

    assert config.names_file is not None
    text = (published_text if former else released_text)(understood.api, understood.names)
    changed = write_lock(config.names_file, text, report)
    if report.failed:
        finish(report)
    facts = sum(not line.startswith("#") for line in text.splitlines())
    said = "written" if changed else "up to date"
    click.echo(f"{shown(config.names_file)}: {facts} facts, {said}", err=True)


@click.command()
@click.argument("spec", type=PATH)
@click.option(
    "--config", "config_file", type=PATH, default="sdkloom.yaml", show_default=True, help="The file to write."
)
@click.option("--from", "source", type=PATH, metavar="FILE", help="A stainless.yml to take over.")
@remote_option()
def init(spec: Path, config_file: Path, source: Path | None, remote: tuple[str, ...]) -> None:
    """Write a first configuration for the document SPEC; a file that is there already is left alone."""
    from sdkloom.config import Config
    from sdkloom.first import first_config
    from sdkloom.write import create

    place = Path(os.path.relpath(spec, config_file.parent)).as_posix()
    if source is not None:
        _adopt(place, config_file, source)
        return
    config = Config(spec=spec, remote=remote)
    understood, report = understand_or_leave(config)
    create(config_file, first_config(place, understood, config), report)
    if report.failed:
        finish(report)
    click.echo(f"{shown(config_file)}: written; `sdkloom generate` is next", err=True)


def _adopt(spec: str, config_file: Path, source: Path) -> None:
    """Write what a stainless.yml says, in our words, and say what of it is lost."""
    from sdkloom.adopt import read_stainless
    from sdkloom.diagnostics import Report
    from sdkloom.first import adopted_config, adopted_overlay
    from sdkloom.fit import fitting
    from sdkloom.write import create

    report = Report()
    found = read_stainless(source, report)
    overlay = config_file.with_suffix(".overlay.yaml")
    if found is not None:
        found = fitting(found, source, Path(os.path.normpath(config_file.parent / spec)), report)
        create(config_file, adopted_config(spec, overlay.name, found), report)
    if found is not None and found.overlay is not None and not report.failed:
        create(overlay, adopted_overlay(found), report)
    finish(report, "full")
    click.echo(f"{shown(config_file)}: written; `sdkloom generate` is next", err=True)


@click.command()
def schema() -> None:
    """Print a JSON Schema of sdkloom.yaml, for editors."""
    from sdkloom.config import schema as config_schema

    click.echo(json.dumps(config_schema(), indent=2, ensure_ascii=False))
