"""What does a first configuration say?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import yaml

from sdkloom.config import Config
from sdkloom.ir.base import Json
from sdkloom.name.matching import key_of
from sdkloom.pipeline import Understood
from sdkloom.stainless import Translated
from sdkloom.targets import load_target

_ADOPTED = """\
# Put into these words from a stainless.yml.
# `sdkloom schema` prints a JSON Schema of this file, for editors that complete and check.
"""
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_./-]*")
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_WORDS = frozenset("true false null yes no on off y n".split())


def first_config(spec: str, understood: Understood, config: Config) -> str:
    """The text of a configuration that changes nothing: what one may want to choose, as it is without it.

    `spec` is the path of the document as seen from the configuration.
    """
    return "".join(f"{line}\n" for line in _lines(spec, understood, config))


def adopted_config(spec: str, overlay: str, found: Translated) -> str:
    """The text of a configuration that says what a `stainless.yml` says, with its changes in an overlay."""
    overlays = {"overlays": overlay} if found.overlay is not None else {}
    said = {"spec": spec, **overlays, "output": "sdk", **found.config}
    for section, name in (("operations", "call"), ("types", "name")):
        chosen = said.get(section)
        if isinstance(chosen, Mapping):
            said[section] = {key: _brief(choice, name) for key, choice in chosen.items()}
    return _ADOPTED + _yaml(said)


def _brief(choice: Json, name: str) -> Json:
    """A choice as one writes it: one name without its list, and a name alone without its key."""
    if not isinstance(choice, Mapping):
        return choice
    names = choice.get(name)
    first = names[0] if isinstance(names, list) and len(names) == 1 else names
    if set(choice) == {name}:
        return first
    return {key: first if key == name else value for key, value in choice.items()}


def adopted_overlay(found: Translated) -> str:
    """The text of an overlay with the changes that a `stainless.yml` makes to the document."""
    return _yaml(found.overlay)


def _yaml(data: Json) -> str:
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=110, default_flow_style=None)


def _lines(spec: str, understood: Understood, config: Config) -> Iterator[str]:
    api, names = understood.api, understood.names
    title = "".join(c for c in " ".join(api.title.split())[:80] if c.isprintable())
    yield f"# How SDKs are made for {title}."
    yield "# `sdkloom schema` prints a JSON Schema of this file, for editors that complete and check."
    yield f"spec: {_text(spec)}"
    yield "output: sdk"
    yield ""
    yield "targets:"
    for chosen in config.targets:
        plan = load_target(chosen.name).plan(api, names, config, chosen)
        listed = {"package": plan.package, "client": plan.client}
        pairs = (f"{key}: {_text(name)}" for key, name in listed.items() if _IDENTIFIER.fullmatch(name))
        yield f"  {chosen.name}: {{{', '.join(pairs)}}}"
    if api.operations:
        yield ""
        yield "# What every operation is called. To rename one, take its line in and change it."
        yield "# `{skip: true}` leaves it out; `{call: new.name, aliases: [old.name]}` keeps the old name."
        yield "# operations:"
    for operation in api.operations:
        yield f"#   {_text(key_of(operation))}: {names.calls[operation.id].dotted}"


def _text(text: str) -> str:
    """A scalar of YAML: as it stands where that is safe, else quoted."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)
