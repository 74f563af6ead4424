"""What does the page say that a reader begins with?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdkloom.ir.api import Api, AuthKind, AuthScheme, Operation, Place, Webhook
from sdkloom.ir.base import Docs
from sdkloom.name.call import ResourcePath
from sdkloom.targets.base import Code
from sdkloom.targets.docs.definitions import DefinitionWriter, answer_view, other_names, said
from sdkloom.targets.docs.places import OVERVIEW, Spot, target
from sdkloom.targets.docs.spelling import SPELLING
from sdkloom.targets.docs.types import TypeWriter
from sdkloom.targets.docs.views import EntryView, OverviewView, SectionView, WebhookView
from sdkloom.targets.layout import first_sentence
from sdkloom.targets.markdown import inline_code
from sdkloom.targets.wording import ended


@dataclass(frozen=True, slots=True)
class OverviewWriter:
    """Writes the page that leads to all others."""

    api: Api
    definitions: DefinitionWriter

    @property
    def _types(self) -> TypeWriter:
        return TypeWriter(self.definitions.places, OVERVIEW)

    def overview(self) -> OverviewView:
        """`README.md`."""
        api = self.api
        servers = tuple(answer_view(inline_code(one.url), one.name, one.docs) for one in api.servers)
        schemes = tuple(answer_view(f"`{'_'.join(s.name.words)}`", _scheme(s), s.docs) for s in api.auth)
        webhooks = tuple(self._webhook(webhook) for webhook in api.webhooks)
        types = tuple(self._listed_types())
        return OverviewView(
            title=api.title,
            version=api.version,
            has_about=bool(said(api.docs)),
            about=said(api.docs),
            has_servers=bool(servers),
            servers=servers,
            has_schemes=bool(schemes),
            schemes=schemes,
            sections=tuple(self._sections()),
            has_error=api.error is not None,
            error=self._types.write(api.error) if api.error is not None else Code(""),
            has_webhooks=bool(webhooks),
            webhooks=webhooks,
            has_types=bool(types),
            types=types,
        )

    def _sections(self) -> Iterator[SectionView]:
        sections: dict[ResourcePath, list[EntryView]] = {}
        calls = self.definitions.names.calls
        for operation in self.api.operations:
            entries = sections.setdefault(calls[operation.id].resources, [])
            entries.append(self._entry(operation))
        for path, entries in sections.items():
            yield SectionView(resource_title(path), tuple(entries))

    def _entry(self, operation: Operation) -> EntryView:
        spot = self.definitions.places.calls[operation.id]
        request = Code(inline_code(f"{operation.method.upper()} {operation.path}"))
        return _entry(spot, request, operation.docs)

    def _listed_types(self) -> Iterator[EntryView]:
        found = self.definitions
        spots = ((id, spot) for id, spot in found.places.types.items() if not spot.anchor)
        for id, spot in sorted(spots, key=lambda each: (each[1].name.lower(), each[1].page)):
            others = other_names(found.names.types[id])
            note = Code(f"also {', '.join(f'`{name}`' for name in others)}" if others else "")
            yield _entry(spot, note, found.definitions[id].docs)

    def _webhook(self, webhook: Webhook) -> WebhookView:
        about = said(webhook.docs)
        return WebhookView(webhook.name.wire, self._types.write(webhook.type), bool(about), about)


def resource_title(path: ResourcePath) -> str:
    """What a resource is called on its page."""
    return ".".join(SPELLING.spell("function", words) for words in path) or "The client itself"


def _entry(spot: Spot, note: Code, docs: Docs) -> EntryView:
    summary = ended(first_sentence(docs.summary or docs.body))
    return EntryView(spot.name, Code(target(OVERVIEW, spot)), bool(note.text), note, bool(summary), summary)


def _scheme(scheme: AuthScheme) -> str:
    match scheme.kind:
        case AuthKind.BEARER:
            grants = ", ".join(dict.fromkeys(flow.grant.value for flow in scheme.flows))
            return f"a bearer token{f', by OAuth 2 ({grants})' if grants else ''}"
        case AuthKind.BASIC:
            return "a user and a password, by basic authentication"
        case AuthKind.MUTUAL_TLS:
            return "a certificate of the client"
    where = {Place.QUERY: "the query parameter", Place.COOKIE: "the cookie"}
    return f"a key in {where.get(scheme.place or Place.HEADER, 'the header')} {inline_code(scheme.parameter)}"
