"""What is a plausible scalar?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sdkloom.ir.base import Json
from sdkloom.ir.types import Limits, PrimitiveType, Scalar

# Each in the one form in which it is written again after it was read.
_FORMATS = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "time": "12:00:00",
    "duration": "PT1H30M",
    "uuid": "6b1f3f4e-5b0c-4d53-9d5c-6b8c4a2f1a10",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "uri-reference": "/examples/1",
    "email": "someone@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "decimal": "1.50",
    "byte": "ZXhhbXBsZQ==",
}
# Texts that common patterns want, tried in this order where the name of the value does not fit.
_TEXTS = (
    *("example", "Example", "EXAMPLE", "a", "A", "1", "12", "123", "1234", "12345", "123456", "1234567890"),
    *("example-1", "example_1", "ex", "EX", "EXA", "en", "en-US", "EUR", "US", "1.0", "1.50", "1.0.0", "v1"),
    *(
        "0123456789abcdef",
        "0123456789abcdef0123456789abcdef",
        "0123456789abcdef01234567",
        "#0099ff",
        "0099ff",
    ),
    *(
        "+15555550100",
        "15555550100",
        "12:00",
        "12:00:00",
        "2026",
        "2026-01",
        "2026-01-31",
        "01/2026",
        "/example",
    ),
    *("https://example.com/", "example.com", "someone@example.com", "192.0.2.1", "example/example", "true"),
    *(_FORMATS["uuid"], _FORMATS["date-time"], "2026-01-31T12:00:00.000Z", "P1D", "PT1H", "1d", "1h", "1s"),
)
_SID = re.compile(r"\^?([A-Za-z_-]*)\[([^\]]+)\]\{(\d+)(?:,\d*)?\}\$?")


def scalar_value(node: PrimitiveType, text: str, number: int = 1) -> Json:
    """A value of a scalar type; `text` is what a string without a format says, `number` what a number is."""
    match node.scalar:
        case Scalar.STRING:
            return string_value(_FORMATS.get(node.format, text), node.limits)
        case Scalar.INTEGER:
            return int(_in_bounds(number, node.limits, 1))
        case Scalar.NUMBER:
            return _in_bounds(number + 0.5, node.limits, 0.5)
        case Scalar.BOOLEAN:
            return True
        case Scalar.NULL:
            return None


def string_value(text: str, limits: Limits) -> str:
    """The text, or another one where it is too short, too long, or not of the pattern.

    Of a pattern that no known text fits, nothing is kept: a client leaves the check to the service.
    """
    if limits.pattern:
        fitting = (found for found in _texts(text, limits.pattern) if _is_long_enough(found, limits))
        return next((found for found in fitting if _matches(limits.pattern, found)), text)
    shortest, longest = limits.min_length or 0, limits.max_length
    if len(text) < shortest:
        text = (f"{text or 'example'} " * (shortest + 1))[:shortest]
    return text if longest is None else text[: max(longest, shortest, 1)]


def _texts(text: str, pattern: str) -> Iterator[str]:
    yield text
    yield from _TEXTS
    if found := _SID.fullmatch(pattern):  # a prefix, and then so many characters of a set
        prefix, kinds, count = found[1], found[2], int(found[3])
        first = next((c for c in "0aA1bB_-" if _matches(f"[{kinds}]", c)), "0")
        yield prefix + first * count


def _is_long_enough(text: str, limits: Limits) -> bool:
    longest = len(text) if limits.max_length is None else limits.max_length
    return (limits.min_length or 0) <= len(text) <= longest


@lru_cache(maxsize=1 << 12)
def _matches(pattern: str, text: str) -> bool:
    """Does the text fit? A pattern of ECMAScript that is none here fits nothing."""
    try:
        return re.search(pattern, text) is not None
    except (re.error, OverflowError, RecursionError):
        return False


def _in_bounds(number: int | float, limits: Limits, step: int | float) -> int | float:
    """The number, or the nearest one that the limits allow."""
    if limits.multiple_of and not isinstance(number, int):
        number = limits.multiple_of
    elif limits.multiple_of and isinstance(limits.multiple_of, int) and limits.multiple_of > 0:
        step = number = limits.multiple_of
    if limits.minimum is not None and number < limits.minimum:
        number = limits.minimum
    if limits.exclusive_minimum is not None and number <= limits.exclusive_minimum:
        number = limits.exclusive_minimum + step
    if limits.maximum is not None and number > limits.maximum:
        number = limits.maximum
    if limits.exclusive_maximum is not None and number >= limits.exclusive_maximum:
        number = limits.exclusive_maximum - step
    return number
