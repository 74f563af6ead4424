"""How is a page made tidy?"""

from __future__ import annotations


def format_page(text: str) -> str:
    """No blanks at the end of a line, one blank line between blocks, and one line break at the end.

    What stands in a fenced block is left alone.
    """
    out: list[str] = []
    fence = ""
    for line in text.split("\n"):
        bare = line.rstrip()
        marks = bare.lstrip()
        ticks = marks[: len(marks) - len(marks.lstrip("`"))]
        if fence:
            out.append(line)
            fence = "" if marks.strip("`") == "" and len(ticks) >= len(fence) else fence
            continue
        fence = ticks if len(ticks) >= 3 else ""
        if bare or (out and out[-1]):
            out.append(bare)
    return "\n".join(out).strip("\n") + "\n"
