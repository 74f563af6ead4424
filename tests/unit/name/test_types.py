"""Names of types: short, in their owner's scope, and in words where two would clash."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdkloom.config import Config, read_config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api
from sdkloom.load import load
from sdkloom.lower import lower
from sdkloom.name.explain import explain_name
from sdkloom.name.settle import settle
from sdkloom.name.spell import pascal
from sdkloom.name.type_names import TypeName
from sdkloom.pipeline import understand

_OPERATION = """
  /pets:
    get:
      operationId: listPets
      parameters:
      - {name: born, in: query, schema: {type: object, properties: {after: {type: string}}}}
      responses:
        '200': {description: ok, content: {application/json: {schema: SCHEMA}}}
        '202': {description: ok, content: {application/json: {schema: {type: object, properties: {job: {type: string}}}}}}
        '404': {description: no, content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}}
        default: {description: no, content: {application/json: {schema: {type: object, properties: {what: {type: string}}}}}}
        '401': {$ref: '#/components/responses/Unauthorized'}
    put:
      requestBody: {content: {application/json: {schema: {type: array, items: {type: object, properties: {a: {type: string}}}}}}}
      responses: {'204': {description: ok}}
"""
_SHARED = """
  responses:
    Unauthorized: {description: no, content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}}
"""


def _lowered(text: str, folder: Path) -> Api:
    (folder / "api.yaml").write_text(text)
    document = load(Config(spec=Path("api.yaml")), Report())
    assert document is not None
    return lower(document, Config(Path()), Report())


def _document(schemas: str = "  schemas: {}\n", paths: str = "", shared: str = "") -> str:
    return (
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
        f"paths:{paths or ' {}'}\ncomponents:\n{schemas}{shared}"
    )


def _spelled(name: TypeName) -> str:
    place = "".join("_".join(words) + "." for words in name.place)
    return place + (name.text or pascal(name.words))


def _names(text: str, folder: Path) -> dict[str, str]:
    """What the types of a document are called, by the end of their pointer."""
    found = _lowered(text, folder)
    named = settle(found, Config(Path("api.yaml")), Report())
    types = {id: _spelled(name) for id, name in named.types.items()}
    return types | {f"params {id}": _spelled(name) for id, name in named.params.items()}


def test_nameless_bodies_are_called_after_their_operation(folder: Path) -> None:
    schema = "{type: object, properties: {next: {type: string}}}"
    named = _names(_document(paths=_OPERATION.replace("SCHEMA", schema), shared=_SHARED), folder)
    body = "content/application~1json/schema"
    assert named == {
        f"#/paths/~1pets/get/responses/200/{body}": "PetListResponse",
        f"#/paths/~1pets/get/responses/202/{body}": "PetListAcceptedResponse",
        f"#/paths/~1pets/get/responses/404/{body}": "PetListNotFoundError",
        f"#/paths/~1pets/get/responses/default/{body}": "PetListError",
        f"#/components/responses/Unauthorized/{body}": "UnauthorizedBody",
        "#/paths/~1pets/get/parameters/0/schema": "PetListBorn",
        f"#/paths/~1pets/put/requestBody/{body}/items": "PetUpdateBodyItem",
        "params get /pets": "PetListParams",
        "params put /pets": "PetUpdateParams",
    }


def test_an_item_of_a_nameless_list_is_called_item(folder: Path) -> None:
    schema = "{type: array, items: {type: object, properties: {a: {type: string}}}}"
    named = _names(_document(paths=_OPERATION.replace("SCHEMA", schema), shared=_SHARED), folder)
    pointer = "#/paths/~1pets/get/responses/200/content/application~1json/schema/items"
    assert named[pointer] == "PetListResponseItem"


_UNIONS = """
  schemas:
    Choice:
      oneOf:
      - {type: object, properties: {error: {type: string}}}
      - {type: object, required: [limit], properties: {limit: {type: integer}, hits: {type: integer}}}
      - {type: object, required: [page], properties: {page: {type: integer}, hits: {type: integer}}}
      - {type: object, required: [kind], properties: {kind: {const: dog}, hits: {type: integer}}}
      - {type: object, title: Named by its title, properties: {hits: {type: integer}}}
      - {type: object, properties: {type: {enum: [a, b]}}}
    Same:
      oneOf:
      - {type: object, required: [type], properties: {type: {const: set}, url: {type: string}}}
      - {type: object, required: [type], properties: {type: {const: set}, name: {type: string}}}
    Holder:
      type: object
      properties:
        maybe: {anyOf: [{type: object, properties: {a: {type: object, properties: {b: {type: string}}}}}, {type: 'null'}]}
    Toys: {type: array, items: {type: object, properties: {a: {type: string}}}}
    Sheep: {type: array, items: {type: object, properties: {a: {type: string}}}}
