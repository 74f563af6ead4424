"""The type `ResponseFormatJsonSchemaSchemaParam`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

ResponseFormatJsonSchemaSchemaParam: TypeAlias = Mapping[str, object]
"""What the answer has to look like, as a JSON Schema."""
