"""What may a Python template see?"""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code
from sdkloom.targets.python.imports import ImportBlock


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a dataclass or a key of a TypedDict.

    `default` is what follows the annotation, `= absent` say. A documented field that `stands_apart` follows
    on one that is not.
    """

    name: Identifier
    annotation: Code
    default: Code
    docs: str
    has_docs: bool
    stands_apart: bool = False


@dataclass(frozen=True, slots=True)
class KeyView:
    """A key of a TypedDict that is no identifier."""

    key: str
    annotation: Code


@dataclass(frozen=True, slots=True)
class FormerFieldView:
    """A property under a former name of a field, and what it warns with."""

    name: Identifier
    now: Identifier
    annotation: Code
    property: Code
    mark: Code
    message: str


@dataclass(frozen=True, slots=True)
class DefinitionView:
    """A class or an alias of a type module; one of the `is_` flags is set."""

    name: Identifier
    docs: str
    has_docs: bool
    is_model: bool = False
    is_typed_dict: bool = False
    is_alias: bool = False
    is_empty: bool = False
    base: Code = Code("")
    target: Code = Code("")
    fields: tuple[FieldView, ...] = ()
    has_odd_keys: bool = False
    odd_keys: tuple[KeyView, ...] = ()
    odd_name: Identifier = Identifier("")
    former: tuple[FormerFieldView, ...] = ()


@dataclass(frozen=True, slots=True)
class TypeModuleView:
    """A module of types: the one it is named after, and those defined inside it."""

    summary: str
    imports: ImportBlock
    definitions: tuple[DefinitionView, ...]


@dataclass(frozen=True, slots=True)
class ArgumentView:
    """An argument of a method, with its default as it follows the annotation."""

    name: Identifier
    annotation: Code
    default: Code


@dataclass(frozen=True, slots=True)
class SignatureView:
    """One signature of a method: `positional` may be given by place, `keyword` only by name."""

    positional: tuple[ArgumentView, ...]
    has_keyword: bool
    keyword: tuple[ArgumentView, ...]
    rest_name: Identifier
    rest: Code
    returns: Code


@dataclass(frozen=True, slots=True)
class EntryView:
    """A keyword argument of the request: `json=body` say."""

    name: Identifier
    value: Code


@dataclass(frozen=True, slots=True)
class CaseView:
    """What is answered under a condition on an argument."""

    condition: Code
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method of a resource.

    A former one warns with `message`. `former_names` is the decorator that takes arguments by those. Of a
    call whose arguments are unpacked, `names` is the constant that knows them, and `split` takes them apart.
    """

    name: Identifier
    docs: str
    is_async: bool
    has_pager: bool
    pager: Code
    has_overloads: bool
    overloads: tuple[SignatureView, ...]
    signature: SignatureView
    splits_options: bool
    local: Identifier
    split: Code
    names: tuple[EntryView, ...]
    request: Identifier
    has_verb: bool
    verb: str
    path: str
    cases: tuple[CaseView, ...]
    entries: tuple[EntryView, ...]
    is_former: bool
    mark: Code
    message: str
    has_former_names: bool
    former_names: Code


@dataclass(frozen=True, slots=True)
class ChildView:
    """A resource below another, or below the client; a former name of one warns with `message`."""

    attribute: Identifier
    class_name: Identifier
    annotation: Code
    path: Code
    property: Code = Code("")
    mark: Code = Code("")
    message: str = ""


@dataclass(frozen=True, slots=True)
class WebhooksView:
    """The calls of a resource that check and read webhooks; `event` is the type of what they give.

    It is the `target` of the runtime as well, whose `verify` is told by `options` what is not as usual. The
    others are annotations.
    """

    event: Code
    target: Code
    payload: Code
    headers: Code
    keys: Code
    verify: Code
    has_time: bool
    tolerance: Code
    options: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A resource class, sync or async; `proxies` is the base that gives it those, if it makes requests."""

    name: Identifier
    base: Code
    proxies: Code
    docs: str
    has_children: bool
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]
    has_methods: bool
    former: tuple[ChildView, ...]
    webhooks: tuple[WebhooksView, ...] = ()


@dataclass(frozen=True, slots=True)
class ResourceModuleView:
    """A module of one resource: its sync class and its async twin."""

    summary: str
    imports: ImportBlock
    classes: tuple[ResourceView, ...]
    constants: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ProxiedChildView:
    """The proxy of a resource below another, as an attribute of that one's proxy."""

    attribute: Identifier
    annotation: Code


