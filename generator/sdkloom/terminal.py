"""What do commands share: options, and how findings and progress are shown on a terminal?"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

if TYPE_CHECKING:
    from sdkloom.config import Config
    from sdkloom.diagnostics import Report
    from sdkloom.pipeline import Progress, Understood

PATH = click.Path(path_type=Path)
FORMAT = click.Choice(["text", "json"])
Volume = Literal["quiet", "usual", "full"]
"""How much is said: errors alone, warnings as well, or everything."""

_Command = TypeVar("_Command", bound=Callable[..., Any])


def remote_option() -> Callable[[_Command], _Command]:
    """The option that allows other hosts to be asked."""
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


def understand_or_leave(config: Config, volume: Volume = "usual") -> tuple[Understood, Report]:
    """The model of a document; leaves with 1 where there is an error."""
    from sdkloom.diagnostics import Report
    from sdkloom.pipeline import understand

    report = Report()
    understood = understand(config, report)
    finish(report, volume)
    assert understood is not None
    return understood, report


def finish(report: Report, volume: Volume = "usual") -> None:
    """Show what was found, and leave with 1 where it includes an error."""
    from sdkloom.codes import Severity
    from sdkloom.load.locate import locate

    least = {"quiet": Severity.ERROR, "usual": Severity.WARNING, "full": Severity.NOTE}[volume]
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
def progress(volume: Volume) -> Iterator[Progress]:
    """A moving line on a terminal, nothing elsewhere."""
    if volume == "quiet" or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield status.update


def shown(path: Path) -> str:
    """A path as it is shown to people."""
    from sdkloom.load.read import shown_name

    return shown_name(path)
