"""Random APIs whose names are close to each other."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from unit.name.apis import Op

from sdkloom.ir.api import Api
from sdkloom.ir.base import Docs, Name, Source
from sdkloom.ir.types import Definition, Field, Model, RefType
from sdkloom.name.settle import Names
from sdkloom.name.spell import pascal
from sdkloom.name.words import split_words

_STATIC = (
    "users files accounts chat usage cancel search content retry list me v2 by-email email lock a.b".split()
)
SEGMENTS = st.sampled_from([*_STATIC, "{id}", "{email}", "{user_id}", "{id}:cancel"])
_PATHS = st.lists(SEGMENTS, max_size=5).map(lambda parts: "/" + "/".join(parts))
METHODS = st.sampled_from("get post put patch delete head query".split())
_IDS = st.sampled_from(
    ["", "", "listUsers", "users/get", "get_files", "cancel", "UsersController_find", "a.b.get"]
)
_TAGS = st.sampled_from([(), (), ("Users",), ("Billing",)])
OPS = st.lists(
    st.builds(
        lambda method, path, id, tags: Op(f"{method.upper()} {path}", id, tags), METHODS, _PATHS, _IDS, _TAGS
    ),
    max_size=8,
    unique_by=lambda op: op.line,
)

_KEYS = st.sampled_from(["pet", "Pet", "PET", "pet_owner", "Owner", "List", "A" * 80, "A" * 81 + "b"])
_PROPERTIES = st.sampled_from(["owner", "pet", "pet_owner", "list", "a_b", "a", "b"])


@st.composite
def definitions(draw: st.DrawFn) -> list[Definition]:
    """Components, some of whose properties are models of their own."""
    found: list[Definition] = []
    for key in draw(st.lists(_KEYS, unique=True, max_size=5)):
        id = f"#/components/schemas/{key}"
        fields = []
        for name in draw(st.lists(_PROPERTIES, unique=True, max_size=3)):
            inner = f"{id}/properties/{name}"
            found.append(model(inner, name, id, ()))
            fields.append((name, inner))
        found.append(model(id, key, None, tuple(fields)))
    return found


def model(id: str, name: str, owner: str | None, fields: tuple[tuple[str, str], ...]) -> Model:
    at = Source("api.yaml", id)
    parts = tuple(
        Field(Name(wire, split_words(wire)), RefType(target), True, None, Docs(), at)
        for wire, target in fields
    )
    return Model(id, Name(name, split_words(name)), owner, parts, None, Docs(), at)


def with_definitions(found: Api, given: list[Definition]) -> Api:
    return replace(found, definitions={definition.id: definition for definition in given})


def dotted(names: Names) -> dict[str, str]:
    return {id: call.dotted for id, call in names.calls.items()}


def types_of(names: Names) -> dict[str, tuple[object, ...]]:
    named = {**names.types, **{f"params {id}": name for id, name in names.params.items()}}
    return {id: (name.place, name.text or pascal(name.words)) for id, name in named.items()}
