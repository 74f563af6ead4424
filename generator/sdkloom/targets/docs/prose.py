"""How does a description keep its Markdown, and lose what could act or break the page around it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdkloom.targets.markdown import code_block, inline

_FENCE = re.compile(r" {0,3}(?:(?P<ticks>`{3,})(?P<info>[^`]*)|(?P<waves>~{3,})(?P<note>.*))")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s+(?P<text>.*?))?\s*#*\s*")


def prose(text: str) -> str:
    """A description as blocks of Markdown (sink).

    Lists, tables, code, emphasis and links to the web stay. HTML and other links become plain text, and
    headings become paragraphs, since the page has an outline of its own.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").expandtabs(4).split("\n")
    return "\n".join(_blocks(["".join(c if c.isprintable() else " " for c in line) for line in lines]))


def _blocks(lines: list[str]) -> Iterator[str]:
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        fence, heading = _FENCE.fullmatch(line), _HEADING.fullmatch(line)
        if fence is not None:
            end = _end_of_fence(lines, index, fence["ticks"] or fence["waves"])
            language = _language(fence["info"] or fence["note"] or "")
            yield from code_block(language, "\n".join(lines[index:end])).split("\n")
            index = end + 1
        elif heading is not None:
            said = inline(heading["text"] or "").strip("* ")
            yield from ("", f"**{said}**", "") if said else ("",)
        elif not _underlines(line):
            yield _without_heading(inline(line)).rstrip()


def _underlines(line: str) -> bool:
    """Would the line make a heading of the one before it, in whatever list or quotation?"""
    return bool(set(line) & set("=-")) and not line.strip(" >*+-=")


def _without_heading(line: str) -> str:
    """The line with its first `#` escaped where only marks of lists and quotations stand before it."""
    before, hash, after = line.partition("#")
    return f"{before}\\#{after}" if hash and not before.strip(" >*+-.)0123456789") else line


def _end_of_fence(lines: list[str], start: int, mark: str) -> int:
    """The line that ends a fenced block; the end of the text where nothing does."""
    ends = re.compile(rf"\s*{re.escape(mark[0])}{{{len(mark)},}}\s*")
    return next((at for at in range(start, len(lines)) if ends.fullmatch(lines[at])), len(lines))


def _language(info: str) -> str:
    words = info.split()
    return words[0] if words and re.fullmatch(r"[A-Za-z0-9+#-]{1,20}", words[0]) else ""
