"""What does the document say of a node, in prose?"""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.ir.base import Docs, Example, Json
from sdkloom.lower.markup import as_markdown


def lower_docs(node: Json) -> Docs:
    """Summary, description, deprecation and examples of any node; odd values are left out."""
    if not isinstance(node, Mapping):
        return Docs()
    return Docs(
        summary=_text(node.get("summary")),
        body=_text(node.get("description")),
        deprecated=node.get("deprecated") is True,
        examples=lower_examples(node),
    )


def lower_examples(node: Mapping[str, Json]) -> tuple[Example, ...]:
    """The values under `example` and `examples`, in both forms.

    A list of values, or a map of Example Objects.
    """
    found: list[Example] = []
    if "example" in node:
        found.append(Example("", node["example"]))
    match node.get("examples"):
        case list() as values:
            found += [Example("", value) for value in values]
        case dict() as named:
            for title, example in named.items():
                if isinstance(example, Mapping) and ("value" in example or "dataValue" in example):
                    found.append(Example(str(title), example.get("value", example.get("dataValue"))))
    return tuple(found)


def _text(value: Json) -> str:
    return as_markdown(value.strip()) if isinstance(value, str) else ""
