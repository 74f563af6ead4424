"""What do the comments of generated code say, and how is document text made safe inside them?"""

from __future__ import annotations

from dataclasses import replace

from sdkloom.ir.base import Docs
from sdkloom.targets.layout import wrap_prose
from sdkloom.targets.wording import opening, told

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


def line_comment(text: str) -> str:
    """Text behind `//`, on as many lines as it has (sink)."""
    return "\n".join(f"// {line}".rstrip() for line in _clean(text).split("\n"))


def described(docs: Docs, fallback: str, depth: int) -> str:
    """Summary and description as wrapped paragraphs; the fallback where the document says nothing.

    `depth` counts the blocks that the comment stands in.
    """
    parts = [*opening(docs, fallback), "@deprecated" if docs.deprecated else ""]
    return wrapped("\n\n".join(part for part in parts if part), depth)


def wrapped(text: str, depth: int) -> str:
    """Prose that fits into a comment; a single line must leave space for the comment's own marks."""
    width = WIDTH - 2 * depth
    short = wrap_prose(text, width - 7)
    return short if "\n" not in short else wrap_prose(text, width - 3)


def field_text(docs: Docs, depth: int) -> str:
    """What stands above a property: its description as one wrapped text; "" where nothing is said."""
    parts = [told(replace(docs, deprecated=False)), "@deprecated" if docs.deprecated else ""]
    return wrapped("\n\n".join(part for part in parts if part), depth)
