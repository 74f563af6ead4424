"""How is text made safe in the papers of a package: its README's programs and its package file?"""

from __future__ import annotations

import json

from sdkloom.targets.markdown import code_block


def typescript_block(text: str) -> str:
    """A block of TypeScript in Markdown (sink)."""
    return code_block("ts", text)


def json_text(text: str) -> str:
    """A JSON string (sink), in ASCII where the text is not printable."""
    plain = all(character.isprintable() and not 0xD800 <= ord(character) <= 0xDFFF for character in text)
    return json.dumps(text, ensure_ascii=not plain)
