"""Documents that hold a payload in every place where their authors write text."""

from __future__ import annotations

from typing import Any

# What ends a literal, a comment, a line or a block in one of the places where text is written.
BREAKOUTS = {
    "double quote": '"+{}+"',
    "single quote": "'+{}+'",
    "triple quote": '"""\n{}\n"""',
    "triple single quote": "'''\n{}\n'''",
    "backslash before quote": '\\"+{}+\\"',
    "trailing backslash": "{}\\",
    "line feed": "x\n{}\n",
    "carriage return": "x\r{}\r",
    "both": "x\r\n{}\r\n",
    "next line": "x\x85{}\x85",
    "line separator": "x\u2028{}\u2029",
    "form feed": "x\x0c{}\x0b",
    "nul": "x\x00{}",
    "jinja": "{{{{ {} }}}}{{% set x = 1 %}}",
    "f-string": "{{{}}}",
    "template literal": "`${{{}}}`",
    "block comment": "*/ {} /*",
    "line comment": "// {}",
    "markup": "</script><script>{}</script><!--",
    "fence": "```\n{}\n```",
    "toml": '"\n[tool.x]\ny = "{}',
    "bidi": "\u202e{}\u202c",
    "path": "../../{}",
    "absolute path": "/tmp/{}",
    "drive": "C:\\{}",
    "dunder": "__class__",
    "prototype": "__proto__",
    "keyword": "import",
    "builtin": "print",
    "fullwidth": "ｉｍｐｏｒｔ",
    "long": "a" * 300,
    "empty": "",
    "device": "CON",
}


def payloads(canary: str) -> dict[str, str]:
    """Every breakout around a piece of code that would leave a trace."""
    return {name: text.format(canary) if "{" in text else text for name, text in BREAKOUTS.items()}


def document(text: str) -> dict[str, Any]:
    """A document with the payload in every place that holds text of its author's choosing."""
    schema = {
        "title": text,
        "description": text,
        "type": "object",
        "required": [text],
        "properties": {
            text: {"type": "string", "description": text, "default": text, "example": text, "pattern": text},
            "kind": {
                "type": "string",
                "enum": [text, "other"],
                "x-enum-varnames": [text, text],
                "default": text,
            },
            "only": {"const": text},
            "inside": {"type": "object", "properties": {text: {"type": "string", "format": text}}},
        },
        "additionalProperties": {"type": "string", "description": text},
    }
    union = {
        "oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}],
        "discriminator": {"propertyName": text, "mapping": {text: "#/components/schemas/A", "b": "B"}},
    }
    answer = {
        "description": text,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}},
    }
    parameters = [
        {
            "name": text,
            "in": place,
            "required": place == "path",
            "description": text,
            "schema": {"type": "string"},
        }
        for place in ("query", "header", "cookie", "path")
    ]
    operation = {
        "operationId": text,
        "summary": text,
        "description": text,
        "tags": [text],
        "parameters": parameters,
        "externalDocs": {"url": text, "description": text},
        "requestBody": {
            "description": text,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/A"}, "example": {text: text}}
            },
        },
        "responses": {"200": answer, "4XX": answer, "default": answer},
        "security": [{text: [text]}],
        "servers": [{"url": f"https://x.example/{text}", "description": text}],
        "x-codeSamples": [
            {"lang": "Python", "label": text, "source": f"from corpus_sdk import x\n{text}"},
            {"lang": "JavaScript", "label": text, "source": f"import x from 'corpus-sdk';\n{text}"},
        ],
    }
    other = {
        "operationId": f"other{text}",
        "responses": {"200": {"description": text, "content": {text: {}}}},
    }
    scheme = {"type": "apiKey", "in": "header", "name": text, "description": text}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": text,
            "version": text,
            "description": text,
            "license": {"name": text},
            "contact": {"name": text, "url": text},
        },
        "servers": [
            {"url": f"https://{{v}}.example/{text}", "variables": {"v": {"default": text, "enum": [text]}}}
        ],
        "tags": [{"name": text, "description": text}],
        "paths": {
            f"/things/{text}": {"post": operation, "get": other},
            f"/{{{text}}}/a": {"parameters": parameters, "get": {"responses": {"200": answer}}},
        },
        "components": {
            "schemas": {"A": schema, "B": schema, "U": union, text: schema},
            "securitySchemes": {
                text: scheme,
                "o": {"type": "http", "scheme": "bearer", "bearerFormat": text},
            },
        },
    }
