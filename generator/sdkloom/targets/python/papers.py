"""How is text made safe in the papers of a package: its README's programs and its project file?"""

from __future__ import annotations

import json

from sdkloom.targets.markdown import code_block


def python_block(text: str) -> str:
    """A block of Python in Markdown (sink)."""
    return code_block("python", text)


def toml_text(text: str) -> str:
    """A TOML basic string (sink); JSON's escapes are TOML's, apart from DEL and lone surrogates."""
    clean = "".join("�" if 0xD800 <= ord(c) <= 0xDFFF else c for c in text)
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007f")
