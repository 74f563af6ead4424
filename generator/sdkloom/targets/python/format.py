"""How is a generated Python file made tidy?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sdkloom.targets.python.docs import WIDTH
from sdkloom.targets.python.fit.blanks import Spread
from sdkloom.targets.python.fit.fitting import fit
from sdkloom.targets.python.fit.literals import QUOTES, docstring, lower_escapes
from sdkloom.targets.python.fit.statements import is_familiar, read_statements
from sdkloom.targets.python.fit.tokens import Unfamiliar

if TYPE_CHECKING:
    from black import Mode


def format_file(path: str, text: str) -> str:
    """Python stands in black's style; other files lose trailing blanks and end in one line break."""
    if path.endswith(".py"):
        return format_python(text)
    lines = [line.rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip("\n") + "\n"


def format_python(text: str) -> str:
    """The text in black's style. Raises ValueError for text that is no Python: a bug of a template."""
    try:
        return format_familiar(text)
    except Unfamiliar:
        return format_with_black(text)


def format_familiar(text: str) -> str:
    """What black makes of the Python that our templates write. Raises Unfamiliar where that is not sure."""
    if not is_familiar(text):
        raise Unfamiliar("line breaks")
    spread = Spread()
    begins = True
    for depth, blanks, source, opens in read_statements(text):
        if source.startswith(QUOTES):
            lines = docstring(source, depth) if begins else lower_escapes(source)
            spread.add(depth, blanks, source, "    " * depth + lines, opens, begins)
        elif source[0] == "#":
            spread.add(depth, blanks, source, "    " * depth + source, opens, False)
            continue
        else:
            spread.add(depth, blanks, source, fit(source, depth), opens, False)
        begins = opens
    return spread.file() or ("\n" if "\n" in text else "")


def format_with_black(text: str) -> str:
    """The text as black itself formats it: slower by far, but for any Python."""
    import black

    return black.format_str(text, mode=black_mode())


@cache
def black_mode() -> Mode:
    """The one style of generated Python."""
    from black import Mode
    from black.mode import TargetVersion

    return Mode(target_versions={TargetVersion.PY310}, line_length=WIDTH)