"""


def test_choices_are_called_by_what_tells_them_apart(folder: Path) -> None:
    named = _names(_document(_UNIONS), folder)
    below = {id.removeprefix("#/components/schemas/"): name for id, name in named.items()}
    assert below == {
        "Choice": "Choice",
        "Choice/oneOf/0": "Error",
        "Choice/oneOf/1": "WithLimit",
        "Choice/oneOf/2": "WithPage",
        "Choice/oneOf/3": "Dog",
        "Choice/oneOf/4": "NamedByItsTitle",
        "Choice/oneOf/5": "Plain",
        "Same": "Same",
        "Same/oneOf/0": "Set",
        "Same/oneOf/1": "SetWithName",
        "Holder": "Holder",
        "Holder/properties/maybe/anyOf/0": "Maybe",
        "Holder/properties/maybe/anyOf/0/properties/a": "MaybeA",
        "Toys": "Toys",
        "Toys/items": "Toy",
        "Sheep": "Sheep",
        "Sheep/items": "Item",
    }


_CLASHES = """
  schemas:
    Pet:
      type: object
      properties:
        pet: {type: object, properties: {a: {type: string}}}
        a_b: {type: object, properties: {a: {type: string}}}
        a:
          type: object
          properties:
            b: {type: object, properties: {a: {type: string}}}
            a_b: {type: object, properties: {a: {type: string}}}
    PetListResponse: {type: object, properties: {a: {type: string}}}
    PetListParams: {type: object, properties: {a: {type: string}}}
"""


def test_rule_20_clashes_are_settled_in_words(folder: Path) -> None:
    paths = """
  /pets:
    get:
      parameters: [{name: q, in: query, schema: {type: string}}]
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: object, properties: {data: {type: array}}}}}}
"""
    named = _names(_document(_CLASHES, paths), folder)
    below = {id.removeprefix("#/components/schemas/"): name for id, name in named.items()}
    assert below == {
        "Pet": "Pet",
        "Pet/properties/pet": "PetPet",
        "Pet/properties/a_b": "AB",
        "Pet/properties/a": "A",
        "Pet/properties/a/properties/b": "PetAB",
        "Pet/properties/a/properties/a_b": "AAB",
        "PetListResponse": "PetListResponse",
        "PetListParams": "PetListParams",
        "#/paths/~1pets/get/responses/200/content/application~1json/schema": "PetsListResponse",
        "params get /pets": "PetsListParams",
    }


_LONG = "CustomerBalanceResourceCashBalanceTransactionResourceFundedTransactionResourceBankTransfer"
_REPEATED = "ExampleCloudAssistantBetaTransitionRouteGroupStateCoverage"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((_LONG,), ["CashBalanceFundedTransactionResourceBankTransfer"]),
        (
            ("Alpha" + "Long" * 14 + "Of" + _LONG, "Beta" + "Long" * 14 + "Of" + _LONG),
            [
                "AlphaCashBalanceFundedTransactionResourceBankTransfer",
                "BetaCashBalanceFundedTransactionResourceBankTransfer",
            ],
        ),
        (
            (_REPEATED, _REPEATED + "Coverage"),
            [_REPEATED, "AssistantBetaTransitionRouteGroupStateCoverageCoverage"],
        ),
    ],
)
def test_a_key_that_is_too_long_loses_words(keys: tuple[str, ...], expected: list[str], folder: Path) -> None:
    schemas = "  schemas:\n" + "".join(
        f"    {key}: {{type: object, properties: {{a: {{type: string}}}}}}\n" for key in keys
    )
    assert list(_names(_document(schemas), folder).values()) == expected


def test_why_tells_where_the_name_of_a_type_comes_from(folder: Path) -> None:
    found = _lowered(_document(_CLASHES), folder)
    named = settle(found, Config(Path("api.yaml")), Report())
    assert explain_name(found, named, "PetPet") == (
        "pet pet: #/components/schemas/Pet/properties/pet\n"
        "  because of its place inside #/components/schemas/Pet"
    )


_PETS = """
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    post:
      operationId: addPet
      parameters: [{name: dryRun, in: query, schema: {type: boolean}}]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewPet'}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
components:
  schemas:
    NewPet: {type: object, properties: {petName: {type: string}}}
    Pet:
      type: object
      properties:
        bornAt: {type: string}
        kind: {type: string, enum: [cat, dog], x-enum-varnames: [Feline, Canine], title: Kind}
"""


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (
            "pets.create.dry_run",
            "pets.create.dry_run: `dryRun` in the query of POST /pets\n"
            "  because it is `dryRun` in the document",
        ),
        (
            "addPet.petName",
            "pets.create.pet_name: `petName` in the body of POST /pets\n"
            "  because it is `petName` in the document",
        ),
        (
            "Animal.bornAt",
            "Animal.birthday: `bornAt` in #/components/schemas/Pet\n"
            "  because the configuration or the lock calls it so\n"
            "  otherwise born_at, because it is `bornAt` in the document",
        ),
        (
            "Animal",
            "Animal: #/components/schemas/Pet\n"
            "  because of configuration: types.Pet\n"
            "  otherwise Pet, because of the key `Pet` in the document",
        ),
        ("Animal.nothing", ""),
        ("nothing.at.all", ""),
    ],
)
def test_every_part_says_why_it_is_called_so(tmp_path: Path, wanted: str, expected: str) -> None:
    (tmp_path / "api.yaml").write_text(_PETS, encoding="utf-8")
    file = tmp_path / "sdkloom.yaml"
    file.write_text(
        "spec: api.yaml\ntypes: {Pet: {name: Animal, fields: {bornAt: birthday}}}\n", encoding="utf-8"
    )
    report = Report()
    config = read_config(file, report)
    assert config is not None
    found = understand(config, report)
    assert found is not None
    assert explain_name(found.api, found.names, wanted) == expected
