"""What do the comments of generated code say, and how is document text made safe inside them?"""

from __future__ import annotations

from sdkloom.ir.base import Docs
from sdkloom.targets.layout import first_sentence, wrap_prose

WIDTH = 100


def jsdoc(text: str) -> str:
    """A documentation comment that nothing in the text can end (sink)."""
    lines = _clean(text).replace("*/", "*\\/").split("\n")
    if len(lines) == 1:
        return f"/** {lines[0]} */"
    inner = "\n".join(f" * {line}".rstrip() for line in lines)
    return f"/**\n{inner}\n */"


def _clean(text: str) -> str:
    return "".join(c if c == "\n" or c.isprintable() else " " for c in text)


def described(docs: Docs, fallback: str, depth: int) -> str:
    """Summary and description as wrapped paragraphs; the fallback where the document says nothing.

    `depth` counts the blocks that the comment stands in.
    """
    summary, body = docs.summary.strip(), docs.body.strip()
    if not summary:
        summary, body = _split(body) if body else (fallback, "")
    if summary and not summary.endswith((".", "!", "?", ":", "`")) and "\n" not in summary:
        summary = f"{summary}."
    parts = [summary, body if body != docs.summary.strip() else ""]
    parts += ["@deprecated"] if docs.deprecated else []
    return wrapped("\n\n".join(part for part in parts if part), depth)


def wrapped(text: str, depth: int) -> str:
    """Prose that fits into a comment; a single line must leave space for the comment's own marks."""
    width = WIDTH - 2 * depth
    short = wrap_prose(text, width - 7)
    return short if "\n" not in short else wrap_prose(text, width - 3)


def _split(body: str) -> tuple[str, str]:
    """A comment opens with one sentence in a paragraph of its own."""
    sentence = first_sentence(body)
    paragraph, _, rest = body.partition("\n\n")
    flat = " ".join(paragraph.split())
    left = flat[len(sentence) :].strip() if flat.startswith(sentence) else ""
    return sentence, "\n\n".join(part for part in (left, rest.strip()) if part)


def field_text(docs: Docs, depth: int) -> str:
    """What stands above a property: its description as one wrapped text; "" where nothing is said."""
    parts = [docs.summary.strip(), docs.body.strip(), "@deprecated" if docs.deprecated else ""]
    return wrapped("\n\n".join(part for part in parts if part), depth)
