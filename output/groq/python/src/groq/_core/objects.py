"""How does a JSON object become a model? By straight-line code, written for its class at the first object.

A loop over the fields takes about twice the time. Only the names of attributes, which the Python of a
generated module has held already, become code; names on the wire are values in its namespace.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Part:
    """A field: its attribute, its name on the wire, and how its value is converted, if it is."""

    attribute: str
    wire: str
    convert: Convert | None
    is_required: bool


def object_decoder(cls: type[Any], parts: Sequence[Part]) -> Convert:
    """The function that makes an object of the class; what is no JSON object is returned as it came."""
    slow: Convert | None = None

    def lacking(data: Any) -> Any:
        """For objects that lack a required field."""
        nonlocal slow
        if slow is None:
            slow = _written(cls, (), parts, None)
        return slow(data)

    required = [part for part in parts if part.is_required]
    optional = [part for part in parts if not part.is_required]
    return _written(cls, required, optional, lacking)


def _written(
    cls: type[Any], required: Sequence[Part], optional: Sequence[Part], lacking: Convert | None
) -> Convert:
    parts = (*required, *optional)
    space: dict[str, Any] = {
        "new": object.__new__,
        "cls": cls,
        "lacking": lacking,
        "compact": compact,
        **{f"name{number}": part.wire for number, part in enumerate(parts)},
        **{f"convert{number}": part.convert for number, part in enumerate(parts)},
    }
    lines = ["def decode(data):", " if data.__class__ is not dict:", "  return data"]
    if required:
        lines.append(" try:")
        lines += (f"  value{number} = data[name{number}]" for number in range(len(required)))
        lines += (" except KeyError:", "  return lacking(data)")
    lines.append(" model = new(cls)")
    for number, part in enumerate(required):
        lines.append(f" {_stored(part, number, f'value{number}')}")
    lines.append(f" known = {len(required)}")
    for number, part in enumerate(optional, len(required)):
        lines.append(f" if name{number} in data:")
        lines.append(f"  value = data[name{number}]")
        lines.append(f"  {_stored(part, number, 'value')}")
        lines.append("  known += 1")
    lines += (" if len(data) != known:", "  rest = data.copy()")  # picking out takes thrice as long
    lines += (f"  del rest[name{number}]" for number in range(len(required)))
    lines += (f"  rest.pop(name{number}, None)" for number in range(len(required), len(parts)))
    lines += ("  model._extra = compact(rest, known)", " return model")
    exec(compile("\n".join(lines), f"<decoder of {cls.__name__}>", "exec"), space)
    decode: Convert = space["decode"]
    return decode


def _stored(part: Part, number: int, value: str) -> str:
    if part.convert is None:
        return f"model.{part.attribute} = {value}"
    return f"model.{part.attribute} = None if {value} is None else convert{number}({value})"


def compact(rest: dict[str, Any], taken: int) -> dict[str, Any]:
    """What is left after so many fields were taken away, without the room that those needed."""
    return rest if len(rest) >= taken else dict(rest)
