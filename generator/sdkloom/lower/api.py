"""What is the API as a whole?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api
from sdkloom.ir.base import Docs, Json
from sdkloom.ir.check import check_api
from sdkloom.ir.walk import open_received_values
from sdkloom.load import Document
from sdkloom.lower.auth import lower_auth, lower_scopes, lower_security
from sdkloom.lower.docs import lower_docs
from sdkloom.lower.errors import common_error
from sdkloom.lower.keywords import report_keywords
from sdkloom.lower.operations import lower_operations, lower_servers
from sdkloom.lower.paging import Paging
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.webhooks import lower_webhooks


def lower(document: Document, config: Config, report: Report) -> Api:
    """Lower a document to the IR.

    What cannot be modelled is reported and stays out, and everything around it is kept.
    """
    info = document.root.get("info")
    about = info if isinstance(info, Mapping) else {}
    schemas = Schemas(document, report)
    schemas.lower_components()
    auth = lower_auth(document, report)
    paging = Paging(schemas, config)
    operations, omissions = lower_operations(schemas, auth, paging)
    paging.finish()
    webhooks, events = lower_webhooks(schemas)
    definitions = schemas.finish()
    definitions |= {events.id: events} if events is not None else {}
    report_keywords(document, report)
    api = Api(
        title=str(about.get("title", "API")),
        version=str(about.get("version", "")),
        docs=lower_docs(about),
        servers=lower_servers(document.root.get("servers")),
        operations=operations,
        definitions=definitions,
        auth=auth,
        security=lower_security(document.root.get("security"), auth) or (),
        scopes=lower_scopes(document.root.get("security"), auth) or (),
        error=common_error(operations),
        source=document.source("#"),
        omissions=omissions,
        sent=schemas.used("sent"),
        received=schemas.used("received"),
        webhooks=webhooks,
        tags=tuple(_tags(document.root.get("tags"))),
    )
    api = open_received_values(api)
    check_api(api)
    return api


def _tags(node: Json) -> Iterator[tuple[str, Docs]]:
    for tag in node if isinstance(node, list) else ():
        if isinstance(tag, Mapping) and (docs := lower_docs(tag)).body:
            yield str(tag.get("name", "")), replace(docs, summary="")
