"""The type `Chart`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .._core.model import BaseModel
from .._core.unset import absent
from .chart_element import ChartElement


@dataclass(kw_only=True, slots=True)
class Chart(BaseModel):
    """A chart that executed code drew, as data that can be drawn again."""

    type: Literal["bar", "box_and_whisker", "line", "pie", "scatter", "superchart", "unknown"] | str
    """Kind of chart. A `superchart` consists of other charts."""

    title: str | None = absent
    """Heading of the chart."""

    x_label: str | None = absent
    """Name of the horizontal axis."""

    y_label: str | None = absent
    """Name of the vertical axis."""

    x_unit: str | None = absent
    """Unit of the values along the horizontal axis."""

    y_unit: str | None = absent
    """Unit of the values along the vertical axis."""

    x_ticks: list[float] | None = absent
    """Values at which the horizontal axis has marks."""

    y_ticks: list[float] | None = absent
    """Values at which the vertical axis has marks."""

    x_tick_labels: list[str] | None = absent
    """Texts beside the marks of the horizontal axis."""

    y_tick_labels: list[str] | None = absent
    """Texts beside the marks of the vertical axis."""

    x_scale: str | None = absent
    """Kind of scale that the horizontal axis has, such as `linear`."""

    y_scale: str | None = absent
    """Kind of scale that the vertical axis has, such as `linear`."""

    elements: list[ChartElement]
    """What the chart shows, such as bars, slices or series of points."""
