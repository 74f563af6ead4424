"""Which names of the file can be names in code, and how are the others written there?"""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def plain_name(name: str) -> str:
    """A name in letters, digits and underscores, from a letter on; "" where nothing of it could be one.

    `_update` is written before what a library replaces by hand, and `X-Session-Token` where a header has that
    name.
    """
    written = re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_") if _PLAIN.fullmatch(name) is None else name
    return written if _PLAIN.fullmatch(written) else ""
