"""Which part of the document does each key of the configuration mean?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from sdkloom.config import Config, OperationChoice, PartChoice, TypeChoice
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api, Operation
from sdkloom.ir.base import Json
from sdkloom.ir.types import Definition

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """What was chosen, and the key under which it stands."""

    key: str
    choice: T


def match_operations(api: Api, config: Config) -> dict[str, Match[OperationChoice]]:
    """What is chosen for operations, by their ids."""
    known = _by_key(api.operations)
    found: dict[str, Match[OperationChoice]] = {}
    for key, choice in config.operations.items():
        operation = known.get(operation_key(key))
        if operation is not None:
            found.setdefault(operation.id, Match(key, choice))
    return found


def match_types(api: Api, config: Config) -> dict[str, Match[TypeChoice]]:
    """What is chosen for definitions, by their ids."""
    known = _by_type(api)
    found: dict[str, Match[TypeChoice]] = {}
    for key, choice in config.types.items():
        if key in known:
            found.setdefault(known[key].id, Match(key, choice))
    return found


def part_choice(choices: Mapping[str, PartChoice], place: str, wire: str) -> PartChoice | None:
    """What is chosen for an argument: by its place and its name, such as `header trace`, or by its name."""
    return choices.get(f"{place} {wire}") or choices.get(wire)


def find_operation(api: Api, key: str) -> Operation | None:
    """The operation that an operationId, or a method and a path, means."""
    return _by_key(api.operations).get(operation_key(key))


def operation_keys(api: Api) -> Iterable[str]:
    """All keys by which operations may be named."""
    return _by_key(api.operations)


def find_type(api: Api, key: str) -> Definition | None:
    """The definition that a schema's name or JSON pointer means."""
    return _by_type(api).get(key)


def check_keys(api: Api, config: Config, report: Report) -> None:
    """Report every key that means nothing, and every second key for one thing."""
    operations = {key: operation.id for key, operation in _by_key(api.operations).items()}
    meant = {key: operations.get(operation_key(key)) for key in config.operations}
    _check("operation", meant, operations, config, report)
    types = {key: definition.id for key, definition in _by_type(api).items()}
    _check("type", {key: types.get(key) for key in config.types}, types, config, report)


def _check(
    what: str, meant: Mapping[str, str | None], known: Iterable[str], config: Config, report: Report
) -> None:
    section, first = f"{what}s", dict[str, str]()
    for key, id in meant.items():
        source = config.source(section, key)
        if id is None:
            config.report_missing(report, (section, key), f"{what} `{key}`", did_you_mean(key, known))
        elif id in first:
            earlier = config.source(section, first[id])
            report.add(
                "E304",
                source,
                f"`{first[id]}` and `{key}`",
                hint="keep one of them",
                also=(earlier,) if earlier is not None else (),
            )
        else:
            first[id] = key


def report_twice(
    code: str, section: str, keys: tuple[str, str], what: str, config: Config, report: Report
) -> None:
    """Report that two keys of a section, the earlier one first, give the same name."""
    earlier, later = keys
    source = config.source(section, earlier)
    report.add(
        code,
        config.source(section, later),
        f"`{what}`",
        hint=f"`{earlier}` has it already; give one of them another name",
        also=(source,) if source is not None else (),
    )


def operation_key(key: str) -> str:
    """A key as it is compared: an operation id as it stands, a method in capitals before its path."""
    method, space, path = key.partition(" ")
    return f"{method.upper()} {path.strip()}" if space and path.strip().startswith("/") else key


def key_of(operation: Operation) -> str:
    """The key under which an operation would be configured."""
    return operation.name.wire or f"{operation.method.upper()} {operation.path}"


def _by_key(operations: Iterable[Operation]) -> dict[str, Operation]:
    return {key: operation for operation in operations for key in _keys(operation)}


def _keys(operation: Operation) -> Iterator[str]:
    if operation.name.wire:
        yield operation.name.wire
    yield f"{operation.method.upper()} {operation.path}"


def _by_type(api: Api) -> dict[str, Definition]:
    """Definitions by their pointers, and those without an owner by their names in the document."""
    found = {
        definition.name.wire: definition for definition in api.definitions.values() if not definition.owner
    }
    found |= {
        definition.name.wire: definition
        for definition in api.definitions.values()
        if definition.id == f"#/components/schemas/{definition.name.wire}"
    }
    found.pop("", None)
    return found | dict(api.definitions)


def did_you_mean(key: str, known: Iterable[str]) -> str:
    """A suggestion: the closest of the known names, if one is close."""
    close = get_close_matches(key, list(known), n=1)
    return f"did you mean `{close[0]}`?" if close else ""


def wire_value(value: Json) -> str:
    """A value of an enum as it is written for a key: text as it stands, anything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value)
