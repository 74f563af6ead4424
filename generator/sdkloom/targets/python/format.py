"""How is a generated Python file made tidy?"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sdkloom.targets.python.docs import WIDTH

if TYPE_CHECKING:
    from black import Mode


def format_file(path: str, text: str) -> str:
    """Python is formatted by black; other files lose trailing blanks and end in one line break."""
    if path.endswith(".py"):
        return format_python(text)
    lines = [line.rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip("\n") + "\n"


def format_python(text: str) -> str:
    """The text in black's style. Raises ValueError for text that is no Python: a bug of a template."""
    import black

    return black.format_str(text, mode=black_mode())


@cache
def black_mode() -> Mode:
    """The one style of generated Python."""
    import black

    return black.Mode(target_versions={black.TargetVersion.PY310}, line_length=WIDTH)
