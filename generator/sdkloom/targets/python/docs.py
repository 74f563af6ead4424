"""What do docstrings and comments say, and how is document text made safe inside them?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sdkloom.ir.base import Docs
from sdkloom.ir.types import Member
from sdkloom.targets.layout import wrap_prose
from sdkloom.targets.python.views import FieldView
from sdkloom.targets.wording import opening, says_deprecated, told

WIDTH = 100


def docstring(text: str) -> str:
    """A docstring literal of exactly `text` (sink)."""
    body = "".join(_escaped(character) for character in text)
    # Quotes that would end the literal: three in a row, and those that stand right before its end.
    body = re.sub(r'"{3,}|"+\Z', lambda found: '\\"' * len(found[0]), body)
    return f'"""{body}"""'


def _escaped(character: str) -> str:
    if character == "\\":
        return "\\\\"
    if character == "\n" or character.isprintable():
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def comment(text: str) -> str:
    """Text behind a `#`, on as many lines as it has (sink)."""
    lines = "".join(c if c == "\n" or c.isprintable() else " " for c in text).split("\n")
    return "\n".join(f"# {line}".rstrip() for line in lines)


def plain(docs: Docs, fallback: str, indent: int) -> str:
    """Summary and description as wrapped paragraphs; the fallback where the document says nothing.

    A text of several paragraphs ends in a line break, so that the closing quotes stand alone.
    """
    first, rest = opening(docs, fallback)
    parts = [first, rest, "Deprecated." if docs.deprecated and not says_deprecated(docs) else ""]
    text = "\n\n".join(part for part in parts if part)
    return closed(wrap_prose(text, WIDTH - indent - 3)) if text else ""


def closed(text: str) -> str:
    """A docstring of several paragraphs ends on a line of its own."""
    return f"{text}\n" if "\n\n" in text else text


def field_text(docs: Docs, indent: int) -> str:
    """What stands below a field: its description as one wrapped text; "" where the document says nothing."""
    return wrap_prose(told(docs), WIDTH - indent - 6)


def described_values(text: str, members: tuple[Member, ...], indent: int) -> str:
    """A text, and below it the values of an enum that the document describes, one a line."""
    listed = [
        wrap_prose(f"- `{member.value}`: {' '.join(member.docs.body.split())}", WIDTH - indent)
        for member in members
        if member.docs.body
    ]
    opening = text.rstrip() or "The values, and what they mean."
    return closed("\n\n".join((opening, "\n".join(listed)))) if listed else text


def spaced(fields: Sequence[FieldView]) -> tuple[FieldView, ...]:
    """The fields of a class, so that it is plain which of them a docstring is about."""
    pairs = zip(fields, (None, *fields), strict=False)
    return tuple(
        replace(field, stands_apart=field.has_docs and before is not None and not before.has_docs)
        for field, before in pairs
    )
