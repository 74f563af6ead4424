"""Which arguments of a call may be given by their places, as the users of its package know it?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sdkloom.stainless.endpoints import Endpoint
from sdkloom.stainless.parts import Part

_IN_PATH = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Positions:
    """What holds for all calls: `known` path parameters are the client's, and perhaps `none` has a place."""

    known: frozenset[str] = frozenset()
    none: bool = False

    def of(self, endpoint: Endpoint, method: Part) -> list[str] | None:
        """The path parameters that have places, None where all of them have, in their own order.

        Where nothing is said it is the last one; the others are given by name.
        """
        needed = [wire for wire in _IN_PATH.findall(endpoint.path) if wire not in self.known]
        said = method.get("positional_params") if isinstance(method.value, Mapping) else None
        if said is not None:
            listed = [one.text() for one in said.listed()]
            others = [wire for wire in listed if wire not in _IN_PATH.findall(endpoint.path)]
            if others:
                said.lose(
                    f"places of {', '.join(f'`{wire}`' for wire in others)}: only what is in the path has one"
                )
            found = [wire for wire in listed if wire not in others]
        else:
            found = [] if self.none else needed[-1:]
        return found if found != needed else None


def read_positions(settings: Part | None, client: Part | None) -> Positions:
    """What the settings, and the options of the client, say of places."""
    said = settings.get("positional_params") if settings is not None else None
    options = client.get("opts") if client is not None else None
    listed = options.value if options is not None else None
    values = listed.values() if isinstance(listed, Mapping) else ()
    wires = (value.get("send_as_path_param") for value in values if isinstance(value, Mapping))
    known = frozenset(wire for wire in wires if isinstance(wire, str))
    return Positions(known, said is not None and said.value is False)
