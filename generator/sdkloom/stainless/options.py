"""Which options does the client have, and where do their values go?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sdkloom.ir.base import Json
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.names import plain_name
from sdkloom.stainless.parts import Part

_PARTS = {"username", "password"}

# Options that a client has for OAuth 2 under these very names.
_OAUTH = {"client_id", "client_secret"}

_PLACES = {
    "send_in_header": "header",
    "send_as_query_param": "query",
    "send_as_path_param": "path",
    "server_variable": "server",
}
_NOWHERE = "a subclass of the client, in `lib/`, can take it and use it"

# Options that every client has.
_OWN = {"base_url", "timeout", "max_retries", "default_headers", "default_query", "http_client"}

# Options for the secret of webhooks, where a resource reads those.
_OF_WEBHOOKS = {"webhook_secret", "webhook_key"}

_VARIABLE = re.compile(r"\{([^{}]+)\}")


def variables_of(environments: Part | None) -> frozenset[str]:
    """The variables in the addresses of servers."""
    urls = environments.value if environments is not None else None
    listed = urls.values() if isinstance(urls, Mapping) else ()
    return frozenset(name for url in listed if isinstance(url, str) for name in _VARIABLE.findall(url))


@dataclass(frozen=True, slots=True)
class Options:
    """Translates the options one after the other; `variables` are those of the addresses of servers."""

    variables: frozenset[str]
    draft: Draft

    def translate(self, options: Part) -> None:
        """Every option under its own name, or the one that code can have."""
        for given, option in options.items():
            name = plain_name(given)
            if not name:
                option.lose(f"the client's option `{given}`, whose name cannot be one in code")
            elif not isinstance(option.value, Mapping):
                option.refuse("an option of the client is an object")
            else:
                self._option(name, given, option)

    def _option(self, name: str, given: str, option: Part) -> None:
        auth, variable = option.get("auth"), option.get("read_env")
        for key in ("example", "required_in_tests"):
            if (said := option.get(key)) is not None:
                said.pass_over("tests make up values of their own")
        scheme = auth.get("security_scheme") if auth is not None else None
        if auth is not None and scheme is not None:
            self._credential(name, option, auth, scheme)
        elif self._is_secret(given):
            self.draft.put(option, name, "webhooks", "option")
            _settle_text(option)
        elif name in _OWN and all(option.get(key) is None for key in _PLACES):
            self._own(name, option)
            return
        elif not self._plain(name, given, option):
            return
        if variable is not None and variable.text():
            self.draft.put(variable, variable.text(), "environment", name)

    def _is_secret(self, name: str) -> bool:
        """Does the option hold the secret of webhooks, by its name or as a method says?"""
        webhooks = self.draft.config.get("webhooks")
        chosen = webhooks.get("option") if isinstance(webhooks, Mapping) else None
        return isinstance(webhooks, Mapping) and (chosen == name or (chosen is None and name in _OF_WEBHOOKS))

    def _credential(self, name: str, option: Part, auth: Part, scheme: Part) -> None:
        role = auth.get("role")
        words = str(role.value) if role is not None else "value"
        _settle_text(option)
        if words == "value" or words in _PARTS:
            chosen: Json = {"scheme": scheme.text(), "part": words} if words in _PARTS else scheme.text()
            self.draft.put(option, chosen, "credentials", name)
        elif words not in _OAUTH or words != name:
            auth.lose(f"the role `{words}` of the client's option `{name}`")
        for key in ("default", *_PLACES):
            if (said := option.get(key)) is not None:
                said.lose(f"`{key}` of the client's option `{name}`")
        if self.draft.config.get("webhooks", {}).get("option") == name:
            self.draft.drop("webhooks", "option")
            option.lose(f"that `{name}` is the secret of webhooks as well", hint="`webhook_secret` is")

    def _own(self, name: str, option: Part) -> None:
        """An option that every client has, whose variable may be chosen."""
        for key in ("type", "nullable", "description"):
            if (said := option.get(key)) is not None:
                said.settle()
        variable = option.get("read_env")
        if variable is not None and name == "base_url" and variable.text():
            self.draft.put(variable, variable.text(), "environment", name)
        elif variable is not None:
            variable.lose(f"the environment variable of the client's option `{name}`")
        if (default := option.get("default")) is not None:
            default.lose(f"the default of the client's option `{name}`", hint=_OWN_HINTS.get(name, ""))

    def _plain(self, name: str, given: str, option: Part) -> bool:
        """An option that is no credential: what its value is, and where it goes."""
        found = [(place, said) for key, place in _PLACES.items() if (said := option.get(key)) is not None]
        if (said := option.get("send_as_body_param")) is not None and not found:
            option.lose(f"that bodies carry the client's option `{name}`")
            return False
        if not found and given in self.variables:
            found = [("server", Part(given, option.pointer, option.ledger))]
        if not found:
            option.lose(f"the client's option `{name}`, whose value goes nowhere", hint=_NOWHERE)
            return False
        for _, other in (*found[1:], *([("body", said)] if said is not None else ())):
            other.lose(f"a second place for the client's option `{name}`")
        place, wire = found[0]
        self.draft.put(wire, place, "options", name, "place")
        if wire.text() != name:
            self.draft.put(wire, wire.text(), "options", name, "name")
        self._value(name, place, option)
        return True

    def _value(self, name: str, place: str, option: Part) -> None:
        for key, ours in (("type", "type"), ("description", "docs")):
            if (said := option.get(key)) is not None and said.text():
                self.draft.put(said, said.value, "options", name, ours)
        if (default := option.get("default")) is not None:
            self.draft.put(default, default.value, "options", name, "default")
        nullable = option.get("nullable")
        # A path parameter is asked for by the calls that have it, a variable by the address that has it.
        if place in {"header", "query"} and (nullable is None or nullable.value is not True):
            self.draft.put(nullable or option, True, "options", name, "required")


_OWN_HINTS = {"base_url": "name it under `servers`", "timeout": "write `timeout`, in seconds"}


def _settle_text(option: Part) -> None:
    for key in ("type", "nullable", "description"):
        if (said := option.get(key)) is not None:
            said.settle()  # a secret is text that need not be given
