"""Which options, variables, servers and security does the client have?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sdkloom.ir.base import Json
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.parts import Part

_PARTS = {"username", "password"}

# Options that a client has for OAuth 2 under these very names.
_OAUTH = {"client_id", "client_secret"}

# Options for the secret of webhooks, where a resource reads those.
_OF_WEBHOOKS = {"webhook_secret", "webhook_key"}


def translate_settings(part: Part, draft: Draft) -> None:
    """`client_settings`: credentials and their variables, retries, and the prefix of variables."""
    if (prefix := part.get("default_env_prefix")) is not None and prefix.text():
        draft.put(prefix, prefix.text(), "environment", "prefix")
    options = part.get("opts")
    for name, option in options.items() if options is not None else ():
        _option(name, option, draft)
    if (retries := part.get("default_retries")) is not None:
        _retries(retries, draft)
    for key, what in (
        ("idempotency", "the header of idempotency keys"),
        ("default_headers", "headers of every request"),
        ("default_timeout", "the usual time limit"),
    ):
        if (said := part.get(key)) is not None:
            said.lose(what, hint="give it to the client where it is made")


def _option(name: str, option: Part, draft: Draft) -> None:
    auth, variable = option.get("auth"), option.get("read_env")
    for key in ("type", "nullable", "description", "example", "required_in_tests"):
        if (said := option.get(key)) is not None:
            said.settle()  # an option for a credential is text that need not be given
    scheme = auth.get("security_scheme") if auth is not None else None
    role = auth.get("role") if auth is not None else None
    if auth is None and name in _OF_WEBHOOKS and "webhooks" in draft.config:
        draft.put(option, name, "webhooks", "option")
        if variable is not None and variable.text():
            draft.put(variable, variable.text(), "environment", name)
        return
    if auth is None or scheme is None:
        option.lose(f"the client's option `{name}`, which serves no security scheme")
        return
    words = str(role.value) if role is not None else "value"
    if words == "value" or words in _PARTS:
        chosen: Json = {"scheme": scheme.text(), "part": words} if words in _PARTS else scheme.text()
        draft.put(option, chosen, "credentials", name)
    elif words not in _OAUTH or words != name:
        auth.lose(f"the role `{words}` of the client's option `{name}`")
        return
    if variable is not None and variable.text():
        draft.put(variable, variable.text(), "environment", name)
    for key in ("default", "server_variable", "send_in_header"):
        if (said := option.get(key)) is not None:
            said.lose(f"`{key}` of the client's option `{name}`")


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
        if "{" in written:
            url.lose(f"a URL with variables, `{written}`", hint="write the URL that is usual under `servers`")
        elif written:
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
