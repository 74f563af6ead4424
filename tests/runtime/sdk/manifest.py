"""What the generated package says of itself."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

OUTPUT = Path(__file__).parents[3] / "output" / "groq" / "python"


@cache
def manifest() -> dict[str, Any]:
    """The contract of the package."""
    facts: dict[str, Any] = json.loads((OUTPUT / ".generated.json").read_text(encoding="utf-8"))
    return facts
