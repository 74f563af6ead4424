"""Which time limits, retries, headers, servers and security does the client have?"""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.ir.base import Json
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.durations import seconds
from sdkloom.stainless.names import plain_name
from sdkloom.stainless.options import Options, variables_of
from sdkloom.stainless.parts import Part

# Settings of the client that ask for what is so anyway.
_ANYWAY = {
    "omit_stainless_headers": "no header of the other tool is sent",
    "opt_in_new_security_behaviour": "each call is secured as the document says",
}


def translate_client(part: Part | None, environments: Part | None, draft: Draft) -> None:
    """`client_settings` and `environments`: an option may stand for a variable in the address of a server."""
    if part is not None:
        _settings(part, variables_of(environments), draft)
    for name, url in environments.items() if environments is not None else ():
        if url.text():
            draft.put(url, url.value, "servers", plain_name(name) or name)


def _settings(part: Part, variables: frozenset[str], draft: Draft) -> None:
    if (prefix := part.get("default_env_prefix")) is not None and prefix.text():
        draft.put(prefix, prefix.text(), "environment", "prefix")
    if (options := part.get("opts")) is not None:
        Options(variables, draft).translate(options)
    if (retries := part.get("default_retries")) is not None:
        _retries(retries, draft)
    keys = part.get("idempotency")
    if keys is not None and (header := keys.get("header")) is not None and header.text():
        draft.put(header, header.text(), "idempotency")
    if (headers := part.get("default_headers")) is not None:
        _headers(headers, draft)
    if (limit := part.get("default_timeout")) is not None:
        put_timeout(limit, draft, "timeout")
    for key, why in _ANYWAY.items():
        if (said := part.get(key)) is not None:
            said.pass_over(why)


def put_timeout(limit: Part, draft: Draft, *keys: str) -> None:
    """A time limit, in seconds."""
    found = seconds(limit.value)
    if found is None:
        limit.refuse("a time limit is a number of milliseconds, or a duration such as `PT30S`")
    else:
        draft.put(limit, found, *keys)


def _headers(headers: Part, draft: Draft) -> None:
    for name, header in headers.items():
        if isinstance(header.value, bool):
            draft.put(header, str(header.value).lower(), "headers", name)
        elif isinstance(header.value, str | int | float):
            draft.put(header, str(header.value), "headers", name)
        else:
            header.lose(f"the header `{name}`, whose value is no text")


def _retries(retries: Part, draft: Draft) -> None:
    for key, ours in (
        ("max_retries", "attempts"),
        ("initial_delay_seconds", "initial"),
        ("max_delay_seconds", "maximum"),
    ):
        if (said := retries.get(key)) is not None:
            draft.put(said, said.value, "retry", ours)


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
