"""Names never change by accident: everything public, in every language, over whole documents."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.name.documents import Data, documents, enlarged, joined, shuffled
from unit.name.faces import Face, face, locked

from sdkloom.targets import known_targets

_LANGUAGES = pytest.mark.parametrize("language", known_targets())
_ORDERS = st.randoms(use_true_random=False)

# Every example generates whole packages.
_fewer = settings(max_examples=settings().max_examples // 4)


def _changed(before: Face, after: Face) -> dict[str, tuple[list[str], list[str]]]:
    """What has lost a name that it had."""
    return {
        word: (sorted(names), sorted(after.get(word, ())))
        for word, names in before.items()
        if not names <= after.get(word, frozenset())
    }


@_LANGUAGES
@_fewer
@given(documents(), _ORDERS)
def test_the_order_of_a_document_makes_no_difference(language: str, data: Data, order: Random) -> None:
    assert _changed(face(data, language), face(shuffled(data, order), language)) == {}


@_LANGUAGES
@_fewer
@given(documents(), documents("n"), _ORDERS)
def test_whatever_is_added_every_published_name_stays(
    language: str, data: Data, more: Data, order: Random
) -> None:
    after = shuffled(enlarged(data, more), order)
    assert _changed(face(data, language), face(after, language, locked(data))) == {}


@given(documents())
def test_generating_again_changes_no_line_of_the_lock(data: Data) -> None:
    lock = locked(data)
    assert locked(data, lock) == lock


def _document(paths: str, schemas: str = "", **more: str) -> Data:
    """A document of these parts, each of them YAML."""
    found: Data = {"openapi": "3.1.0", "info": {"title": "Api", "version": "1"}}
    found |= {"paths": yaml.safe_load(paths), "components": {"schemas": yaml.safe_load(schemas or "{}")}}
    return found | {key: yaml.safe_load(text) for key, text in more.items()}


_PET = (
    "description: m0q, type: object, properties: {home: {description: m1q, type: object, "
    "properties: {a: {description: m7q}}}}"
)
_SENDS = (
    "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pets'}}}}, "
    "responses: {'204': {description: ok}}"
)
_ANSWERS = (
    "responses: {'200': {description: ok, content: {application/json: {schema: "
    "{$ref: '#/components/schemas/Pets'}}}}}"
)
_LISTS = (
    "parameters: [{name: cursor, in: query, schema: {type: string}}], responses: {'200': {description: ok, "
    "content: {application/json: {schema: {type: object, description: m2q, properties: {next_cursor: "
    "{type: string}, data: {type: array, items: {$ref: '#/components/schemas/Pets'}}}}}}}}"
)
_UPLOADS = (
    "requestBody: {content: {application/json: {schema: {type: array, items: "
    "{$ref: '#/components/schemas/Pets'}}}}}, responses: {'204': {description: ok}}"
)
_PETS = f"Pets: {{{_PET}}}"

# What is there, and what is added to it.
GROWTH: dict[str, tuple[Data, Data]] = {
    "a resource gets types of its own, and its name is that of a type": (
        _document(f"/pets: {{get: {{{_ANSWERS}}}}}", _PETS),
        _document(
            "/pets/{id}/friends: {get: {parameters: [{name: id, in: path, required: true}, {name: q, in: query}], "
            "responses: {'204': {description: ok}}}}"
        ),
    ),
    "a resource gets types of its own, one of which is called like what is inside of a type": (
        _document(f"/pets: {{get: {{{_ANSWERS}}}}}", f"{_PETS}\nHome: {{description: m8q, type: object}}"),
        _document(
            "/pets/{id}/friends: {get: {parameters: [{name: id, in: path, required: true}, {name: q, in: query}], "
            "responses: {'200': {description: ok, content: {application/json: {schema: {title: Home, type: object, "
            "properties: {b: {}}}}}}}}}"
        ),
    ),
    "a type is added that is called like the class of a resource": (
        _document(
            "/pets: {get: {tags: [Pets], responses: {'204': {description: ok}}}}",
            tags="[{name: Pets, description: m9q}]",
        ),
        _document("{}", _PETS),
    ),
    "what nothing used is sent": (
        _document("{}", _PETS),
        _document(f"/cats: {{put: {{{_UPLOADS}}}}}"),
    ),
    "what nothing used becomes the arguments of a call": (
        _document("{}", _PETS),
        _document(f"/cats: {{post: {{{_SENDS}}}}}"),
    ),
    "what was the arguments of a call is used elsewhere": (
        _document(f"/cats: {{post: {{{_SENDS}}}}}", _PETS),
        _document(f"/dogs: {{put: {{{_UPLOADS}}}}}"),
    ),
    "what was the arguments of a call is those of another call too": (
        _document(f"/cats: {{post: {{{_SENDS}}}}}", _PETS),
        _document(f"/apes: {{post: {{{_SENDS}}}}}"),
    ),
    "what was the arguments of a call is answered": (
        _document(f"/cats: {{post: {{{_SENDS}}}}}", _PETS),
        _document(f"/apes: {{get: {{{_ANSWERS}}}}}"),
    ),
    "what was answered is sent": (
        _document(f"/cats: {{get: {{{_ANSWERS}}}}}", _PETS),
        _document(f"/apes: {{post: {{{_SENDS}}}}}"),
    ),
    "what was sent is answered": (
        _document(f"/cats: {{put: {{{_UPLOADS}}}}}", _PETS),
        _document(f"/apes: {{get: {{{_ANSWERS}}}}}"),
    ),
    "a resource gets others below it": (
        _document(f"/cats: {{get: {{{_ANSWERS}}}}}", _PETS),
        _document("/cats/{id}/toys: {get: {responses: {'204': {description: ok}}}}"),
    ),
    "a resource that sorts before uses a type": (
        _document(f"/cats: {{get: {{{_ANSWERS}}}}}", _PETS),
        _document(f"/apes: {{get: {{{_ANSWERS}}}}}"),
    ),
    "what nothing used is answered": (
        _document("/cats: {get: {responses: {'204': {description: ok}}}}", _PETS),
        _document(f"/cats/all: {{get: {{{_ANSWERS}}}}}"),
    ),
    "webhooks are added": (
        _document("{}", "VerifyOptions: {description: m3q, type: object}"),
        _document(
            "{}",
            webhooks="made: {post: {requestBody: {content: {application/json: {schema: {type: object}}}}}}",
        ),
    ),
    "a type is added that is called like a class of pages": (
        _document(f"/cats: {{get: {{{_LISTS}}}}}", _PETS),
        _document("{}", "CatListPage: {type: object}\nAsyncCatListPage: {type: object}"),
    ),
    "a call comes to answer in pages": (
        _document(
            "/cats: {get: {responses: {'200': {description: ok, content: {application/json: {schema: "
            "{$ref: '#/components/schemas/Pets'}}}}}}}",
            f"{_PETS}\nCats: {{type: object, description: m4q, properties: {{next_cursor: {{type: string}}, data: "
            "{type: array, items: {$ref: '#/components/schemas/Pets'}}, kind: {description: m5q, type: string}}}\n"
            "CatsPage: {description: m6q, type: object}",
        ),
        _document(
            "/dogs: {get: {parameters: [{name: cursor, in: query, schema: {type: string}}], responses: "
            "{'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Cats'}}}}}}}"
        ),
    ),
}


@_LANGUAGES
@pytest.mark.parametrize("what", GROWTH)
def test_a_document_grows_and_its_published_names_stay(what: str, language: str) -> None:
    data, more = GROWTH[what]
    grown: Any = joined(more, data)
    assert _changed(face(data, language), face(joined(data, grown), language, locked(data))) == {}
    assert _changed(face(data, language), face(grown, language, locked(data))) == {}
