"""References: pointers, files, circles, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Load
from reports import codes, places

from sdkloom.ir.base import Source
from sdkloom.load import BROKEN

_HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"


def _schemas(text: str) -> str:
    return f"{_HEAD}components:\n  schemas:\n{text}"


@pytest.mark.parametrize(
    ("key", "reference"),
    [
        ("A", "#/components/schemas/A"),
        ("a/b", "#/components/schemas/a~1b"),
        ("a~b", "#/components/schemas/a~0b"),
        ("a b", "#/components/schemas/a%20b"),
        ("Page[User]", "#/components/schemas/Page%5BUser%5D"),
        ("Page[User]", "#/components/schemas/Page[User]"),
        ("100%", "#/components/schemas/100%"),
        ("a%20b", "#/components/schemas/a%20b"),
        ("ü", "#/components/schemas/%C3%BC"),
        ("A", "#here"),
    ],
)
def test_pointers_are_decoded(load_files: Load, key: str, reference: str) -> None:
    anchor = ", $anchor: here" if reference == "#here" else ""
    document, report = load_files(
        {"api.yaml": _schemas(f"    '{key}': {{type: string{anchor}}}\n    X: {{$ref: '{reference}'}}\n")}
    )
    assert set(codes(report)) <= {"W110", "N111"}
    assert document is not None
    pointer = document.at("#/components/schemas/X/$ref")
    target = document.at(str(pointer))
    assert isinstance(target, dict)
    assert target["type"] == "string"


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("#/components/schemas/Ppet", "did you mean `#/components/schemas/Pet`?"),
        ("#/definitions/Pet", ""),
        ("#/components/schemas/Pet/properties/x", ""),
        ("#nothing", "no `$anchor` has this name"),
    ],
)
def test_dangling_references(load_files: Load, reference: str, hint: str) -> None:
    document, report = load_files(
        {"api.yaml": _schemas(f"    Pet: {{}}\n    X:\n      $ref: '{reference}'\n")}
    )
    assert document is not None
    assert places(report) == ["W105 api.yaml:8:7"]
    assert report.diagnostics[0].hint == hint


def test_a_circle_of_nothing_but_references(load_files: Load) -> None:
    document, report = load_files(
        {
            "api.yaml": _schemas(
                "    A: {$ref: '#/components/schemas/B'}\n    B: {$ref: '#/components/schemas/A'}\n"
            )
        }
    )
    assert document is not None
    assert document.at("#/components/schemas/A") == {BROKEN: "#/components/schemas/B"}
    assert codes(report) == ["W105"]
    assert (
        "`#/components/schemas/B` → `#/components/schemas/A` → `#/components/schemas/B`"
        in report.diagnostics[0].title
    )


def test_a_schema_that_was_pasted_in_as_a_whole(load_files: Load) -> None:
    text = _schemas("    A:\n      properties: {b: {$ref: '#/$defs/B'}}\n      $defs: {B: {type: string}}\n")
    document, report = load_files({"api.yaml": text})
    assert document is not None
    assert document.at("#/components/schemas/A/properties/b") == {"$ref": "#/components/schemas/A/$defs/B"}
    assert codes(report) == []


def test_recursive_schemas_are_no_circle(load_files: Load) -> None:
    document, report = load_files(
        {
            "api.yaml": _schemas(
                "    A: {type: object, properties: {next: {$ref: '#/components/schemas/A'}}}\n"
            )
        }
    )
    assert document is not None
    assert not report.diagnostics


@pytest.mark.parametrize(
    "value",
    [
        "example: {$ref: nowhere}",
        "examples: [{$ref: '#/nowhere'}]",
        "default: {$ref: '#/nowhere'}",
        "enum: [{$ref: '#/nowhere'}]",
        "const: {$ref: '#/nowhere'}",
        "x-extra: {$ref: '#/nowhere'}",
        "properties: {$ref: {type: string}}",
    ],
)
def test_values_that_look_like_references_are_data(load_files: Load, value: str) -> None:
    document, report = load_files({"api.yaml": _schemas(f"    A: {{{value}}}\n")})
    assert document is not None
    assert set(codes(report)) <= {"N111"}


def test_properties_may_be_called_like_keywords(load_files: Load) -> None:
    _, report = load_files({"api.yaml": _schemas("    A: {properties: {default: {$ref: '#/nowhere'}}}\n")})
    assert codes(report) == ["W105"]


_FILES = {
    "api.yaml": _HEAD.replace(
        "paths: {}\n", "paths:\n  /a:\n    $ref: 'paths/a.yaml'\n  /b:\n    $ref: paths/b.json#/item\n"
    ),
    "paths/a.yaml": (
        "get:\n  responses:\n    '200':\n      description: ok\n      content:\n        application/json:\n"
        "          schema:\n            $ref: ../schemas.yaml#/Pet\n"
    ),
    "paths/b.json": '{"item": {"get": {"responses": {"200": {"$ref": "../api.yaml#/paths/~1a/get/responses/200"}}}}}',
    "schemas.yaml": "Pet:\n  type: object\n  properties:\n    owner:\n      $ref: '#/Person'\nPerson:\n  type: object\n",
}


def test_files_are_mounted(load_files: Load) -> None:
    document, report = load_files(_FILES)
    assert not report.diagnostics
    assert document is not None
    item = document.at(str(document.at("#/paths/~1a/$ref")))
    assert isinstance(item, dict)
    pet = "#/x-sdkloom-documents/schemas.yaml/Pet"
    place = "#/x-sdkloom-documents/paths~1a.yaml/get/responses/200/content/application~1json/schema/$ref"
    assert document.at(place) == pet
    assert document.at(f"{pet}/properties/owner/$ref") == "#/x-sdkloom-documents/schemas.yaml/Person"
    assert document.source(f"{pet}/properties/owner") == Source("schemas.yaml", "#/Pet/properties/owner")
    again = document.at("#/x-sdkloom-documents/paths~1b.json/item/get/responses/200/$ref")
    assert again == "#/x-sdkloom-documents/paths~1a.yaml/get/responses/200"


def test_findings_in_other_files_have_their_place(load_files: Load) -> None:
    files = dict(_FILES)
    files["schemas.yaml"] = files["schemas.yaml"].replace("'#/Person'", "'#/Persona'")
    document, report = load_files(files)
    assert document is not None
    assert places(report) == ["W105 schemas.yaml:5:7"]


def test_every_file_counts_for_the_digest(load_files: Load) -> None:
    first, _ = load_files(_FILES)
    second, _ = load_files({**_FILES, "schemas.yaml": _FILES["schemas.yaml"] + "# more\n"})
    assert first is not None
    assert second is not None
    assert first.digest != second.digest


def test_a_missing_file_is_reported_once(load_files: Load) -> None:
    text = _schemas("    A: {$ref: none.yaml#/A}\n    B: {$ref: none.yaml#/B}\n")
    document, report = load_files({"api.yaml": text})
    assert document is not None
    assert places(report) == ["W101 api.yaml:6:9"]


@pytest.mark.parametrize(
    "reference",
    [
        "https://example.com/a.yaml#/A",
        "//example.com/a.yaml",
        "file:///etc/passwd",
        "/etc/passwd",
        "../outside.yaml#/A",
        "below/../../outside.yaml",
        "..%2Foutside.yaml",
        "link.yaml#/A",
    ],
)
def test_nothing_outside_the_folder_is_read(folder: Path, load_files: Load, reference: str) -> None:
    (folder / "outside.yaml").write_text("A: {type: string}\n")
    (folder / "spec").mkdir()
    (folder / "spec" / "link.yaml").symlink_to(folder / "outside.yaml")
    document, report = load_files({"spec/api.yaml": _schemas(f"    A: {{$ref: '{reference}'}}\n")})
    assert document is not None
    assert document.at("#/components/schemas/A") == {BROKEN: reference}
    assert codes(report) == ["W106"]


def test_maps_of_names_may_be_references(load_files: Load) -> None:
    document, report = load_files(
        {
            "api.yaml": _HEAD.replace("paths: {}", "paths: {$ref: paths.yaml}"),
            "paths.yaml": "/a: {get: {responses: {'200': {description: ok}}}}\n",
        }
    )
    assert not report.diagnostics
    assert document is not None
    assert document.at("#/paths/~1a/$ref") == "#/x-sdkloom-documents/paths.yaml/~1a"


def test_pointers_may_lead_through_references(load_files: Load) -> None:
    document, report = load_files(
        {
            "api.yaml": _schemas(
                "    A: {type: object, properties: {x: {type: string}}}\n"
                "    B: {$ref: '#/components/schemas/A'}\n"
                "    C: {$ref: '#/components/schemas/B/properties/x'}\n"
            )
        }
    )
    assert not report.diagnostics
    assert document is not None
    assert document.at("#/components/schemas/C/$ref") == "#/components/schemas/A/properties/x"


def test_discriminators_may_name_files(load_files: Load) -> None:
    document, report = load_files(
        {
            "api.yaml": _schemas(
                "    A:\n      oneOf: [{$ref: dog.yaml}]\n"
                "      discriminator: {propertyName: kind, mapping: {dog: dog.yaml, cat: Cat}}\n"
            ),
            "dog.yaml": "type: object\n",
        }
    )
    assert not report.diagnostics
    assert document is not None
    mapping = document.at("#/components/schemas/A/discriminator/mapping")
    assert mapping == {"dog": "#/x-sdkloom-documents/dog.yaml", "cat": "Cat"}


def test_a_document_cannot_bring_its_own_mounts(load_files: Load) -> None:
    document, _ = load_files({"api.yaml": f"{_HEAD}x-sdkloom-documents: {{a: {{}}}}\n"})
    assert document is not None
    assert "x-sdkloom-documents" not in document.root
