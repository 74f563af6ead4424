"""What is a row of the table of codes?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How grave a diagnostic is: an error stops generation, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}


@dataclass(frozen=True, slots=True)
class Code:
    """One row of the table."""

    code: str
    title: str
    paragraph: str

    @property
    def severity(self) -> Severity:
        """What the first letter says."""
        return _SEVERITIES[self.code[0]]
