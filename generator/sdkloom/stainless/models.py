"""Which types do the `models` of resources name?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from sdkloom.stainless.casing import Casing
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.languages import Languages
from sdkloom.stainless.parts import Part

_COMPONENT = "#/components/schemas/"
_KNOWN = re.compile(r"#/\S+|[\w.\- ]+")


@dataclass(frozen=True, slots=True)
class Model:
    """A model that a resource names: where it is placed, its class and the schema that it means."""

    place: tuple[str, ...]
    name: str
    key: str

    @property
    def dotted(self) -> str:
        """The class behind its resource, as configuration writes it."""
        return ".".join((*self.place, self.name))


@dataclass(slots=True)
class Models:
    """Translates the models of one resource after the other."""

    casing: Casing
    languages: Languages
    draft: Draft
    schemas: dict[str, str] = field(default_factory=dict)

    def translate(self, models: Part, place: tuple[str, ...]) -> Iterator[tuple[str, Model]]:
        """The models below a resource, each with its own name."""
        for name, chosen in models.items():
            key = self._schema(name, chosen, models)
            if not key:
                continue
            model = Model(place, self.casing.class_name(name), key)
            if self.schemas.setdefault(model.dotted, key) != key:
                chosen.lose(f"a second model of the name `{model.dotted}`")
                continue
            self._put(model, chosen)
            yield name, model

    def _put(self, model: Model, chosen: Part) -> None:
        """The name of a model; a deprecated one is a former name."""
        said = chosen.get("deprecated") if isinstance(chosen.value, Mapping) else None
        is_former = said is not None and chosen.get("to") is not None
        self.draft.add(chosen, model.dotted, "types", model.key, "aliases" if is_former else "name")
        if said is not None and is_former:
            said.settle()
        elif said is not None:
            said.lose("the deprecation of a model", hint="set `deprecated` on the schema in an overlay")
        if not isinstance(chosen.value, Mapping):
            return
        self._leave_out(model, chosen)
        for lost in ("no_params_suffix", "param_model"):
            if (part := chosen.get(lost)) is not None:
                part.lose(f"`{lost}` of a model: a type that is sent has a form of its own")

    def _leave_out(self, model: Model, chosen: Part) -> None:
        said = self.languages.left_out(chosen)
        if said is not None and chosen.get("to") is None:
            self.draft.put(said, True, "types", model.key, "skip")

    def _schema(self, name: str, chosen: Part, models: Part) -> str:
        """The key of the schema that a model means: its name among the components, or its JSON pointer."""
        target, seen = chosen, {name}
        while isinstance(target.value, Mapping):
            target.get("type")
            to = target.get("to")
            if to is None:
                uri = target.get("openapi_uri")
                if uri is None:
                    chosen.refuse("a model names the schema that it means")
                    return ""
                target = uri
                break
            known = models.get(to.text()) if to.text() not in seen else None
            if known is None:
                to.refuse("an alias means a model of the same resource")
                return ""
            seen.add(to.text())
            target = known
        return self._key(target.text(), chosen)

    def _key(self, written: str, chosen: Part) -> str:
        if written.startswith("$") or (written and not _KNOWN.fullmatch(written)):
            chosen.lose(f"a model found by the query `{written}`", hint="name its JSON pointer under `types`")
            return ""
        pointer = unquote(written) if written.startswith("#/") else written
        name = pointer.removeprefix(_COMPONENT)
        return pointer if "/" in name or "~" in name else name
