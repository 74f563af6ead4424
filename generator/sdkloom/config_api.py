"""What can be said of an API that its document leaves open?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sdkloom.config_kinds import Brief, Choice, Flag, ListOf, MapOf, Record, Text, chosen

QueryStyle = Literal["document", "comma", "repeat", "brackets", "indices"]

_IDENTIFIER = r"[A-Za-z][A-Za-z0-9_]*"
_HEADER = r"[A-Za-z0-9][A-Za-z0-9_-]*"
_TEMPLATE = r"[^{}]*(\{timestamp\}[^{}]*)?\{body\}[^{}]*"
_ANY = Text("a text that is not empty", r"[\s\S]+")


@dataclass(frozen=True, slots=True)
class Arrays:
    """How arrays are spelled: as the document says, or in one way everywhere."""

    query: QueryStyle = chosen(
        Choice(("document", "comma", "repeat", "brackets", "indices")),
        "document",
        "Arrays in a query: `a=1,2`, `a=1&a=2`, `a[]=1&a[]=2` or `a[0]=1&a[1]=2`.",
    )
    multipart: Literal["document", "brackets"] = chosen(
        Choice(("document", "brackets")), "document", "Arrays in a multipart form."
    )


@dataclass(frozen=True, slots=True)
class Objects:
    """How objects are spelled in a query: as the document says, as `a[b]=1`, or as `a.b=1`."""

    query: Literal["document", "brackets", "dots"] = chosen(
        Choice(("document", "brackets", "dots")), "document", "Objects in a query: `a[b]=1` or `a.b=1`."
    )


@dataclass(frozen=True, slots=True)
class CredentialChoice:
    """The security scheme that an option of the client serves, or a part of it."""

    scheme: str = chosen(_ANY, "", "The name of the security scheme in the document.")
    part: Literal["username", "password"] = chosen(
        Choice(("username", "password")), "username", "Which part of basic authentication it is."
    )


@dataclass(frozen=True, slots=True)
class EventChoice:
    """What becomes of some events of a stream."""

    handle: Literal["give", "ignore", "end", "fail"] = chosen(
        Choice(("give", "ignore", "end", "fail")),
        "give",
        "Whether the event is given, or passed over, or ends the stream, or is an error.",
    )
    event: tuple[str, ...] = chosen(ListOf(_ANY), (), "The names of the events; any without them.")
    prefix: str = chosen(_ANY, "", "What the data of the events begin with.")


@dataclass(frozen=True, slots=True)
class Streams:
    """How the server-sent events of an API end, and where one carries an error."""

    sentinel: str | None = chosen(_ANY, None, "The data that ends a stream, such as `[DONE]`.")
    error: str | None = chosen(
        Text("a dotted path such as `error`", r"[^.\s]+(\.[^.\s]+)*"),
        None,
        "The path inside an event at which an error is.",
    )
    events: tuple[EventChoice, ...] = chosen(
        ListOf(Record(EventChoice())),
        (),
        "What becomes of events; the first rule that fits counts.",
    )


@dataclass(frozen=True, slots=True)
class StreamChoice:
    """A stream that a call answers with; "" keeps the type that its events have."""

    switch: str = chosen(_ANY, "stream", "The parameter that asks for the stream where it is true.")
    always: bool = chosen(Flag(), False, "Whether every answer is a stream, so that no parameter asks.")
    event: str = chosen(_ANY, "", "The schema of an event, by its name or JSON pointer.")


@dataclass(frozen=True, slots=True)
class Webhooks:
    """How webhooks are checked and read: by the Standard Webhooks specification, or by a digest in a header.

    `header`, `prefix`, `template` and `timestamp` describe such a digest.
    """

    resource: str | None = chosen(
        Text("a dotted path such as `webhooks`", r"[A-Za-z]\w*(\.[A-Za-z]\w*)*"),
        None,
        "The resource at which webhooks are unwrapped.",
    )
    option: str = chosen(
        Text("the name of an option", _IDENTIFIER), "webhook_secret", "The client's option for the secret."
    )
    headers: str = chosen(
        Text("what the names of headers begin with, such as `svix`", r"[A-Za-z0-9][A-Za-z0-9-]*"),
        "webhook",
        "What stands before `-id`, `-timestamp` and `-signature` in the names of headers.",
    )
    scheme: Literal["standard", "hmac-hex", "hmac-base64"] = chosen(
        Choice(("standard", "hmac-hex", "hmac-base64")),
        "standard",
        "How webhooks are signed: as Standard Webhooks says, or by a digest (HMAC, SHA-256) in a header.",
    )
    header: str | None = chosen(
        Text("the name of a header, such as `X-Hub-Signature-256`", _HEADER),
        None,
        "The header that holds the digest.",
    )
    prefix: str = chosen(
        Text("what stands before a digest, such as `sha256=`", r"[!-~]*"), "", "What stands before a digest."
    )
    template: str = chosen(
        Text("a text with `{body}` once, and perhaps `{timestamp}`", _TEMPLATE),
        "{body}",
        "What is signed: `{body}` and `{timestamp}`, and what is around them.",
    )
    timestamp: str | None = chosen(
        Text("the name of a header, or what stands before the time, such as `t=`", _HEADER + "=?"),
        None,
        "Where the time is: in a header of its own, or, where this ends with `=`, behind it in `header`.",
    )
    skip: bool = chosen(Flag(), False, "Whether no call checks and reads webhooks.")


def webhook_faults(chosen: Webhooks) -> Iterator[tuple[str, str]]:
    """The keys whose values do not go together, and why not."""
    usual = Webhooks()
    of_digests = [
        key for key in ("header", "prefix", "template", "timestamp") if _differs(chosen, usual, key)
    ]
    if chosen.scheme == "standard":
        yield from ((key, f"`{key}` is for the schemes `hmac-hex` and `hmac-base64`") for key in of_digests)
        return
    if chosen.header is None:
        yield "scheme", f"`{chosen.scheme}` needs `header`, the name of the header that holds the digest"
    if _differs(chosen, usual, "headers"):
        yield "headers", "`headers` is for the scheme `standard`"
    if "{timestamp}" in chosen.template and chosen.timestamp is None:
        yield "template", "`{timestamp}` needs `timestamp`, which says where the time is"
    if "{timestamp}" not in chosen.template and chosen.timestamp is not None:
        yield "timestamp", "a time that `template` does not sign with `{timestamp}` proves nothing"


def _differs(chosen: Webhooks, usual: Webhooks, key: str) -> bool:
    return bool(getattr(chosen, key) != getattr(usual, key))


CREDENTIALS = MapOf(Brief(CredentialChoice(), "scheme"), key=Text("the name of an option", _IDENTIFIER))
SERVERS = MapOf(
    Text("a URL such as `https://api.example.com`", r"https?://\S+"),
    key=Text("the name of an environment", _IDENTIFIER),
)
HEADER = Text("the name of a header", r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
HEADERS = MapOf(Text("what a header can hold", r"[!-~]([ -~]*[!-~])?"), key=HEADER)
FIELD = Text("the name of a field", r"[\s\S]+")
STREAM = Brief(StreamChoice(), "switch")
NOTICE = Text("a text that is not empty", r"\s*\S[\s\S]*")
LICENSE = Text("an SPDX licence expression such as `Apache-2.0`", r"[A-Za-z0-9.+() -]+")
