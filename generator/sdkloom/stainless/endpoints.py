"""Which operation does `get /models` mean?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sdkloom.stainless.parts import Part

_ENDPOINT = re.compile(r"([A-Za-z]+)\s+(/\S*)")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A method, in capitals, and a path."""

    method: str
    path: str

    @property
    def key(self) -> str:
        """As configuration writes it."""
        return f"{self.method} {self.path}"

    @property
    def query(self) -> str:
        """The JSONPath of the operation in the document."""
        quoted = self.path.replace("\\", "\\\\").replace("'", "\\'")
        return f"$.paths['{quoted}'].{self.method.lower()}"


def read_endpoint(part: Part | None) -> Endpoint | None:
    """The endpoint that a text names; None where it names none."""
    match = (
        _ENDPOINT.fullmatch(part.value.strip()) if part is not None and isinstance(part.value, str) else None
    )
    return Endpoint(match[1].upper(), match[2]) if match is not None else None
