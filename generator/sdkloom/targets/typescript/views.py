"""What may a TypeScript template see?"""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code


@dataclass(frozen=True, slots=True)
class FieldView:
    """A property of an interface; `name` has its quotes and its question mark."""

    name: Code
    type: Code
    docs: str
    has_docs: bool


@dataclass(frozen=True, slots=True)
class DefinitionView:
    """An interface or a type, and what stands in its namespace."""

    name: Identifier
    docs: str
    has_docs: bool
    is_interface: bool = False
    target: Code = Code("")
    fields: tuple[FieldView, ...] = ()
    has_inner: bool = False
    inner: tuple[DefinitionView, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureView:
    """One way to call a method."""

    parameters: Code
    returns: Code
    docs: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method of a resource: its signatures, what it takes apart, and the request that it makes."""

    name: Identifier
    docs: str
    has_overloads: bool
    overloads: tuple[SignatureView, ...]
    signature: SignatureView
    statements: tuple[Code, ...]
    request: Code


@dataclass(frozen=True, slots=True)
class ChildView:
    """A resource below another, or below the client."""

    attribute: Identifier
    class_name: Code
    docs: str


@dataclass(frozen=True, slots=True)
class WebhooksView:
    """The calls of a resource that check and read webhooks: what they take, and the type of what they give.

    `verify` is the call of the runtime, and `has_time` says whether webhooks tell their time.
    """

    event: Code
    payload: Code
    parameters: Code
    verify: Code
    has_time: bool


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A resource: a class whose methods are the calls."""

    name: Identifier
    docs: str
    children: tuple[ChildView, ...]
    former: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]
    webhooks: tuple[WebhooksView, ...] = ()


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A file of a resource and its types, or of either; `exports` hand on what another file holds."""

    imports: tuple[Code, ...]
    resources: tuple[ResourceView, ...]
    definitions: tuple[DefinitionView, ...]
    exports: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class CredentialView:
    """A client option that holds a credential, and the environment variable behind it."""

    name: Identifier
    variable: str
    docs: str


@dataclass(frozen=True, slots=True)
class OptionView:
    """A client option that is no credential; `setting` is what the runtime knows of it."""

    name: Identifier
    type: Code
    setting: Code
    variable: str
    docs: str


@dataclass(frozen=True, slots=True)
class ErrorView:
    """A named error class of the API and the status it stands for."""

    name: Identifier
    status: Code
    docs: str


@dataclass(frozen=True, slots=True)
class ClientView:
    """`client.ts`."""

    imports: tuple[Code, ...]
    name: Identifier
    docs: str
    credentials: tuple[CredentialView, ...]
    options: tuple[OptionView, ...]
    has_servers: bool
    environments: Code
    statics: tuple[Identifier, ...]
    resource: ResourceView


@dataclass(frozen=True, slots=True)
class EntryView:
    """A property of an object."""

    name: Code
    value: Code


@dataclass(frozen=True, slots=True)
class SettingsView:
    """`settings.ts`: what the runtime is told about the API."""

    imports: tuple[Code, ...]
    entries: tuple[EntryView, ...]
    variables: tuple[EntryView, ...]
    retry: tuple[EntryView, ...]
    errors: tuple[ErrorView, ...]
    has_servers: bool
    servers: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ErrorsView:
    """`errors.ts`: the errors of the API, of which `root` is the root of them all."""

    root: Identifier
    names: tuple[Identifier, ...]
    has_errors: bool
    errors: tuple[ErrorView, ...]
    has_webhooks: bool


@dataclass(frozen=True, slots=True)
class FormerTypeView:
    """A type under a name that it had."""

    name: Identifier
    target: Code
    docs: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """`index.ts`: everything that is public."""

    client: Identifier
    errors: tuple[Identifier, ...]
    has_pages: bool
    has_webhooks: bool
    types: tuple[Code, ...]
    imports: tuple[Code, ...]
    former: tuple[FormerTypeView, ...]


@dataclass(frozen=True, slots=True)
class PackageView:
    """`package.json` and the entry of CommonJS."""

    name: str
    version: str
    about: str
    client: Identifier
    has_license: bool
    license: str


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
    package: Code
    client: Identifier
    root_error: Identifier
    has_proof: bool
    proof: Code
    has_first: bool
    first: Code
    has_streaming: bool
    streaming: Code
    has_pages: bool
    pages: Code
    has_upload: bool
    upload: Code
    has_download: bool
    download: Code
    has_webhooks: bool
    webhooks: Code
    webhook_option: Identifier
    webhook_variable: str
    webhook_header: str
    has_standard_webhooks: bool
    has_webhook_time: bool
    event_type: Identifier
    recipes: tuple[SectionView, ...]
    errors: Code
    retries: Code
    raw: Code
    hooks: Code
    extra: Code
    retried: Code
    cap: Code
    named_errors: tuple[ErrorView, ...]
    credentials: tuple[CredentialView, ...]
    options: tuple[OptionView, ...]
    base_url_variable: str
    log_variable: str
    headers_variable: str


@dataclass(frozen=True, slots=True)
class ReferenceEntryView:
    """A method or a type in the reference, and where it stands."""

    text: str
    link: Code
    has_returns: bool
    returns: str
    has_summary: bool
    summary: str


@dataclass(frozen=True, slots=True)
class ReferenceSectionView:
    """A resource in the reference."""

    title: str
    entries: tuple[ReferenceEntryView, ...]


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """`api.md`: every method and type in one line each."""

    title: str
    sections: tuple[ReferenceSectionView, ...]
    types: tuple[ReferenceEntryView, ...]
