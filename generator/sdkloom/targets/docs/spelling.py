"""How are calls, types, and the pages they stand on written in a reference?"""

from __future__ import annotations

from pathlib import Path

from sdkloom.name.spell import Spelling, kebab, pascal, screaming, snake

# A page is a file: one beside it may have a name of its own, and some systems keep names for devices,
# whatever their case.
_WORDS = Path(__file__).with_name("reserved.txt").read_text(encoding="utf-8").split()
_PAGES = frozenset(form for word in _WORDS for form in (word, word.capitalize(), word.upper()))

SPELLING = Spelling(
    casing={
        "type": pascal,
        "function": snake,
        "variable": snake,
        "constant": screaming,
        "module": snake,
        "member": kebab,
    },
    reserved=frozenset(),
    also_reserved={"module": _PAGES},
)
