"""The type `CodeExecutionResult`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .._core.unset import absent
from .chart import Chart


@dataclass(kw_only=True, slots=True)
class CodeExecutionResult(BaseModel):
    """A result of running code: text, an image or a chart."""

    text: str | None = absent
    """The result in words."""

    png: str | None = absent
    """The result as a PNG image in base64."""

    chart: Chart | None = absent
    """A chart that executed code drew, as data that can be drawn again."""

    charts: list[Chart] | None = absent
    """The charts that a superchart consists of."""
