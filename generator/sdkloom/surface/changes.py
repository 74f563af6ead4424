"""What is a change to users: how grave it is, of what, why, and where?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum as StandardEnum

from sdkloom.ir.base import Source
from sdkloom.ir.dump import type_text
from sdkloom.ir.types import ListType, MapType, NullableType, Type, UnionType
from sdkloom.surface.relate import Relation, Types, constants, relate


class Weight(StandardEnum):
    """How grave a change is, the gravest first."""

    BREAKING = "breaking"
    ADDITION = "addition"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between two surfaces: of what, what happened, and what it means to users."""

    weight: Weight
    subject: str
    what: str
    why: str
    at: Source | None


@dataclass(frozen=True, slots=True)
class Uses:
    """The ways in which values of a type travel."""

    sent: bool
    received: bool


SENT = Uses(sent=True, received=False)
RECEIVED = Uses(sent=False, received=True)

_Judgement = tuple[Weight, str, str]


def breaking(subject: str, what: str, why: str, at: Source | None) -> Change:
    """A change that code of users may not survive."""
    return Change(Weight.BREAKING, subject, what, why, at)


def addition(subject: str, what: str, why: str, at: Source | None) -> Change:
    """A change that gives users more, or that they should know of."""
    return Change(Weight.ADDITION, subject, what, why, at)


def other(subject: str, what: str, why: str, at: Source | None) -> Change:
    """A change that nobody has to do anything about."""
    return Change(Weight.OTHER, subject, what, why, at)


def judge_type(old: Type, old_types: Types, new: Type, new_types: Types, uses: Uses) -> _Judgement | None:
    """What another type means where values travel in these ways; None where it holds the same values."""
    if old == new:
        return None
    said = f"its type is `{type_text(new)}`, and was `{type_text(old)}`"
    match relate(old, old_types, new, new_types):
        case Relation.SAME:
            return _judge_constants(old, new, uses)
        case Relation.WIDER if uses.received and _has_further_choices(old, new):
            return Weight.ADDITION, said, "choices that are not known yet were to be expected"
        case Relation.WIDER if uses.received:
            null = isinstance(new, NullableType) and not isinstance(old, NullableType)
            return Weight.BREAKING, said, "it may now be null" if null else "it may now be something else"
        case Relation.WIDER:
            return Weight.ADDITION, said, "it takes all that it took, and more"
        case Relation.NARROWER if uses.sent:
            return Weight.BREAKING, said, "it no longer takes all that it took"
        case Relation.NARROWER:
            return Weight.ADDITION, said, "it is nothing that it could not be before"
        case _ if not uses.received:
            return Weight.BREAKING, said, "it no longer takes all that it took"
        case _:
            return Weight.BREAKING, said, "code that uses it is written for the former type"


def _has_further_choices(old: Type, new: Type) -> bool:
    """Are both choices by one tag, of which a client reads those that it does not know as well?"""
    match old, new:
        case UnionType(discriminator=before), UnionType(discriminator=now):
            return before is not None and now is not None and before.property == now.property
        case (ListType(inner, ()), ListType(other, ())) | (MapType(inner), MapType(other)):
            return _has_further_choices(inner, other)
        case NullableType(inner), NullableType(other):
            return _has_further_choices(inner, other)
    return False


def _judge_constants(old: Type, new: Type, uses: Uses) -> _Judgement | None:
    """Values that come and go in a set to which any other value may belong as well."""
    before, now = constants(old), constants(new)
    gone = ", ".join(value for value in before if value not in now)
    came = ", ".join(value for value in now if value not in before)
    if gone and uses.sent:
        return Weight.BREAKING, f"it no longer names {gone}", "a value that is sent may be refused"
    if gone:
        return Weight.OTHER, f"it no longer names {gone}", "code that looks for it still runs"
    return (Weight.ADDITION, f"it may be {came} as well", "others were to be expected") if came else None
