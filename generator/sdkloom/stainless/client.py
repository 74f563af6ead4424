"""Which options, variables, servers and security does the client have?"""

from __future__ import annotations

import re
from collections.abc import Mapping

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

# Options for the secret of webhooks, where a resource reads those.
_OF_WEBHOOKS = {"webhook_secret", "webhook_key"}


def translate_settings(part: Part, draft: Draft) -> None:
    """`client_settings`: credentials and their variables, retries, and the prefix of variables."""
    if (prefix := part.get("default_env_prefix")) is not None and prefix.text():
        draft.put(prefix, prefix.text(), "environment", "prefix")
    options = part.get("opts")
    for given, option in options.items() if options is not None else ():
        name = plain_name(given)
        if name:
            _option(name, option, draft)
        else:
            option.lose(f"the client's option `{given}`, whose name cannot be one in code")
    if (retries := part.get("default_retries")) is not None:
        _retries(retries, draft)
    keys = part.get("idempotency")
    if keys is not None and (header := keys.get("header")) is not None and header.text():
        draft.put(header, header.text(), "idempotency")
    if (headers := part.get("default_headers")) is not None:
        for name, header in headers.items():
            if isinstance(header.value, str | int | float):
                draft.put(header, str(header.value), "headers", name)
            else:
                header.lose(f"the header `{name}`, whose value is no text")
    if (limit := part.get("default_timeout")) is not None:
        limit.lose("the usual time limit, of no stated unit", hint="write `timeout`, in seconds")


def _option(name: str, option: Part, draft: Draft) -> None:
    auth, variable = option.get("auth"), option.get("read_env")
    for key in ("example", "required_in_tests"):
        if (said := option.get(key)) is not None:
            said.settle()  # tests make up values of their own
    scheme = auth.get("security_scheme") if auth is not None else None
    role = auth.get("role") if auth is not None else None
    if auth is None and name in _OF_WEBHOOKS and "webhooks" in draft.config:
        draft.put(option, name, "webhooks", "option")
        _variable(name, variable, draft)
        _settle_text(option)
        return
    if auth is None or scheme is None:
        _plain_option(name, option, variable, draft)
        return
    _settle_text(option)
    words = str(role.value) if role is not None else "value"
    if words == "value" or words in _PARTS:
        chosen: Json = {"scheme": scheme.text(), "part": words} if words in _PARTS else scheme.text()
        draft.put(option, chosen, "credentials", name)
    elif words not in _OAUTH or words != name:
        auth.lose(f"the role `{words}` of the client's option `{name}`")
        return
    _variable(name, variable, draft)
    for key in ("default", "server_variable", "send_in_header"):
        if (said := option.get(key)) is not None:
            said.lose(f"`{key}` of the client's option `{name}`")


def _settle_text(option: Part) -> None:
    for key in ("type", "nullable", "description"):
        if (said := option.get(key)) is not None:
            said.settle()  # a secret is text that need not be given


def _variable(name: str, variable: Part | None, draft: Draft) -> None:
    if variable is not None and variable.text():
        draft.put(variable, variable.text(), "environment", name)


def _plain_option(name: str, option: Part, variable: Part | None, draft: Draft) -> None:
    """An option that is no credential: what its value is, and where it goes."""
    found = [(place, said) for key, place in _PLACES.items() if (said := option.get(key)) is not None]
    if option.get("send_as_body_param") is not None:
        option.lose(f"that bodies carry the client's option `{name}`")
        return
    if not found:
        option.lose(f"the client's option `{name}`, whose value goes nowhere", hint=_NOWHERE)
        return
    for _, said in found[1:]:
        said.lose(f"a second place for the client's option `{name}`")
    place, wire = found[0]
    draft.put(wire, place, "options", name, "place")
    if wire.text() != name:
        draft.put(wire, wire.text(), "options", name, "name")
    default, nullable = option.get("default"), option.get("nullable")
    for key, ours in (("type", "type"), ("description", "docs")):
        if (said := option.get(key)) is not None and said.text():
            draft.put(said, said.value, "options", name, ours)
    if default is not None:
        draft.put(default, default.value, "options", name, "default")
    # A path parameter is asked for by the calls that have it, a variable by the address that has it.
    if place in {"header", "query"} and (nullable is None or nullable.value is not True):
        draft.put(nullable or option, True, "options", name, "required")
    _variable(name, variable, draft)


def _retries(retries: Part, draft: Draft) -> None:
    for key, ours in (
        ("max_retries", "attempts"),
        ("initial_delay_seconds", "initial"),
        ("max_delay_seconds", "maximum"),
    ):
        if (said := retries.get(key)) is not None:
            draft.put(said, said.value, "retry", ours)


def translate_environments(part: Part, draft: Draft) -> None:
    """`environments`: where the API is found, the usual place first."""
    for name, url in part.items():
        written = url.text()
        if written:
            draft.put(url, written, "servers", re.sub(r"\W", "_", name))


def translate_security(security: Part | None, schemes: Part | None, draft: Draft) -> None:
    """`security` and `security_schemes` take the place of what the document says."""
    if schemes is not None and isinstance(schemes.value, Mapping):
        known: dict[str, Json] = dict(schemes.value)
        draft.change(schemes, "$", update={"components": {"securitySchemes": known}})
        schemes.settle()
    if security is not None:
        draft.change(
            security, "$", update={"security": security.value}, **{"x-sdkloom-replace": ["security"]}
        )
        security.settle()
