"""How are prose and code fitted to a width, whatever the language?"""

from __future__ import annotations

import re
import textwrap

_LISTED = re.compile(r"(\s*)([-*+]|\d+[.)])\s+")


def wrap_prose(text: str, width: int) -> str:
    """Fill Markdown paragraphs to a width.

    Lists keep their items, and code, tables and headings stay as they are.
    """
    blocks = re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    fenced = False
    filled = []
    for block in blocks:
        fences = len(re.findall(r"^\s*(?:```|~~~)", block, re.MULTILINE))
        keeps = fenced or fences or block.startswith(("    ", "\t", "|", "#"))
        fenced ^= fences % 2 == 1
        filled.append(block if keeps else _fill(block, width))
    return "\n\n".join(filled)


def _fill(block: str, width: int) -> str:
    lines: list[str] = []
    for line in block.split("\n"):
        if lines and not _LISTED.match(line) and not lines[-1].endswith("  "):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line.rstrip() if _LISTED.match(line) else line.strip())
    return "\n".join(_fill_line(line, width) for line in lines)


def _fill_line(line: str, width: int) -> str:
    marker = _LISTED.match(line)
    hanging = " " * len(marker[0]) if marker else ""
    return textwrap.fill(
        line, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )


def first_sentence(text: str) -> str:
    """The first sentence of a text on one line; the whole first paragraph where no sentence ends in it."""
    paragraph = " ".join(text.strip().split("\n\n")[0].split())
    found = re.match(r"(.+?[.!?])(?=\s+[A-Z`\"'(\[]|$)", paragraph)
    return found[1] if found else paragraph
