"""Every sink gives arbitrary text a form that reads back as that text, and as nothing else."""

from __future__ import annotations

import ast
import io
import tokenize
import tomllib
from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sdkloom.name.spell import Identifier
from sdkloom.render import LeakedText, Renderer
from sdkloom.targets import load_target
from sdkloom.targets.base import Code

TARGET = load_target("python")
_SCALARS = st.characters(exclude_categories=["Cs"])
_TEXT = st.text(_SCALARS)
_ANY_TEXT = st.text()  # lone surrogates too: JSON documents may hold them
_HOSTILE = (
    '"""',
    '\\"""',
    '"',
    "\\",
    "\\N{DASH}",
    "'''\"\"\"",
    "\r\n",
    "\x00\x1b[31m",
    "{{ 7*7 }}{% raw %}",
    "\u2028\u2029\x85",
    "# x\nimport os",
    "`` ` ```\n```",
    "</script><b>",
    "[a](javascript:x)",
    "﷽",
)


def hostile(test):  # type: ignore[no-untyped-def]
    """The texts that tools of this kind have stumbled over."""
    for text in _HOSTILE:
        test = example(text)(test)
    return test


@hostile
@given(_ANY_TEXT)
def test_quote_evaluates_to_the_text(text: str) -> None:
    assert ast.literal_eval(TARGET.sinks["quote"](text)) == text


@hostile
@given(_TEXT)
def test_docstring_evaluates_to_the_text(text: str) -> None:
    module = ast.parse(TARGET.sinks["docstring"](text))
    # A carriage return inside a literal reads as a line break, whoever writes it.
    assert [ast.get_docstring(module, clean=False)] == [text]


@hostile
@given(_TEXT)
def test_comment_is_nothing_but_comments(text: str) -> None:
    source = TARGET.sinks["comment"](text) + "\n"
    kinds = {token.type for token in tokenize.generate_tokens(io.StringIO(source).readline)}
    assert kinds <= {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER}


@hostile
@given(_TEXT)
def test_toml_reads_as_the_text(text: str) -> None:
    assert tomllib.loads(f"value = {TARGET.sinks['toml'](text)}")["value"] == text


@hostile
@given(_TEXT)
def test_markdown_is_one_paragraph_without_html_or_links(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(f"before {TARGET.sinks['markdown'](text)}")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    inline = {child.type for child in tokens[1].children or ()}
    assert inline <= {
        "text",
        "code_inline",
        "em_open",
        "em_close",
        "strong_open",
        "strong_close",
        "text_special",
    }


@hostile
@given(_TEXT)
def test_inline_code_is_one_code_span(text: str) -> None:
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not flat:
        return
    tokens = MarkdownIt("commonmark").parse(f"x {TARGET.sinks['inline_code'](text)} y")
    (inline,) = (token for token in tokens if token.type == "inline")
    assert [child.content for child in inline.children or () if child.type == "code_inline"] == [flat]


@hostile
@given(_TEXT)
def test_code_block_is_one_block(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(f"{TARGET.sinks['code_block'](text)}\n\nafter\n")
    assert [token.type for token in tokens] == ["fence", "paragraph_open", "inline", "paragraph_close"]


@dataclass(frozen=True)
class _Leak:
    """A view whose title is text that no sink has passed."""

    summary: object


@pytest.mark.parametrize("value", ["text", 7, None, True, ("a",), b"x"])
def test_a_bare_value_does_not_get_through(value: object) -> None:
    renderer = Renderer(TARGET)
    with pytest.raises(LeakedText):
        renderer.render_source("{{ view.summary }}", _Leak(value))


def test_code_and_identifiers_get_through() -> None:
    renderer = Renderer(TARGET)
    assert renderer.render_source("{{ view.summary }}", _Leak(Code("x < 1"))) == "x < 1"
    assert renderer.render_source("{{ view.summary }}", _Leak(Identifier("name"))) == "name"
    assert renderer.render_source("{{ view.summary|quote }}", _Leak('<"&>')) == '"<\\"&>"'
