"""How is document text made safe in Markdown?"""

from __future__ import annotations

import re

_SPAN = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)")
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\]\(\s*<?(?P<url>[^\s<>()]*)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
_AUTOLINK = re.compile(r"<(?P<url>https?://[^\s<>]*)>")
_SAFE = re.compile(r"(?:https?://|mailto:)[^\s<>()\[\]\\\"'`|]*", re.IGNORECASE)
# What makes a paragraph a heading, a quotation, a list or a rule.
_BEGUN = re.compile(r"^(\d*)(>|#+(?=\s|$)|[+*-](?=\s|$)|[-*_=]{2,}$|(?<=\d)[.)](?=\s|$))")


def markdown(text: str) -> str:
    """Prose for Markdown: one paragraph in which code and links to the web stay, and nothing is taken for
    HTML or a heading (sink).
    """
    flat = " ".join("".join(c if c.isprintable() or c.isspace() else " " for c in text).split())
    return _BEGUN.sub(r"\1\\\2", inline(flat))


def inline_code(text: str) -> str:
    """A code span that no backtick in the text can end (sink)."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    ticks = "`" * (1 + max((len(run) for run in re.findall(r"`+", flat)), default=0))
    pad = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{ticks}{pad}{flat}{pad}{ticks}"


def code_block(language: str, text: str) -> str:
    """A block of code with a fence that no line in it can end."""
    fence = "`" * max(3, *(1 + len(run) for run in re.findall(r"`+", text)), 0)
    clean = "".join(c if c.isprintable() or c == "\n" else " " for c in text)
    return f"{fence}{language}\n{clean}\n{fence}"


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
