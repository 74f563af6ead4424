"""What a reference in Markdown links to, and whether that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark")


def broken_links(pages: Mapping[str, str]) -> list[str]:
    """Each link that leads to no page, or to no anchor on it, and each page that no link leads to."""
    parsed = {path: list(_flat(text)) for path, text in pages.items()}
    anchors = {path: set(_anchors(tokens)) for path, tokens in parsed.items()}
    found, reached = [], {"README.md"}
    for path, tokens in parsed.items():
        for href in _links(tokens):
            page, _, anchor = href.partition("#")
            target = normpath(join(dirname(path), unquote(page))) if page else path
            reached.add(target)
            if target not in pages or (anchor and unquote(anchor) not in anchors[target]):
                found.append(f"{path}: {href}")
    return [*found, *(f"{path}: nothing leads here" for path in pages if path not in reached)]


def markup(text: str) -> list[str]:
    """The HTML of a page that is not an anchor."""
    found = [token.content for token in _flat(text) if token.type in {"html_block", "html_inline"}]
    return [html for html in found if not html.strip().startswith('<a id="') and html != "</a>"]


def _flat(text: str) -> Iterator[Token]:
    for token in _PARSER.parse(text):
        yield token
        yield from token.children or ()


def _links(tokens: list[Token]) -> Iterator[str]:
    hrefs = (str(token.attrGet("href") or "") for token in tokens)
    yield from (href for href in hrefs if href and ":" not in href)


def _anchors(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"html_block", "html_inline"}:
            reader = _Reader()
            reader.feed(token.content)
            yield from reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, _: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attributes if name == "id" and value]