@dataclass(frozen=True, slots=True)
class ProxyView:
    """A proxy of a resource, whose calls answer with responses as a whole.

    `wrapper` is what makes such a call of a method, `property` the attribute by which a proxy is reached.
    """

    name: Identifier
    docs: str
    resource: Code
    keeps_resource: bool
    wrapper: Identifier
    methods: tuple[Identifier, ...]
    property: Identifier
    children: tuple[ProxiedChildView, ...]


@dataclass(frozen=True, slots=True)
class ProxyModuleView:
    """A module of the proxies of one resource."""

    summary: str
    imports: ImportBlock
    classes: tuple[ProxyView, ...]
    has_former: bool


@dataclass(frozen=True, slots=True)
class ExportView:
    """A public name, and where it is loaded from: `._client`, or `._client:Acme` by another name there."""

    name: str
    home: str


@dataclass(frozen=True, slots=True)
class FormerExportView:
    """A public name that is kept for those who know it, and what it warns with."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class PackageView:
    """An `__init__.py` that loads its names when they are asked for; `imports` tell type checkers of them."""

    summary: str
    core: Code
    has_exports: bool = False
    imports: tuple[Code, ...] = ()
    exports: tuple[ExportView, ...] = ()
    has_folders: bool = False
    folders: tuple[str, ...] = ()
    has_version: bool = False
    version: str = ""
    has_former: bool = False
    former: tuple[FormerExportView, ...] = ()


@dataclass(frozen=True, slots=True)
class CredentialView:
    """A client option that holds a credential, the environment variable behind it, and what it is.

    It is a property as well, unless a resource has its name.
    """

    name: Identifier
    variable: str
    about: str
    has_property: bool


@dataclass(frozen=True, slots=True)
class OptionView:
    """A client option that is no credential; `setting` is what the runtime knows of it.

    It is a property as well, unless a resource has its name.
    """

    name: Identifier
    annotation: Code
    returns: Code
    setting: Code
    variable: str
    docs: str
    has_property: bool


@dataclass(frozen=True, slots=True)
class ErrorView:
    """A named error class of the API and the status it stands for."""

    name: Identifier
    status: Code
    docs: str


@dataclass(frozen=True, slots=True)
class ClientClassView:
    """A client class, sync or async; `options` says what its constructor takes."""

    name: Identifier
    base: Identifier
    http_client: Identifier
    docs: str
    options: str
    resource: ResourceView


@dataclass(frozen=True, slots=True)
class ServerView:
    """A named environment and where the API is found there."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class ClientView:
    """The two client classes."""

    summary: str
    imports: ImportBlock
    max_retries: Code
    credentials: tuple[CredentialView, ...]
    given_credentials: Code
    has_options: bool
    options: tuple[OptionView, ...]
    given_options: Code
    has_servers: bool
    environments: Code
    classes: tuple[ClientClassView, ...]
    constants: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What the runtime is told about the API."""

    imports: ImportBlock
    package: str
    version: str
    title: str
    base_url: str
    has_base_url: bool
    has_servers: bool
    servers: tuple[ServerView, ...]
    variables: tuple[EntryView, ...]
    credentials: tuple[CredentialView, ...]
    auth: tuple[Code, ...]
    security: Code
    retry: tuple[EntryView, ...]
    errors: tuple[ErrorView, ...]
    has_errors: bool
    has_headers: bool
    headers: Code
    has_timeout: bool
    timeout: Code
    has_max_retries: bool
    max_retries: Code
    has_idempotency: bool
    idempotency: str
    has_no_calls: bool
    has_error_type: bool
    error_module: str
    error_name: str
    has_options: bool
    options: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class ErrorsView:
    """The module of the errors: the root of them all, and those that configuration names."""

    root_error: Identifier
    names: tuple[str, ...]
    errors: tuple[ErrorView, ...]
    has_stream_error: bool
    has_webhooks: bool
