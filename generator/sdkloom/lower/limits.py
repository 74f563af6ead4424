"""What does a schema allow of the values of a scalar?"""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.ir.base import Json
from sdkloom.ir.types import NO_LIMITS, Limits

_KEYWORDS = frozenset(
    "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern".split()
)


def lower_limits(node: Mapping[str, Json]) -> Limits:
    """The limits of a scalar; words of the wrong kind set none."""
    if not _KEYWORDS & node.keys():
        return NO_LIMITS
    pattern = node.get("pattern")
    return Limits(
        minimum=_number(node.get("minimum")),
        maximum=_number(node.get("maximum")),
        exclusive_minimum=_number(node.get("exclusiveMinimum")),
        exclusive_maximum=_number(node.get("exclusiveMaximum")),
        multiple_of=_number(node.get("multipleOf")),
        min_length=_count(node.get("minLength")),
        max_length=_count(node.get("maxLength")),
        pattern=pattern if isinstance(pattern, str) else "",
    )


def _number(value: Json) -> int | float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _count(value: Json) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
