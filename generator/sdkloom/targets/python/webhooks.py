"""How does a resource check and read webhooks?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sdkloom.config import Webhooks
from sdkloom.ir.api import EVENTS
from sdkloom.ir.types import RefType
from sdkloom.name.spell import Identifier
from sdkloom.name.words import split_words
from sdkloom.targets.base import Code, Import
from sdkloom.targets.python.auth import option_name
from sdkloom.targets.python.types import TypeWriter, quote
from sdkloom.targets.python.views import EntryView, WebhooksView

_CORE = "._core.webhooks"


def webhook_option(chosen: Webhooks) -> Identifier:
    """The client's option for the secret."""
    return option_name(split_words(chosen.option))


def webhooks_view(chosen: Webhooks, writer: TypeWriter) -> WebhooksView:
    """The calls that check and read webhooks, in a class whose types `writer` writes."""
    text, binary = writer.builtin("str").text, writer.builtin("bytes").text
    one = f"{text} | {binary}"
    event = replace(writer, form="received").write(RefType(EVENTS))
    call, has_time = verify_call(chosen)
    used = ("read_event", *(("DEFAULT_TOLERANCE",) if has_time else ()))
    needs = frozenset(Import(_CORE, name) for name in used)
    return WebhooksView(
        event=event,
        target=event.around("Shape[", "]()", Import("._core.shapes", "Shape")),
        payload=Code(one, needs | writer.builtin("str").needs | writer.builtin("bytes").needs),
        headers=Code(f"Mapping[{text}, {text}]", _abstract("Mapping")),
        keys=Code(f"{one} | Iterable[{one}] | None", _abstract("Iterable")),
        verify=call,
        has_time=has_time,
        tolerance=writer.builtin("float"),
        options=tuple(_options(chosen)),
    )


def _abstract(name: str) -> frozenset[Import]:
    return frozenset({Import("collections.abc", name, typing_only=True)})


def verify_call(chosen: Webhooks) -> tuple[Code, bool]:
    """What of the runtime verifies webhooks, and whether these tell their time."""
    if chosen.scheme == "standard":
        return Code("verify", frozenset({Import(_CORE, "verify")})), True
    needs = frozenset({Import("._core.digests", "verify_digest")})
    return Code("verify_digest", needs), chosen.timestamp is not None


def digest_options(chosen: Webhooks) -> Iterator[EntryView]:
    """How a digest is found and made, where it is not as usual."""
    usual = Webhooks()
    if chosen.header is not None:
        yield EntryView(Identifier("header"), Code(quote(chosen.header)))
    for name in ("prefix", "template", "timestamp"):
        if getattr(chosen, name) != getattr(usual, name):
            yield EntryView(Identifier(name), Code(quote(getattr(chosen, name))))
    if chosen.scheme == "hmac-base64":
        yield EntryView(Identifier("encoding"), Code(quote("base64")))


def _options(chosen: Webhooks) -> Iterator[EntryView]:
    """What the runtime has to be told, where it is not as usual."""
    usual, option = Webhooks(), webhook_option(chosen)
    if option != webhook_option(usual):
        yield EntryView(Identifier("option"), Code(quote(option)))
    if chosen.headers != usual.headers:
        yield EntryView(Identifier("prefix"), Code(quote(chosen.headers)))
    yield from digest_options(chosen)
