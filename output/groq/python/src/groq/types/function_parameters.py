"""The type `FunctionParameters`."""

from __future__ import annotations

from typing import Any, TypeAlias

FunctionParameters: TypeAlias = dict[str, Any]
"""The parameters that a function takes, as a JSON Schema for an object."""
