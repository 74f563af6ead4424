"""Which names were settled on, and why?"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sdkloom.ir.api import Api
from sdkloom.ir.base import Name
from sdkloom.ir.types import Enum, Model
from sdkloom.name.propose import propose
from sdkloom.name.published import dotted
from sdkloom.name.settle import Names
from sdkloom.name.type_names import TypeName
from sdkloom.name.webhooks import METHODS, USUAL
from sdkloom.name.words import split_words

_ELSEWHERE = "the configuration, the lock or the calls of operations put it there"
_RECEIVED = "checks and reads the webhooks of the document"


def list_names(api: Api, names: Names, form: str) -> str:
    """Every call, as lines for people or as a JSON list of `{"method", "path", "call", "reason"}`.

    The calls that check and read webhooks make no request: they have no path, and the method `webhook`.
    """
    listed = [
        (op.method, op.path, names.calls[op.id].dotted, names.calls[op.id].reason) for op in api.operations
    ]
    listed += [("webhook", "", call, _RECEIVED) for call in _webhook_calls(names)]
    if form == "json":
        keys = ("method", "path", "call", "reason")
        found = [dict(zip(keys, one, strict=True)) for one in listed]
        return json.dumps(found, indent=2, ensure_ascii=False) + "\n"
    width = max((len(call) for _, _, call, _ in listed), default=0)
    lines = (f"{call:{width}}  {method.upper():6} {path}".rstrip() for method, path, call, _ in listed)
    return "".join(f"{line}\n" for line in lines)


def _webhook_calls(names: Names) -> Iterator[str]:
    for words in METHODS if names.webhooks is not None else ():
        yield dotted((*(names.webhooks or ()), words))


def explain_name(api: Api, names: Names, wanted: str) -> str:
    """Why something is called what it is called; "" where nothing has that name.

    An operation is asked for by its call, its id or its method and path, a type by its name, and what belongs
    to one of them behind a dot: `files.list.limit`, `ChatCompletion.created`, `Status.active`.
    """
    whole = (*_calls(api, names, wanted), *_types(api, names, wanted))
    return "\n".join(whole or _parts(api, names, wanted))


def _calls(api: Api, names: Names, wanted: str) -> Iterator[str]:
    for operation in api.operations:
        call = names.calls[operation.id]
        if wanted in {
            operation.name.wire,
            call.dotted,
            operation.id,
            f"{operation.method.upper()} {operation.path}",
        }:
            yield f"{call.dotted}: {operation.method.upper()} {operation.path}"
            yield f"  because {call.reason}"
            if call.second:
                yield f"  otherwise {call.second}"
    for received in _webhook_calls(names):
        if wanted == received:
            yield f"{received}: {_RECEIVED}"
            is_usual = names.webhooks == USUAL
            yield f"  because {'that is their usual place' if is_usual else _ELSEWHERE}"


def _types(api: Api, names: Names, wanted: str) -> Iterator[str]:
    proposals = None
    for id, definition in api.definitions.items():
        named = names.types[id]
        if wanted in {id, definition.name.wire, *_spellings(named)}:
            proposals = proposals or propose(api, names.calls)
            yield f"{_shown(named)}: {id}"
            yield f"  because of {named.reason}"
            others = (one for one in proposals[id] if one.words != named.words and one.reason != named.reason)
            for second in tuple(others)[:1]:
                yield f"  otherwise {second.text or ' '.join(second.words)}, because of {second.reason}"


def _spellings(named: TypeName) -> set[str]:
    return {named.text, "".join(word.capitalize() for word in named.words)}


def _shown(named: TypeName) -> str:
    return named.text or " ".join(named.words)


def _parts(api: Api, names: Names, wanted: str) -> Iterator[str]:
    """Fields and members of types, and parameters of calls."""
    owner, _, part = wanted.rpartition(".")
    for id, definition in api.definitions.items():
        if not owner or owner not in {definition.name.wire, *_spellings(names.types[id])}:
            continue
        named = tuple(field.name for field in definition.fields) if isinstance(definition, Model) else ()
        if isinstance(definition, Enum):
            named = tuple(member.name for member in definition.members)
        for name in named:
            yield from _part(name, part, _shown(names.types[id]), id)
    for operation in api.operations:
        dotted = names.calls[operation.id].dotted
        if not owner or owner not in {dotted, operation.name.wire}:
            continue
        where = f"{operation.method.upper()} {operation.path}"
        for parameter in operation.parameters:
            yield from _part(parameter.name, part, dotted, f"the {parameter.place.value} of {where}")
        body = api.definitions.get(operation.body.spread or "") if operation.body is not None else None
        for field in body.fields if isinstance(body, Model) else ():
            yield from _part(field.name, part, dotted, f"the body of {where}")


def _part(name: Name, wanted: str, owner: str, where: str) -> Iterator[str]:
    spelled = "_".join(name.words)
    if wanted not in {name.wire, spelled}:
        return
    yield f"{owner}.{spelled}: `{name.wire}` in {where}"
    plain = split_words(name.wire)
    if name.words == plain:
        yield f"  because it is `{name.wire}` in the document"
    else:
        keyword = (
            f"`{name.chosen.keyword}` in the document"
            if name.chosen is not None
            else "the configuration or the lock"
        )
        yield f"  because {keyword} calls it so"
        yield f"  otherwise {'_'.join(plain)}, because it is `{name.wire}` in the document"
