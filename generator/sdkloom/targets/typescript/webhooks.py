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

CORE = frozenset({"webhooks.ts"})
"""The file of the runtime that only packages have whose clients read webhooks."""

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
    calls = frozenset({Import(_MODULE, "readEvent"), Import(_MODULE, "verify")})
    given = ", ".join(("this._client, payload, headers, options", *_scheme(chosen)))
    return WebhooksView(writer.write(RefType(EVENTS)), body, parameters, Code(given, calls))


def _scheme(chosen: Webhooks) -> tuple[str, ...]:
    """What the runtime has to be told, where it is not as usual."""
    usual, said = Webhooks(), []
    if webhook_option(chosen) != webhook_option(usual):
        said.append(f"option: {quote(webhook_option(chosen))}")
    if chosen.headers != usual.headers:
        said.append(f"prefix: {quote(chosen.headers)}")
    return (f"{{ {', '.join(said)} }}",) if said else ()
