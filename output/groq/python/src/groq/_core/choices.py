"""Options of a client that are no credentials: what each may be, and how it fills an address in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from .errors import SDKError

Chosen = Mapping[str, object]
"""The values of such options by their names, in Python and no longer as text; None where there is none."""

_HOST = re.compile(r"(?P<scheme>[^/?#]*://)(?P<host>[^/?#]*)")
_PART_OF_HOST = re.compile(r"[A-Za-z0-9._:\[\]-]*")
_TRUTH = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True)
class ClientOption:
    """An option, and what carries its value: a header, the query, a path, or the address of a server.

    `parameter` is its name there. () in `values` allows any.
    """

    name: str
    place: Literal["header", "query", "path", "server"]
    parameter: str
    kind: Literal["string", "integer", "number", "boolean"] = "string"
    default: object = None
    values: tuple[object, ...] = ()
    required: bool = False

    def value(self, given: object, text: str | None) -> object:
        """What was given, or else what the environment says, or else the usual value.

        Raises SDKError for a value that is not allowed, and for text that is not of the kind.
        """
        value = given
        if value is None and text is not None:
            value = self._read(text)
        if value is None:
            value = self.default
        if value is not None and self.values and value not in self.values:
            allowed = " or ".join(map(repr, self.values))
            raise SDKError(f"{self.name} must be {allowed}, unlike {value!r}")
        return value

    def _read(self, text: str) -> object:
        try:
            if self.kind == "boolean":
                return _TRUTH[text.strip().lower()]
            if self.kind == "integer":
                return int(text)
            return float(text) if self.kind == "number" else text
        except (KeyError, ValueError):
            raise SDKError(f"{self.name} must be of type {self.kind}, unlike {text!r}") from None


def chosen_values(
    options: tuple[ClientOption, ...], given: Chosen, variable: Callable[[str], str | None]
) -> dict[str, object]:
    """The value of each option. Raises SDKError for one that is not allowed."""
    return {
        option.name: option.value(given.get(option.name), variable(option.name))
        for option in options
    }


def filled_address(url: str, options: tuple[ClientOption, ...], chosen: Chosen) -> str:
    """An address with its variables filled in.

    Raises SDKError where one has no value, or where its value would lead to another host.
    """
    found = _HOST.match(url)
    host = found["host"] if found else ""
    for option in options:
        place = f"{{{option.parameter}}}"
        if option.place != "server" or place not in url:
            continue
        value = chosen[option.name]
        text = "" if value is None else str(value)
        # What is empty unless something else is chosen may stay so.
        if not text and option.default != "":
            raise SDKError(f"there is no address without {option.name}: pass it, or pass base_url")
        # A path may follow the whole name of a host at once: `https://example.com{basePath}`.
        before = host.removesuffix(place)
        is_path = text.startswith("/") and place not in before and before[-1:].isalnum()
        if place in host and not is_path and not _PART_OF_HOST.fullmatch(text):
            raise SDKError(f"{option.name} stands in the name of a host: it cannot be {text!r}")
        url = url.replace(place, text)
    return url
