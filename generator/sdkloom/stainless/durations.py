"""How long is a time limit, in seconds?"""

from __future__ import annotations

import re

from sdkloom.ir.base import Json

_ISO = re.compile(
    r"P(?!$)(?:(?P<days>\d+)D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:[.,]\d+)?)S)?)?"
)
_SECONDS = {"days": 86400, "hours": 3600, "minutes": 60, "seconds": 1}


def seconds(value: Json) -> float | None:
    """A number of milliseconds, or a duration of ISO 8601 such as `PT1M30S`; None where it is neither.

    Months and years are of no fixed length, and no time limits.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _short(value / 1000)
    match = _ISO.fullmatch(value.upper()) if isinstance(value, str) else None
    if match is None:
        return None
    found = ((unit, match[unit]) for unit in _SECONDS)
    return _short(sum(float(text.replace(",", ".")) * _SECONDS[unit] for unit, text in found if text))


def _short(value: float) -> float:
    return int(value) if value == int(value) else value
