"""Descriptions in a reference: Markdown of a document stays, and nothing in it acts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from attacks.documents import payloads
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sdkloom.targets import load_target

PROSE, LINE = (load_target("docs").sinks[name] for name in ("prose", "line"))

_PARSER = MarkdownIt("commonmark").enable("table")
_WORDS = (
    "<b> </script> <!-- --> ` `` ``` ~~~ [a] (javascript:x) ![ ]( ) > \\ &lt; * | a < &#106; \u2028 \0 \r"
)
_LINKS = "https://x.example <https://x.example> <mailto:x@x.example> data:text/html,"
_LINES = ("\n", "[x]: javascript:x\n", "# ", "\n===\n", "\n---\n", "    ", "\t", "- ", "1. ", "> ")
_PIECES = st.sampled_from((*_WORDS.split(" "), *_LINKS.split(), *_LINES))


def _tokens(text: str) -> Iterator[Token]:
    for token in _PARSER.parse(text):
        yield token
        yield from token.children or ()


def _is_tame(text: str) -> bool:
    for token in _tokens(text):
        if token.type in {"html_block", "html_inline", "image", "heading_open"}:
            return False
        href = token.attrGet("href")
        if href is not None and not str(href).startswith(("https://", "http://", "mailto:")):
            return False
    return True


@given(st.lists(_PIECES, max_size=14).map("".join))
def test_nothing_in_a_description_acts(text: str) -> None:
    assert _is_tame(PROSE(text)), PROSE(text)
    assert _is_tame(f"a {LINE(text)}"), LINE(text)


@given(st.lists(_PIECES, max_size=14).map("".join))
def test_what_follows_a_description_stands_outside_of_it(text: str) -> None:
    tokens = _PARSER.parse(f"{PROSE(text)}\n\n<a id='x'></a>\n\n## After\n")
    assert [token.content for token in tokens[-2:-1]] == ["After"]
    assert tokens[-3].type == "heading_open"


@pytest.mark.parametrize("payload", payloads("alert(1)").values(), ids=payloads("alert(1)"))
def test_attacks_are_text(payload: str) -> None:
    assert _is_tame(PROSE(payload))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One\n\n- a `<b>`\n- b", "One\n\n- a `<b>`\n- b"),
        ("# Head\nText", "\n**Head**\n\nText"),
        ("```json\n<x>\n```", "```json\n<x>\n```"),
        ("~~~\nnever ended", "```\nnever ended\n```"),
        ("See [us](https://a.example/b?c=1&d=2).", "See [us](https://a.example/b?c=1&d=2)."),
        ("See [us](/relative).", "See us."),
        ("![logo](https://a.example/x.png)", "[logo](https://a.example/x.png)"),
        ("<https://a.example>", "[https://a.example](https://a.example)"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
    ],
)
def test_markdown_of_a_description_stays(text: str, shown: str) -> None:
    assert PROSE(text) == shown
