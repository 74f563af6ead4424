"""Text to dates, durations, identifiers, numbers and bytes, leniently: what is no such text stays as it came.

Only the forms that the standards know are read, and not all that Python would: these can be written back, and
are the same for every version of Python.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any
from uuid import UUID

_DATE = r"\d{4}-\d\d-\d\d"
_DATETIME = r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d+))?(?:([Zz])|([+-]\d\d):?(\d\d)?)?"
_UUID = r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_DECIMAL = r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?"
_DURATION = (
    r"([+-])?P(?=.*\d[WDHMS]$)(?:(\d+)W)?(?:(\d+)D)?"
    r"(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d+))?S)?)?"
)


@cache
def _form(pattern: str) -> re.Pattern[str]:
    """The pattern, made when the first text is held against it: all of them take 3 ms."""
    return re.compile(pattern, re.ASCII)


def read_date(data: Any) -> Any:
    """RFC 3339: `2026-01-31`."""
    if type(data) is not str or not _form(_DATE).fullmatch(data):
        return data
    try:
        return date.fromisoformat(data)
    except ValueError:
        return data


def read_datetime(data: Any) -> Any:
    """RFC 3339, with or without an offset; of the decimals, six are kept."""
    found = _form(_DATETIME).fullmatch(data) if type(data) is str else None
    if found is None:
        return data
    day, clock, decimals, utc, hours, minutes = found.groups()
    offset = "+00:00" if utc else f"{hours}:{minutes or '00'}" if hours else ""
    try:
        # Before Python 3.11, `fromisoformat` wants exactly three or six decimals, and knows no `Z`.
        return datetime.fromisoformat(f"{day}T{clock}.{(decimals or '')[:6]:0<6}{offset}")
    except ValueError:
        return data


def read_duration(data: Any) -> Any:
    """ISO 8601: `P1DT2H3.5S`. Years and months have no fixed length, so text that holds them stays text."""
    found = _form(_DURATION).fullmatch(data) if type(data) is str else None
    if found is None:
        return data
    sign, *numbers, decimals = found.groups()
    try:
        weeks, days, hours, minutes, seconds = (int(number or 0) for number in numbers)
        length = timedelta(
            weeks=weeks,
            days=days,
            hours=hours,
            minutes=minutes,
            seconds=seconds,
            microseconds=int(f"{(decimals or '')[:6]:0<6}"),
        )
    except (ValueError, OverflowError):
        return data
    return -length if sign == "-" else length


def write_duration(value: timedelta) -> str:
    """ISO 8601: `P1DT2.5S`."""
    length = abs(value)
    days = f"{length.days}D" if length.days else ""
    seconds = f"{length.seconds}.{length.microseconds:06d}".rstrip("0").rstrip(".") or "0"
    rest = "" if days and seconds == "0" else f"T{seconds}S"
    return f"{'-' if value < timedelta() else ''}P{days}{rest}"


def read_uuid(data: Any) -> Any:
    """RFC 9562: in groups, since 32 digits without them may be a key that must be sent back as it came."""
    return UUID(data) if type(data) is str and _form(_UUID).fullmatch(data) else data


def read_decimal(data: Any) -> Any:
    """A finite decimal number in text."""
    if type(data) is not str or not _form(_DECIMAL).fullmatch(data):
        return data
    try:
        return Decimal(data)
    except InvalidOperation:  # the exponent is beyond all bounds
        return data


def read_bytes(data: Any) -> Any:
    """RFC 4648: Base64 with its padding, in either alphabet."""
    if type(data) is not str:
        return data
    try:
        return base64.b64decode(data.replace("-", "+").replace("_", "/"), validate=True)
    except ValueError:
        return data


def read_float(data: Any) -> Any:
    """A number that was written without decimals, unless digits would be lost."""
    if type(data) is not int:
        return data
    try:
        value = float(data)
    except OverflowError:
        return data
    return value if value == data else data


SCALARS: dict[Any, Callable[[Any], Any]] = {
    date: read_date,
    datetime: read_datetime,
    UUID: read_uuid,
    timedelta: read_duration,
    Decimal: read_decimal,
    bytes: read_bytes,
    float: read_float,
}
"""How each type is read. Those that fewer texts fit come first: a union tries them in this order."""
