"""What is a file called that an example call sends?"""

from __future__ import annotations

import re

_KINDS = {
    "picture.png": "image images photo photos picture pictures avatar logo icon thumbnail mask",
    "recording.m4a": "audio audios speech voice sound recording recordings transcriptions translations",
    "film.mp4": "video videos movie film clip",
}


def file_name(path: str, wire: str) -> str:
    """A file of the kind that the name on the wire, or the path of the operation, speaks of."""
    words = {word.lower() for word in re.findall(r"[A-Z]?[a-z]+", f"{wire} {path}")}
    return next((name for name, known in _KINDS.items() if words & set(known.split())), "document.pdf")
