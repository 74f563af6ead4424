"""Every diagnostic code in one table: its severity, its title and the paragraph that `explain` prints.

1xx load and configuration · 2xx lower · 3xx name · 4xx render · 5xx write. A title holds `{detail}` where the
place says more. The first letter of a code is its severity: E stops generation, W and N do not.
"""

from __future__ import annotations

from sdkloom.codes.config import CONFIG
from sdkloom.codes.load import LOAD
from sdkloom.codes.lower import LOWER
from sdkloom.codes.name import NAME
from sdkloom.codes.output import OUTPUT
from sdkloom.codes.row import Code, Severity
from sdkloom.codes.surface import SURFACE

__all__ = ["CODES", "Code", "Severity"]

CODES = {row.code: row for rows in (LOAD, CONFIG, LOWER, NAME, OUTPUT, SURFACE) for row in rows}
