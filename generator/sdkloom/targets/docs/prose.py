"""How does a description keep its Markdown, and lose what could act or break the page around it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdkloom.targets.markdown import code_block, inline_code

_FENCE = re.compile(r" {0,3}(?:(?P<ticks>`{3,})(?P<info>[^`]*)|(?P<waves>~{3,})(?P<note>.*))")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s+(?P<text>.*?))?\s*#*\s*")
_SPAN = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)")
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\]\(\s*<?(?P<url>[^\s<>()]*)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
_AUTOLINK = re.compile(r"<(?P<url>https?://[^\s<>]*)>")
_SAFE = re.compile(r"(?:https?://|mailto:)[^\s<>()\[\]\\\"'`|]*", re.IGNORECASE)


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


def inline(text: str) -> str:
    """A line of Markdown in which code and links to the web stay, and nothing is HTML (sink)."""
    out, start = [], 0
    for span in _SPAN.finditer(text):
        before = _linked(text[start : span.start()])
        slashes = len(before) - len(before.rstrip("\\"))
        out += [before, "\\" * (slashes % 2), inline_code(span["code"].strip())]
        start = span.end()
    return "".join([*out, _linked(text[start:])])


def _linked(text: str) -> str:
    text = re.sub(r"(?<=\S) {2,}", " ", text)
    out, start = [], 0
    found = sorted((*_LINK.finditer(text), *_AUTOLINK.finditer(text)), key=lambda match: match.start())
    for match in found:
        if match.start() < start:
            continue
        out.append(_plain(text[start : match.start()]))
        url, said = match["url"], match["text"] if match.re is _LINK else match["url"]
        label = _plain(said)
        out.append(f"[{label}]({url})" if _SAFE.fullmatch(url) and label else label)
        start = match.end()
    return "".join([*out, _plain(text[start:])])


def _plain(text: str) -> str:
    """Text that is no HTML, no link, and no code that was begun and never ended."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace("`", "\\`").replace("~~~", "\\~~~")
    return re.sub(r"(?<!\\)([\[\]])", r"\\\1", text)
