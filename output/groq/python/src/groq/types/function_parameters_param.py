"""The type `FunctionParametersParam`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

FunctionParametersParam: TypeAlias = Mapping[str, object]
"""The parameters that a function takes, as a JSON Schema for an object."""
