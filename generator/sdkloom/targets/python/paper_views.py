"""What may the templates of a package's papers see: its README, its reference and its project file?"""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code
from sdkloom.targets.python.views import CredentialView, ErrorView, OptionView


@dataclass(frozen=True, slots=True)
class SectionView:
    """A program of the document with the title it has there."""

    title: str
    code: Code


@dataclass(frozen=True, slots=True)
class ExampleView:
    """A program of the package's `examples/`, in a file of its own."""

    about: str
    program: Code


@dataclass(frozen=True, slots=True)
class ReadmeView:
    """The README of the package; every snippet is a whole program."""

    title: str
    about: str
    distribution: Code
    package: Identifier
    client: Identifier
    root_error: Identifier
    has_proof: bool
    proof: Code
    first: Code
    has_first: bool
    asynchronous: Code
    streaming: Code
    has_streaming: bool
    pages: Code
    has_pages: bool
    upload: Code
    has_upload: bool
    download: Code
    has_download: bool
    errors: Code
    raw: Code
    has_webhooks: bool
    webhooks: Code
    webhook_option: Identifier
    webhook_variable: str
    webhook_header: str
    has_standard_webhooks: bool
    has_webhook_time: bool
    event_type: Identifier
    recipes: tuple[SectionView, ...]
    retried: Code
    cap: Code
    credentials: tuple[CredentialView, ...]
    options: tuple[OptionView, ...]
    named_errors: tuple[ErrorView, ...]
    base_url_variable: str
    log_variable: str
    headers_variable: str


@dataclass(frozen=True, slots=True)
class ReferenceEntryView:
    """A method in the reference: its call, what it takes and gives, and where it stands."""

    call_text: str
    returns: str
    has_summary: bool
    summary: str
    link: Code


@dataclass(frozen=True, slots=True)
class ReferenceSectionView:
    """A resource in the reference."""

    title: str
    methods: tuple[ReferenceEntryView, ...]


@dataclass(frozen=True, slots=True)
class ReferenceTypeView:
    """A type in the reference."""

    name: str
    link: Code
    has_summary: bool
    summary: str


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """`api.md`: every method and type in one line each."""

    title: str
    sections: tuple[ReferenceSectionView, ...]
    types: tuple[ReferenceTypeView, ...]


@dataclass(frozen=True, slots=True)
class ProjectView:
    """The package's `pyproject.toml`."""

    distribution: str
    source_folder: str
    version: str
    about: str
    has_license: bool
    license: str
