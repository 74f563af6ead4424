"""Does a text fit on a line, wide characters counted as two columns?"""

from __future__ import annotations

from unicodedata import category, east_asian_width

from sdkloom.targets.python.docs import WIDTH
from sdkloom.targets.python.fit.tokens import Unfamiliar


def fits(text: str, width: int = WIDTH) -> bool:
    """Whether no line break is needed. Raises Unfamiliar where marks decide that may take no column."""
    if text.isascii():
        return len(text) <= width
    least = most = 0
    for character in text:
        if character.isascii():
            least, most = least + 1, most + 1
        elif east_asian_width(character) in "WF":
            least, most = least + 2, most + 2
        elif category(character)[0] in "LNPSZ":
            least, most = least + 1, most + 1
        else:
            most += 2
    if (least <= width) != (most <= width):
        raise Unfamiliar("characters of unknown width")
    return most <= width
