"""How does a resource check and read webhooks?"""

from __future__ import annotations

from sdkloom.config import Webhooks
from sdkloom.ir.api import EVENTS
from sdkloom.ir.types import RefType
from sdkloom.name.spell import Identifier
from sdkloom.name.words import split_words
from sdkloom.targets.base import Code, Import
from sdkloom.targets.typescript.auth import option_name
from sdkloom.targets.typescript.types import TypeWriter, quote
from sdkloom.targets.typescript.views import WebhooksView

CORE = frozenset({"webhooks.ts", "digests.ts"})
"""The files of the runtime that only packages have whose clients read webhooks."""

DIGESTS = frozenset({"digests.ts"})
"""That of webhooks which a digest signs."""

ERRORS = (Identifier("InvalidWebhookSignatureError"), Identifier("InvalidWebhookPayloadError"))

_MODULE = "core/webhooks"


def webhook_option(chosen: Webhooks) -> Identifier:
    """The client's option for the secret."""
    return option_name(split_words(chosen.option))


def webhooks_view(chosen: Webhooks, writer: TypeWriter) -> WebhooksView:
    """The calls that check and read webhooks, in a class whose types `writer` writes."""
    body, headers, options = (
        Code(name, frozenset({Import(_MODULE, name, True)}))
        for name in ("ReceivedBody", "ReceivedHeaders", "VerifyOptions")
    )
    parameters = Code(
        f"payload: {body.text}, headers: {headers.text}, options: {options.text} = {{}}",
        body.needs | headers.needs | options.needs,
    )
    module, call = (_MODULE, "verify") if chosen.scheme == "standard" else ("core/digests", "verifyDigest")
    given = ", ".join(("this._client, payload, headers, options", *_scheme(chosen)))
    return WebhooksView(
        writer.write(RefType(EVENTS)),
        body,
        parameters,
        Code(f"{call}({given})", frozenset({Import(_MODULE, "readEvent"), Import(module, call)})),
        chosen.scheme == "standard" or chosen.timestamp is not None,
    )


def digest_options(chosen: Webhooks) -> list[str]:
    """How a digest is found and made, where it is not as usual."""
    usual = Webhooks()
    names = ("header", "prefix", "template", "timestamp")
    said = [
        f"{name}: {quote(getattr(chosen, name))}"
        for name in names
        if getattr(chosen, name) != getattr(usual, name)
    ]
    return [*said, *(["encoding: 'base64'"] if chosen.scheme == "hmac-base64" else [])]


def _scheme(chosen: Webhooks) -> tuple[str, ...]:
    """What the runtime has to be told, where it is not as usual."""
    usual, said = Webhooks(), []
    if webhook_option(chosen) != webhook_option(usual):
        said.append(f"option: {quote(webhook_option(chosen))}")
    if chosen.headers != usual.headers:
        said.append(f"prefix: {quote(chosen.headers)}")
    said += digest_options(chosen)
    return (f"{{ {', '.join(said)} }}",) if said else ()
