"""The type `ChartElement`."""

from __future__ import annotations

from dataclasses import dataclass

from .._core.model import BaseModel
from .._core.unset import absent


@dataclass(kw_only=True, slots=True)
class ChartElement(BaseModel):
    """One thing that a chart shows, such as a bar, a slice, a box or a series of points.

    Which fields are set depends on the kind of chart.
    """

    label: str
    """Name of the element."""

    group: str | None = absent
    """Name of the group that it is part of."""

    value: float | None = absent
    """Value that the element stands for."""

    points: list[list[float]] | None = absent
    """Points of a series, each a list of its coordinates."""

    angle: float | None = absent
    """Angle of a slice."""

    radius: float | None = absent
    """Radius of a slice."""

    min: float | None = absent
    """Lowest value of a box plot."""

    first_quartile: float | None = absent
    """Value that a quarter of the data stay below."""

    median: float | None = absent
    """Value in the middle of the data."""

    third_quartile: float | None = absent
    """Value that three quarters of the data stay below."""

    max: float | None = absent
    """Highest value of a box plot."""

    outliers: list[float] | None = absent
    """Values that lie far from the rest."""
