"""Clashes of names: each is reported with both places and a line of configuration, and that line settles it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sdkloom.config import read_config
from sdkloom.diagnostics import Diagnostic, Report
from sdkloom.pipeline import Outcome, generate

_HINT = re.compile(r"under `(?P<section>\w+):` in the configuration, e\.g\. `(?P<line>.*?)`(, or .*)?$")

_HEAD = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\n"
_OK = "responses: {'204': {description: ok}}"
_LIST = (
    "parameters: [{name: cursor, in: query, schema: {type: string}}], responses: {'200': {description: ok, content: "
    "{application/json: {schema: {type: object, properties: {next_cursor: {type: string}, data: {type: array, items: "
    "{type: string}}}}}}}}"
)
_ANSWER = (
    "responses: {'200': {description: ok, content: {application/json: {schema: {type: object, properties: "
    "{b: {type: string}}}}}}}"
)

CLASHES = {
    "two fields": (
        "W313",
        "paths: {}\ncomponents: {schemas: {Pet: {type: object, properties: {a-b: {}, a_b: {}, A_b: {}}}}}",
    ),
    "two fields of an inline type": (
        "W313",
        "paths: {}\ncomponents: {schemas: {Pet: {type: object, properties: {home: {type: object, properties: "
        "{'no': {}, 'No': {}}}}}}}",
    ),
    "two arguments in two places": (
        "W314",
        "paths: {/pets: {get: {parameters: [{name: id, in: query, schema: {type: string}}, {name: id, in: header, "
        f"schema: {{type: string}}}}, {{name: id, in: cookie, schema: {{type: string}}}}], {_OK}}}}}}}",
    ),
    "two arguments in two spellings": (
        "W314",
        "paths: {/pets: {get: {operationId: 'on', parameters: [{name: page-no, in: query, schema: {type: string}}, "
        f"{{name: page_no, in: query, schema: {{type: string}}}}], {_OK}}}}}}}",
    ),
    "an argument and a field of the body": (
        "W314",
        "paths: {/pets: {post: {parameters: [{name: id, in: query, schema: {type: string}}], requestBody: {content: "
        "{application/json: {schema: {type: object, properties: {id: {type: string}}}}}}, " + _OK + "}}}",
    ),
    "an argument and a body as a whole": (
        "W314",
        "paths: {/pets: {post: {parameters: [{name: body, in: query, schema: {type: string}}], requestBody: {content: "
        "{application/json: {schema: {type: array, items: {type: string}}}}}, " + _OK + "}}}",
    ),
    "two components": (
        "W309",
        "paths: {}\ncomponents: {schemas: {Pet: {type: object, properties: {a: {}}}, "
        "pet: {type: object, properties: {b: {}}}}}",
    ),
    "an inline type and its owner": (
        "N318",
        "paths: {}\ncomponents: {schemas: {Pet: {type: object, properties: "
        "{pet: {type: object, properties: {a: {}}}}}}}",
    ),
    "two inline types": (
        "N318",
        "paths: {}\ncomponents: {schemas: {Pet: {type: object, properties: {a_b: {type: object, "
        "properties: {c: {}}}, a: {type: object, properties: {b: {type: object, properties: {c: {}}}}}}}}}",
    ),
    "two inline types that differ in spelling alone": (
        "N318 W313",
        "paths: {}\ncomponents: {schemas: {Pet: {type: object, "
        "properties: {ab: {type: object, properties: {c: {}}}, AB: {type: object, properties: {d: {}}}}}}}",
    ),
    "a component and an answer": (
        "N318",
        "paths: {/pets: {get: {responses: {'200': {description: ok, content: "
        "{application/json: {schema: {type: object, properties: {data: {type: array}}}}}}}}}}\ncomponents: {schemas: "
        "{PetListResponse: {type: object, properties: {b: {}}}}}",
    ),
    "a component and what a call takes": (
        "N318",
        "paths: {/pets: {get: {parameters: [{name: q, in: query, schema: "
        "{type: string}}], "
        + _OK
        + "}}}\ncomponents: {schemas: {PetListParams: {type: object, properties: {b: {}}}}}",
    ),
    "a component and what is sent of another": (
        "N318",
        "paths: {/pets: {post: {requestBody: {content: {application/json: "
        "{schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}, responses: {'200': {description: ok, "
        "content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}}\ncomponents: {schemas: {Pet: "
        "{type: object, properties: {a: {type: string, readOnly: true}, b: {type: string}}}, PetParam: {type: object, properties: {b: {}}}}}",
    ),
    "two operations": (
        "W301",
        "paths: {/pets: {get: {operationId: a, " + _OK + "}}, /pets/: {get: {operationId: b, " + _OK + "}}}",
    ),
    "two operations of one id": (
        "W301",
        "paths: {/pets: {get: {operationId: 'on', " + _OK + "}}, /pets/: {get: {operationId: "
        "'on', " + _OK + "}}}",
    ),
    "an operation and a resource": (
        "W301",
        "paths: {/pets/list: {get: {operationId: a, " + _OK + "}}, /pets/list/all: {get: "
        "{operationId: b, " + _OK + "}}, /pets: {get: {operationId: c, " + _OK + "}}}",
    ),
    "two options of the client": (
        "W316",
        "paths: {/pets: {get: {" + _OK + "}}}\ncomponents: {securitySchemes: {Key: {type: "
        "apiKey, in: header, name: x-key}, key: {type: apiKey, in: query, name: k}}}\nsecurity: [{Key: [], key: []}]",
    ),
    "two logins": (
        "W316",
        "paths: {/pets: {get: {" + _OK + "}}}\ncomponents: {securitySchemes: {Key: {type: "
        "http, scheme: basic}, key: {type: http, scheme: basic}}}\nsecurity: [{Key: [], key: []}]",
    ),
    "an option and the secret of webhooks": (
        "W316",
        "paths: {/pets: {get: {" + _OK + "}}}\nwebhooks: {made: {post: {requestBody: {content: "
        "{application/json: {schema: {type: object, properties: {type: {const: made}}}}}}, "
        + _OK
        + "}}}\ncomponents: {securitySchemes: {webhook_secret: {type: "
        "apiKey, in: header, name: x-key}, key: {type: apiKey, in: query, name: k}}}\nsecurity: [{webhook_secret: [], key: []}]",
    ),
    "two fields, one of which begins with a digit": (
        "W313",
        "paths: {}\ncomponents: {schemas: {Pet: {type: object, properties: {2x: {}, n2x: {}}}}}",
    ),
    "two components, one of which begins with a digit": (
        "W309",
        "paths: {}\ncomponents: {schemas: {2x: {type: object, properties: {a: {}}}, "
        "N2X: {type: object, properties: {b: {}}}}}",
    ),
    "two operations that digits alone tell apart": (
        "W301",
        "paths: {/pets/list1: {post: {operationId: list1, "
        + _OK
        + "}}, /pets/list_1: {post: {operationId: list_1, "
        + _OK
        + "}}}",
    ),
    "a component and a class of pages": (
        "N318",
        "paths: {/pets: {get: {"
        + _LIST
        + "}}}\ncomponents: {schemas: {PetListPage: {type: object, properties: "
        "{b: {}}}}}",
    ),
    "a component and the asynchronous class of pages": (
        "N318",
        "paths: {/pets: {get: {" + _LIST + "}}}\ncomponents: {schemas: {AsyncPetListPage: {type: object, "
        "properties: {b: {}}}}}",
    ),
    "webhooks and an operation": (
        "W312",
        "paths: {/webhooks/unwrap: {post: {operationId: webhooks.unwrap, "
        + _OK
        + "}}}\nwebhooks: {made: {post: {requestBody: {content: "
        "{application/json: {schema: {type: object, properties: {type: {const: made}}}}}}, " + _OK + "}}}",
    ),
}


# Names that differ, but not in one language.
SPELLED = {
    "two answers of resources of one name": (
        "typescript",
        "paths: {'/cats/{id}/toys': {get: {" + _ANSWER + "}}, '/dogs/{id}/toys': {get: {" + _ANSWER + "}}}",
    ),
    "what two calls of resources of one name take": (
        "typescript",
        "paths: {'/cats/{id}/toys': {get: {" + _LIST + "}}, '/dogs/{id}/toys': {get: {" + _LIST + "}}}",
    ),
    "a component and an answer below a resource": (
        "typescript",
        "paths: {'/dogs/{id}/toys/{toy}': {get: {"
        + _ANSWER
        + "}}}\ncomponents: {schemas: {ToyRetrieveResponse: "
        "{type: object, properties: {b: {}}}}}",
    ),
}
# Names that a package exports itself.
EXPORTED = {
    "a component and what every package exports": (
        "typescript",
        "paths: {}\ncomponents: {schemas: {Page: {type: object, properties: {b: {}}}}}",
    ),
    "a component and the client": (
        "typescript",
        "paths: {}\ncomponents: {schemas: {Pets: {type: object, properties: {b: {}}}}}",
    ),
}


def _generated(document: str, lines: list[tuple[str, str]], folder: Path) -> tuple[Outcome, Report]:
    """What is generated with these lines of configuration, each below its section."""
    (folder / "api.yaml").write_text(_HEAD + document, encoding="utf-8")
    sections = dict.fromkeys(section for section, _ in lines)
    text = "spec: api.yaml\n" + "".join(
        f"{section}:\n" + "".join(f"  {line}\n" for of, line in lines if of == section)
        for section in sections
    )
    file = folder / "sdkloom.yaml"
    file.write_text(text, encoding="utf-8")
    report = Report()
    config = read_config(file, report)
    assert config is not None, text
    return generate(config, report), report


def _clashes(report: Report) -> list[Diagnostic]:
    return [one for one in report.diagnostics if one.code[1] == "3"]


@pytest.mark.parametrize("what", CLASHES)
def test_a_clash_names_both_places_and_the_line_that_settles_it(what: str, folder: Path) -> None:
    code, document = CLASHES[what]
    before, after, found = _settled(document, folder)
    assert {one.code for one in found} == set(code.split())
    assert all(one.also and one.at not in one.also for one in found)
    assert after.files == before.files


@pytest.mark.parametrize("what", [*SPELLED, *EXPORTED])
def test_so_does_a_clash_in_one_language(what: str, folder: Path) -> None:
    language, document = {**SPELLED, **EXPORTED}[what]
    before, after, found = _settled(document, folder)
    assert {one.code for one in found} == {"N318"}
    assert all(bool(one.also) == (what in SPELLED) and one.at not in one.also for one in found)
    assert all(language in one.title for one in found)
    assert _below(language, after) == _below(language, before)


def _below(language: str, outcome: Outcome) -> dict[str, str]:
    return {path: text for path, text in outcome.files.items() if path.startswith(f"{language}/")}


def _settled(document: str, folder: Path) -> tuple[Outcome, Outcome, list[Diagnostic]]:
    """What is generated, and what is generated with the lines that the clashes suggest: each settles one."""
    before, report = _generated(document, [], folder)
    found, lines, after = _clashes(report), [], before
    assert found
    for one in found:
        hint = _HINT.search(one.hint)
        assert one.at is not None
        assert hint is not None, one.hint
        lines.append((hint["section"], hint["line"]))
    for number in range(1, len(lines) + 1):
        after, report = _generated(document, _merged(lines[:number]), folder)
        assert len(_clashes(report)) == len(lines) - number
    return before, after, found


def _merged(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Lines with one key as one: `a: {fields: {b: c}}` and `a: {fields: {d: e}}`."""
    merged: dict[tuple[str, str, str], list[str]] = {}
    for section, line in lines:
        whole = re.fullmatch(r"(.*?): \{(fields|parameters): \{(.*)\}\}", line)
        key, kind, pair = whole.groups() if whole is not None else (line, "", "")
        merged.setdefault((section, key, kind), []).append(pair)
    return [
        (section, f"{key}: {{{kind}: {{{', '.join(pairs)}}}}}" if kind else key)
        for (section, key, kind), pairs in merged.items()
    ]
