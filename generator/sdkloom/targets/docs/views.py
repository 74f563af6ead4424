"""What may a template of the reference see?"""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code


@dataclass(frozen=True, slots=True)
class EntryView:
    """A named thing with a link to where it is told of, and a sentence on it."""

    name: str
    link: Code
    has_note: bool
    note: Code
    has_summary: bool
    summary: str


@dataclass(frozen=True, slots=True)
class PartView:
    """A field, a parameter or a value: what it is called, what it holds, and what is said of it.

    `facts` are short: that it is required, where it travels, what it is by default.
    """

    name: str
    has_type: bool
    type: Code
    has_facts: bool
    facts: Code
    has_about: bool
    about: str


@dataclass(frozen=True, slots=True)
class DefinitionView:
    """A type. It has parts, or is another type by a name of its own."""

    anchor: Identifier
    name: Identifier
    has_about: bool
    about: str
    is_deprecated: bool
    has_target: bool
    target: Code
    has_parts: bool
    lead: Code
    parts: tuple[PartView, ...]
    has_extra: bool
    extra: Code
    former: Code
    has_former: bool


@dataclass(frozen=True, slots=True)
class TypePageView:
    """The page of a type, and of those that belong to it."""

    place: Code
    home: Code
    head: DefinitionView
    inside: tuple[DefinitionView, ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """The parameters of a call that travel in one place."""

    title: Code
    parts: tuple[PartView, ...]


@dataclass(frozen=True, slots=True)
class ProgramView:
    """A program that makes a call: the language it is in, and its text in a fenced block."""

    title: Code
    block: Code


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What a call may answer: when, what, and what the document says of it."""

    when: Code
    has_what: bool
    what: Code
    has_about: bool
    about: str


@dataclass(frozen=True, slots=True)
class CallView:
    """A call: its request, what it takes, and what it answers."""

    anchor: Identifier
    name: str
    request: str
    has_about: bool
    about: str
    is_deprecated: bool
    notes: tuple[Code, ...]
    places: tuple[PlaceView, ...]
    answers: tuple[AnswerView, ...]
    has_failures: bool
    failures: tuple[AnswerView, ...]
    programs: tuple[ProgramView, ...]
    inside: tuple[DefinitionView, ...]


@dataclass(frozen=True, slots=True)
class ResourceView:
    """The page of a resource."""

    name: str
    home: Code
    has_about: bool
    about: str
    calls: tuple[CallView, ...]


@dataclass(frozen=True, slots=True)
class WebhookView:
    """A request that the service makes, and what it carries."""

    name: str
    payload: Code
    has_about: bool
    about: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """The calls of a resource, listed."""

    title: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The page that a reader begins with."""

    title: str
    version: str
    has_about: bool
    about: str
    has_servers: bool
    servers: tuple[AnswerView, ...]
    has_schemes: bool
    schemes: tuple[AnswerView, ...]
    sections: tuple[SectionView, ...]
    has_error: bool
    error: Code
    has_webhooks: bool
    webhooks: tuple[WebhookView, ...]
    has_types: bool
    types: tuple[EntryView, ...]
