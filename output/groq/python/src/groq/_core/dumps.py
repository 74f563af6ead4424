"""Models as plain data by the names of their attributes, which is what `model_dump` gives elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal

from .annotations import wire_names
from .codec import encode
from .kinds import is_list, is_mapping
from .model import BaseModel, extra_fields


@dataclass(frozen=True)
class Dump:
    """How models are written: with which values, under which names, and without what."""

    mode: Literal["python", "json"]
    by_alias: bool
    exclude_unset: bool
    exclude_none: bool

    def of(self, value: Any) -> Any:
        """The value with dictionaries in place of models."""
        if isinstance(value, BaseModel):
            return self._of_model(value)
        if is_list(value):
            return [self.of(part) for part in value]
        if is_mapping(value):
            return {key: self.of(part) for key, part in value.items()}
        return encode(value) if self.mode == "json" else value

    def _of_model(self, model: BaseModel) -> dict[str, Any]:
        wire, given = wire_names(type(model)), model.model_fields_set
        found: dict[str, Any] = {}
        for part in fields(model):  # type: ignore[arg-type]
            if part.name in given or not self.exclude_unset:
                name = wire[part.name] if self.by_alias else part.name
                found[name] = self.of(getattr(model, part.name))
        found.update((name, self.of(value)) for name, value in extra_fields(model).items())
        if self.exclude_none:
            return {name: value for name, value in found.items() if value is not None}
        return found
