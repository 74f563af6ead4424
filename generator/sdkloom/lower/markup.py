"""How does HTML in a description become the Markdown that every other description is written in?

CommonMark allows HTML, and many documents are written in little else; but nobody reads tags in a docstring.
"""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>p|br|b|strong|i|em|code|a|ul|ol|li|h[1-6])(?P<rest>(?:\s[^<>]*)?)/?>",
    re.IGNORECASE,
)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
# Code that is Markdown already: fenced blocks, and spans.
_CODE = re.compile(
    r"^ {0,3}(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n.*?^ {0,3}\1[`~]*[ \t]*$" r"|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)",
    re.MULTILINE | re.DOTALL,
)
_ENTITY = re.compile(r"&(?:quot|apos|nbsp|amp|lt|gt|#39|#34|#x27|#x22);")
# A link that leads somewhere only beside the pages that the description was written for.
_NEARBY = re.compile(r"(?<!!)\[(?P<said>[^\[\]]+)\]\((?![a-zA-Z][a-zA-Z0-9+.-]*:)[^\s()]*\)")
_CODE_OR_NEARBY = re.compile(f"{_CODE.pattern}|{_NEARBY.pattern}", _CODE.flags)
_ALONE = {"p": "\n\n", "br": "\n", "ul": "\n\n", "ol": "\n\n", "li": "\n- "}
_AROUND = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}


def as_markdown(text: str) -> str:
    """The text with its paragraphs, breaks, lists, links and emphasis in Markdown; other tags stay.

    Of a link to a page of the same site, or to a place on the same page, only the words stay.
    A tag that is never closed, or was never opened, stays as well: `<b>` may be the name of something.
    """
    if not any(found.search(text) for found in (_TAG, _NEARBY, _ENTITY)):
        return text
    out, start = [], 0
    for code in _CODE.finditer(text):
        out += [_plain(_converted(text[start : code.start()])), code[0]]
        start = code.end()
    joined = "".join([*out, _plain(_converted(text[start:]))])
    joined = _CODE_OR_NEARBY.sub(lambda found: found["said"] or found[0], joined)
    return re.sub(r"[ \t]*\n(?:[ \t]*\n)+", "\n\n", joined).strip()


def _converted(text: str) -> str:
    """A stretch without code: each pair of tags becomes a pair of marks."""
    pieces: list[str] = []
    waiting: list[tuple[str, int, str]] = []
    start, breaks = 0, False
    for tag in _TAG.finditer(text):
        between = text[start : tag.start()]
        pieces.append(between.lstrip(" ") if breaks else between)
        start = tag.end()
        name = tag["name"].lower()
        breaks = name in _ALONE
        if breaks:
            pieces.append("" if name == "li" and tag["end"] else _ALONE[name])
        elif not tag["end"]:
            waiting.append((name, len(pieces), tag["rest"]))
            pieces.append(tag[0])
        elif any(opened[0] == name for opened in waiting[-3:]):
            while waiting[-1][0] != name:
                waiting.pop()
            _, index, rest = waiting.pop()
            pieces[index], closing = _marks(name, rest)
            pieces.append(closing)
        else:
            pieces.append(tag[0])
    return "".join([*pieces, text[start:].lstrip(" ") if breaks else text[start:]])


def _plain(text: str) -> str:
    """The text with the characters that HTML has names for as they are."""
    return _ENTITY.sub(lambda entity: unescape(entity[0]).replace("\xa0", " "), text)


def _marks(name: str, rest: str) -> tuple[str, str]:
    if name == "a":
        href = _HREF.search(rest)
        url = unescape(href[1] or href[2] or "").strip() if href is not None else ""
        return ("[", f"]({url})") if url and not re.search(r"[\s()<>]", url) else ("", "")
    return (_AROUND[name], _AROUND[name]) if name in _AROUND else ("\n\n**", "**\n\n")
