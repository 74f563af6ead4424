"""Views to text: strict Jinja in which text of a document passes only through a typed sink."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Copy, File, Target


class LeakedText(TypeError):
    """A template wrote text that went through no sink: a bug of the template, never of a document."""


def templates_root() -> Path:
    """Where the templates stand: inside the installed package, or beside the generator in a checkout."""
    installed = Path(str(files("sdkloom"))) / "_templates"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "templates"


def _admit(value: Any) -> Any:
    if isinstance(value, Code):
        return Markup(value.text)
    if isinstance(value, Identifier):
        return Markup(str(value))
    if isinstance(value, Markup):
        return value
    raise LeakedText(f"a template wrote {value!r}, which went through no sink")


class Renderer:
    """Renders the planned files of one target."""

    def __init__(self, target: Target) -> None:
        self.target = target

    @cached_property
    def _environment(self) -> Environment:
        loader: BaseLoader = FileSystemLoader(templates_root() / self.target.name)
        environment = Environment(
            loader=loader,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            # Autoescaping marks what macros and sinks return as Markup; `_admit` lets nothing else through.
            autoescape=True,
            finalize=_admit,
        )
        environment.globals.clear()
        environment.filters = {"indent": _indent}
        for name, sink in self.target.sinks.items():
            environment.filters[name] = _marked(sink)
        return environment

    def copies(self, copy: Copy) -> Iterator[tuple[str, str]]:
        """The path and the text of each file that is copied as it stands."""
        source = templates_root() / self.target.name / copy.source
        if source.is_file():
            yield copy.path, source.read_text(encoding="utf-8")
            return
        for path in sorted(path for path in source.rglob("*") if path.is_file()):
            name = path.relative_to(source).as_posix()
            if "__pycache__" not in name and name not in copy.without:
                yield f"{copy.path}/{name}", path.read_text(encoding="utf-8")

    def render(self, file: File) -> str:
        """The text of a file. Raises LeakedText or a Jinja error where a template is wrong."""
        return self._environment.get_template(file.template).render(view=file.view)

    def render_source(self, source: str, view: object) -> str:
        """The text of a template that stands in no file. Raises as `render` does."""
        return self._environment.from_string(source).render(view=view)


def _marked(sink: Any) -> Any:
    return lambda value: Markup(sink(value.text if isinstance(value, Code) else value))


def _indent(value: Markup, width: int = 4) -> Markup:
    """Indent all lines but the first; blank lines stay blank."""
    lines = str(value).split("\n")
    return Markup("\n".join([lines[0], *(" " * width + line if line else line for line in lines[1:])]))
