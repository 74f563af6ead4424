"""What does a first configuration say?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sdkloom.config import Config
from sdkloom.name.matching import key_of
from sdkloom.pipeline import Understood
from sdkloom.targets import load_target

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_./-]*")
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_WORDS = frozenset("true false null yes no on off y n".split())


def first_config(spec: str, understood: Understood, config: Config) -> str:
    """The text of a configuration that changes nothing: what one may want to choose, as it is without it.

    `spec` is the path of the document as seen from the configuration.
    """
    return "".join(f"{line}\n" for line in _lines(spec, understood, config))


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
