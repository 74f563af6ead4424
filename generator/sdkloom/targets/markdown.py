"""How is document text made safe in Markdown?"""

from __future__ import annotations

import re


def markdown(text: str) -> str:
    """Prose for Markdown: one paragraph in which nothing is taken for HTML, a heading or a link target
    (sink).
    """
    flat = " ".join("".join(c if c.isprintable() or c.isspace() else " " for c in text).split())
    flat = flat.replace("&", "&amp;").replace("<", "&lt;").replace("[", "\\[").replace("]", "\\]")
    return re.sub(r"^([#>+*-]|\d+[.)])", r"\\\1", flat)


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
