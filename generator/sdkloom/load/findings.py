"""What does a finding of the validator mean, in plain words and one for each cause?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from sdkloom.ir.base import Json


def causes(problem: Any) -> Iterator[tuple[list[str], str]]:
    """The path and the words of each cause behind a finding."""
    if required := re.fullmatch(r"Required list has not defined properties: \[(.*)\]", str(problem.message)):
        names = sorted(re.findall(r"'([^']*)'", required[1]))
        yield from (([], f"`{name}` is required, but not among the properties") for name in names)
        return
    if choices := _missing_choices(problem):
        yield [str(part) for part in problem.absolute_path], f"{choices} is missing"
        return
    cause = _deepest(problem)
    path = [str(part) for part in cause.absolute_path]
    if "propertyNames" in cause.schema_path and isinstance(cause.instance, str):
        path.append(cause.instance)  # a finding about a key
    if cause.validator == "required":
        missing = [name for name in cause.validator_value if name not in cause.instance]
        if missing == ["required"] and cause.instance.get("in") == "path":
            missing = ["required: true"]
        yield from ((path, f"`{name}` is missing") for name in missing)
    elif cause.validator in {"additionalProperties", "unevaluatedProperties"}:
        names = _unexpected(cause)
        yield from (([*path, name], _meaningless(name, path)) for name in names)
        if not names:
            yield path, "something here means nothing in this place"
    else:
        yield path, _plain(cause)


# Of alternatives that fail at the same place, the one that fails on more than its kind was meant.
_SHALLOW = {"required", "type"}


def _deepest(problem: Any) -> Any:
    """Under a choice between alternatives, the finding that came furthest is the real cause."""
    while problem.context:
        ranked = sorted(problem.context, key=_rank)
        unmeant = {
            _alternative(found)
            for found in ranked
            if _is_about_references(found) or _is_of_another_kind(found)
        }
        real = [found for found in ranked if _alternative(found) not in unmeant]
        problem = (real or ranked)[-1]
    return problem


def _is_about_references(found: Any) -> bool:
    """One alternative is always "or a reference", which is seldom what was meant."""
    return bool(found.validator == "required" and found.validator_value == ["$ref"])


def _rank(found: Any) -> tuple[int, bool, str, str]:
    """How far a finding came; between equals the words decide, since the validator's order may differ."""
    place = "/".join(map(str, found.absolute_path))
    return len(found.path), found.validator not in _SHALLOW, place, str(found.message)


def _is_of_another_kind(found: Any) -> bool:
    """An alternative for one value only, such as `in: cookie`, is not meant where another value stands."""
    return found.validator == "const" or (found.validator == "enum" and len(found.validator_value) == 1)


def _alternative(found: Any) -> Any:
    return next(iter(found.schema_path), None)


def _missing_choices(problem: Any) -> str:
    """The names of which one is wanted, where that is all that the alternatives ask for."""
    found = list(problem.context or ())
    if len(found) < 2 or any(
        one.validator != "required" or one.path or _is_about_references(one) for one in found
    ):
        return ""
    return " or ".join(dict.fromkeys(f"`{name}`" for one in found for name in one.validator_value))


def _meaningless(name: str, path: list[str]) -> str:
    match path:
        case ["paths"]:
            return f"`{name}` is no path, since it does not begin with `/`"
        case [*_, "responses"]:
            return f"`{name}` is no status such as `200` or `4XX`, nor `default`"
    return f"`{name}` means nothing here"


def _unexpected(cause: Any) -> list[str]:
    known = set(cause.schema.get("properties", ()))
    names = [str(name) for name in cause.instance if name not in known]
    return [name for name in names if f"'{name}'" in cause.message]


def _plain(cause: Any) -> str:
    shown, wanted = _shown(cause.instance), cause.validator_value
    match cause.validator:
        case "type":
            kinds = [wanted] if isinstance(wanted, str) else wanted
            return f"{shown} should be {' or '.join(_KINDS.get(kind, str(kind)) for kind in kinds)}"
        case "enum":
            allowed = ", ".join(_shown(value) for value in wanted[:8])
            return f"{shown} is not among {allowed}{', …' if len(wanted) > 8 else ''}"
        case "const":
            return f"{shown} should be {_shown(wanted)}"
        case "pattern":
            return f"{shown} does not match the pattern `{wanted}`"
        case "format":
            return f"{shown} is not {_FORMATS.get(wanted, f'a `{wanted}`')}"
        case "minItems" | "minProperties" | "minLength" if wanted == 1:
            return f"{shown} should not be empty"
        case "minItems" | "minProperties" | "minLength":
            return f"{shown} is too short"
        case "uniqueItems":
            return f"{shown} holds an item twice"
        case "not" | "contains" | "oneOf" | "anyOf":
            return f"{shown} does not fit here, by the rule `{cause.validator}` of the standard"
        case _:
            return _reworded(" ".join(str(cause.message).split()))


_KINDS = {
    "string": "text",
    "object": "an object",
    "array": "a list",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}

_FORMATS = {
    "regex": "a regular expression",
    "email": "an e-mail address",
    "uri": "an address",
    "uri-reference": "an address",
}

_WORDINGS = (
    (
        r"Operation ID '(.*)' for '\w+' in '.*' is not unique",
        r"another operation has the `operationId` `\1` as well",
    ),
    (r"Duplicate parameter '(.*)'", r"the parameter `\1` is described twice"),
    (r"Duplicate tag name '(.*)'", r"the tag `\1` is described twice"),
)


def _reworded(message: str) -> str:
    for pattern, words in _WORDINGS:
        if found := re.fullmatch(pattern, message):
            return _short(found.expand(words))
    return _short(f"{message[:1].lower()}{message[1:]}")


def _shown(value: Json) -> str:
    if isinstance(value, Mapping):
        return "this object"
    if isinstance(value, list):
        return "this list"
    if value is None or isinstance(value, bool):
        return {None: "`null`", True: "`true`", False: "`false`"}[value]
    return f"`{_short(' '.join(str(value).split()))}`"


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:117]}..."
