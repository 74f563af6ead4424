"""Descriptions in HTML become Markdown, and what only looks like HTML stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkloom.lower.docs import lower_docs


def _said(text: str) -> str:
    return lower_docs({"description": text}).body


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            "<p>Lists <code>charges</code>.</p> <p>The newest first.</p>",
            "Lists `charges`.\n\nThe newest first.",
        ),
        (
            'See <a href="https://a.example/x?b=1&amp;c=2">the list</a>.',
            "See [the list](https://a.example/x?b=1&c=2).",
        ),
        ("See <a name='top'>this</a>.", "See this."),
        ("one<br/>two<BR>three", "one\ntwo\nthree"),
        ("Any of:<ul><li>a</li> <li><b>b</b></li></ul> at once", "Any of:\n\n- a\n- **b**\n\nat once"),
        ("<h2>Limits</h2>Ten.", "**Limits**\n\nTen."),
        ("<em>never</em> <strong>ever</strong>", "*never* **ever**"),
        ("`<b>bold</b>` is <b>bold</b>", "`<b>bold</b>` is **bold**"),
        ("```html\n<p>kept</p>\n```\n<p>changed</p>", "```html\n<p>kept</p>\n```\n\nchanged"),
        ("Give <id> or <b>.", "Give <id> or <b>."),
        ("Say &quot;a&quot; &amp; `&quot;`.", 'Say "a" & `&quot;`.'),
        (
            "See [the guide](/guides/a) and [it](https://a.example).",
            "See the guide and [it](https://a.example).",
        ),
        ("See [the `a`](/a).", "See the `a`."),
        ("See [above](#top), `[not](/this)`, ![a](/b.png).", "See above, `[not](/this)`, ![a](/b.png)."),
        ("a </b> b", "a </b> b"),
        ("<i>a <b>c</i>", "*a <b>c*"),
        ("<table><tr><td>kept</td></tr></table>", "<table><tr><td>kept</td></tr></table>"),
        ("Plain *Markdown*\n\n    with code", "Plain *Markdown*\n\n    with code"),
    ],
)
def test_html_of_a_description_becomes_markdown(html: str, markdown: str) -> None:
    assert _said(html) == markdown


_PIECES = st.sampled_from(
    ["<b>", "</b>", "<p>", "<a href='x'>", "</a>", "<code>", "</code>", "`", "```\n", "word", " "]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_no_word_is_lost(text: str) -> None:
    assert _said(text).count("word") == text.count("word")


@given(st.text("ab <>&`*\n", max_size=40))
def test_what_holds_no_known_tag_stays_as_it_is(text: str) -> None:
    shown = text.replace("<a", "<z").replace("<b", "<z").replace("</a", "</z").replace("</b", "</z")
    assert _said(shown) == shown.strip()
