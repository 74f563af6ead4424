"""Text to dates, times, identifiers and numbers, leniently: what cannot be read stays the text it was."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

_FRACTION = re.compile(r"(\.\d+)")
_OFFSET = re.compile(r"([+-]\d{2})(\d{2})$")


def read_datetime(data: Any) -> Any:
    """RFC 3339 in all its forms: `Z` or an offset, any number of decimals, `T`, `t` or a blank between."""
    if type(data) is not str:
        return data
    text = data.replace("t", "T").replace("Z", "+00:00").replace("z", "+00:00")
    # Before Python 3.11, `fromisoformat` wants exactly three or six decimals.
    text = _FRACTION.sub(lambda found: found[1][:7].ljust(7, "0"), _OFFSET.sub(r"\1:\2", text), count=1)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return data


def read_date(data: Any) -> Any:
    """`2026-01-31`."""
    try:
        return date.fromisoformat(data) if type(data) is str else data
    except ValueError:
        return data


def read_uuid(data: Any) -> Any:
    """A UUID in any of its usual forms."""
    try:
        return UUID(data) if type(data) is str else data
    except ValueError:
        return data


def read_decimal(data: Any) -> Any:
    """A decimal number, from text or from a JSON number."""
    try:
        return Decimal(str(data)) if type(data) in (str, int, float) else data
    except InvalidOperation:
        return data


def read_bytes(data: Any) -> Any:
    """Base64, in either alphabet."""
    if type(data) is not str:
        return data
    try:
        return base64.b64decode(data.replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        return data


def read_float(data: Any) -> Any:
    """JSON writes 1.0 as 1 where it likes."""
    return float(data) if type(data) is int else data


def write_duration(value: timedelta) -> str:
    """ISO 8601: `P1DT2.5S`."""
    sign = "-" if value < timedelta() else ""
    value = abs(value)
    seconds = f"{value.seconds}.{value.microseconds:06d}".rstrip("0").rstrip(".")
    return f"{sign}P{value.days}DT{seconds}S"


SCALARS: dict[type, Callable[[Any], Any]] = {
    datetime: read_datetime,
    date: read_date,
    UUID: read_uuid,
    Decimal: read_decimal,
    bytes: read_bytes,
    float: read_float,
}
