"""What surrounds the resources and types: the clients, their settings, the package's face and its papers?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from textwrap import indent

from sdkloom.config import Config, Retry, TargetConfig
from sdkloom.ir.api import EVENTS, Api, Resource
from sdkloom.ir.types import RefType
from sdkloom.name.call import ResourcePath, resource_paths
from sdkloom.name.settle import Names
from sdkloom.name.spell import Identifier, screaming
from sdkloom.targets.base import Code, Import, collect_needs, join_code
from sdkloom.targets.credentials import served_schemes
from sdkloom.targets.layout import wrap_prose
from sdkloom.targets.proof import held_by
from sdkloom.targets.python.arguments import Arguments
from sdkloom.targets.python.auth import options_of, scheme_code
from sdkloom.targets.python.calls import CallWriter, SpelledCall, constants_of
from sdkloom.targets.python.docs import closed, plain
from sdkloom.targets.python.imports import import_block
from sdkloom.targets.python.options import option_docs, option_views
from sdkloom.targets.python.packages import Export, Folder, package_view
from sdkloom.targets.python.paper_views import ProjectView
from sdkloom.targets.python.spelled import Spelled, resource_attribute
from sdkloom.targets.python.spelling import SPELLING
from sdkloom.targets.python.types import quote, value_code
from sdkloom.targets.python.views import (
    ClientClassView,
    ClientView,
    CredentialView,
    EntryView,
    ErrorsView,
    ErrorView,
    OptionView,
    PackageView,
    ServerView,
    SettingsView,
)
from sdkloom.targets.python.webhooks import webhook_option
from sdkloom.targets.titles import title_words
from sdkloom.targets.wording import named

_CORE = {
    "response": "APIResponse AsyncAPIResponse BinaryResponse AsyncBinaryResponse",
    "model": "BaseModel Unknown",
    "unset": "Omit omit NotGiven not_given NOT_GIVEN",
    "options": "RequestOptions Timeout DEFAULT_TIMEOUT DEFAULT_MAX_RETRIES DEFAULT_CONNECTION_LIMITS",
    "transport": "DefaultHttpxClient DefaultAsyncHttpxClient",
    "uploads": "FileTypes file_from_path",
    "errors": "APIError APIStatusError APITimeoutError APIConnectionError APIResponseValidationError "
    "BadRequestError AuthenticationError PermissionDeniedError NotFoundError ConflictError "
    "UnprocessableEntityError RateLimitError InternalServerError",
}


@dataclass(frozen=True, slots=True)
class Project:
    """Everything that the surrounding files are made from."""

    api: Api
    config: Config
    target: TargetConfig
    package: Identifier
    client: Identifier
    spelled: Spelled
    arguments: Mapping[str, Arguments]
    calls: Mapping[str, str]
    listed: Mapping[ResourcePath, tuple[SpelledCall, ...]]
    names: Names

    @property
    def tree(self) -> Resource:
        """The resources, from the root."""
        return self.names.root

    @property
    def root_error(self) -> Identifier:
        """The class that every error of the package derives from."""
        return Identifier(f"{self.client}Error")

    @property
    def version(self) -> str:
        """The version of the package: chosen, or 0.1.0."""
        return self.target.version or "0.1.0"

    @property
    def distribution(self) -> str:
        """The name under which the package is installed."""
        return self.target.distribution or self.package.replace("_", "-").lower()

    @property
    def has_webhooks(self) -> bool:
        """Does the client check and read webhooks?"""
        return EVENTS in self.api.definitions

    @property
    def webhooks_call(self) -> str:
        """The resource that checks and reads webhooks, behind the client; "" where there is none."""
        path = next((path for path, node in resource_paths(self.tree) if node.unwraps), ())
        return ".".join(resource_attribute(path[: depth + 1]) for depth in range(len(path)))

    def variable(self, suffix: str) -> str:
        """The usual environment variable: the chosen prefix or the package's name, and a suffix."""
        return screaming((self.config.environment.prefix or self.package, suffix)).upper()

    def servers(self) -> tuple[ServerView, ...]:
        """The named environments of the API."""
        named = (server for server in self.api.servers if server.name)
        return tuple(ServerView(server.name, server.template or server.url) for server in named)

    def credentials(self) -> tuple[CredentialView, ...]:
        """The client's options for credentials: those of each security scheme, and the secret of webhooks."""
        found: dict[Identifier, CredentialView] = {}
        resources = {resource_attribute((child.name.words,)) for child in self.tree.children}
        held = [
            (option, one.text)
            for scheme in served_schemes(self.api)
            for option, one in zip(options_of(scheme), held_by(scheme), strict=True)
        ]
        if self.has_webhooks:
            held.append((webhook_option(self.config.webhooks), "The secret of webhooks"))
        for option, about in held:
            variable = self.config.environment.credentials.get(option) or self.variable(option)
            found[option] = CredentialView(option, variable, about, option not in resources)
        return tuple(found.values())

    def options(self) -> tuple[OptionView, ...]:
        """The client's options that are no credentials."""
        taken = {view.name for view in self.credentials()}
        resources = {resource_attribute((child.name.words,)) for child in self.tree.children}
        chosen = self.config.environment.credentials
        named = option_views(self.api, taken, resources, lambda name: chosen.get(name) or self.variable(name))
        return tuple(named)


def settings_view(project: Project) -> SettingsView:
    """`_settings.py`."""
    api, config = project.api, project.config
    auth = tuple(code for scheme in served_schemes(api) for code in scheme_code(api, scheme))
    error = project.spelled.received.get(api.error.id) if isinstance(api.error, RefType) else None
    environment = config.environment
    variables = {
        "base_url": environment.base_url or project.variable("base_url"),
        "log": environment.log or project.variable("log"),
        "headers": environment.headers or project.variable("custom_headers"),
    }
    variables |= {str(option.name): option.variable for option in project.options()}
    retry = {
        "statuses": (
            f"frozenset({{{', '.join(map(str, sorted(config.retry.statuses)))}}})"
            if config.retry.statuses
            else "frozenset()"
        ),
        "server_errors": repr(config.retry.server_errors),
        "initial": repr(float(config.retry.initial)),
        "maximum": repr(float(config.retry.maximum)),
        "cap": repr(float(config.retry.cap)),
    }
    served = {scheme.name.wire for scheme in served_schemes(api)}
    base_url = (api.servers[0].template or api.servers[0].url) if api.servers else ""
    base_url = base_url if "://" in base_url else ""
    view = SettingsView(
        imports=import_block((), ("_settings",)),
        package=project.package,
        version=project.version,
        title=api.title,
        base_url=base_url,
        has_base_url=bool(base_url),
        has_servers=len(project.servers()) > 1,
        servers=project.servers(),
        variables=tuple(EntryView(Identifier(key), Code(quote(name))) for key, name in variables.items()),
        credentials=project.credentials(),
        auth=auth,
        security=_alternatives(api.security, served),
        retry=tuple(EntryView(Identifier(key), Code(text)) for key, text in retry.items()),
        errors=error_views(project),
        has_errors=bool(config.errors),
        has_headers=bool(api.headers),
        headers=value_code(dict(api.headers)),
        has_timeout=config.timeout is not None,
        timeout=Code(repr(config.timeout)),
        has_max_retries=config.retry.attempts != Retry().attempts,
        max_retries=Code(str(config.retry.attempts)),
        has_idempotency=config.idempotency is not None,
        idempotency=config.idempotency or "",
        has_no_calls=not api.operations,
        has_error_type=error is not None,
        error_module="." + ".".join(error.module) if error is not None else "",
        error_name=error.name if error is not None else "",
        has_options=bool(api.options),
        options=tuple(option.setting for option in project.options()),
    )
    needs = set(collect_needs(view)) | {
        Import("._core.options", "Settings"),
        Import("._core.retry", "RetryPolicy"),
    }
    needs |= {Import(".errors", error.name) for error in view.errors}
    return replace(view, imports=import_block(needs, ("_settings",)))


def _alternatives(alternatives: tuple[tuple[str, ...], ...], served: set[str]) -> Code:
    kept = [[name for name in names if name in served] for names in alternatives]
    inner = ", ".join(
        f"({', '.join(quote(n) for n in names)}{',' if len(names) == 1 else ''})" for names in kept
    )
    return Code(f"({inner}{',' if len(kept) == 1 else ''})")


def error_views(project: Project) -> tuple[ErrorView, ...]:
    """The error classes that configuration names."""
    return tuple(
        ErrorView(SPELLING.keep("type", name), Code(str(status)), f"The API answered with status {status}.")
        for status, name in project.config.errors.items()
    )


def client_view(project: Project, writer: CallWriter) -> ClientView:
    """`_client.py`: both clients, with the resources and the methods at the root of the tree."""
    title = named(project.api.title)
    docs = {
        False: f"Client for {title}.\n\nIt may be shared between threads. Use it as a context manager, or "
        "call `close()`, to release its connections.",
        True: f"Asynchronous client for {title}.\n\nUse it as an asynchronous context manager, or call "
        "`close()`, to release its connections.",
    }
    elsewhere = f"Takes the options of `{project.client}`, with an asynchronous client as `http_client`."
    classes = []
    for is_async in (False, True):
        prefix = "Async" if is_async else ""
        resource = writer.root(project.tree, is_async)
        classes.append(
            ClientClassView(
                name=Identifier(f"{prefix}{project.client}"),
                base=Identifier(f"{prefix}BaseClient"),
                http_client=Identifier(f"{prefix}HTTPClient"),
                docs=closed(wrap_prose(docs[is_async], 93)),
                options=_option_docs(project) if not is_async else elsewhere,
                resource=replace(resource, name=Identifier(f"{prefix}{project.client}")),
            )
        )
    retries = _max_retries(project)
    needs = set(collect_needs((*classes, *(option.returns for option in project.options()))))
    needs |= writer.overload_needs(tuple(view.resource for view in classes))
    needs |= {Import("._core.client", name) for name in ("BaseClient", "AsyncBaseClient")}
    needs |= {
        Import("._settings", "SETTINGS"),
        Import("._core.unset", "not_given"),
        *retries.needs,
    }
    needs |= {
        Import("._core.unset", "NotGiven"),
        Import("._core.options", "Timeout", True),
        Import("._core.options", "Hook", True),
        Import("collections.abc", "Mapping", True),
    }
    needs |= {Import("._core.transport", name, True) for name in ("HTTPClient", "AsyncHTTPClient")}
    if len(project.servers()) > 1:
        needs |= {Import("._settings", "SERVERS"), Import("typing", "Literal", True)}
    names = " and ".join(f"`{view.name}`" for view in classes)
    return ClientView(
        f"The clients: {names}.",
        import_block(needs, ("_client",)),
        retries,
        project.credentials(),
        _by_name(project.credentials()),
        bool(project.api.options),
        project.options(),
        _by_name(project.options()),
        len(project.servers()) > 1,
        join_code(", ", (Code(quote(server.name)) for server in project.servers())),
        tuple(classes),
        constants_of(tuple(view.resource for view in classes)),
    )


def _by_name(views: tuple[CredentialView, ...] | tuple[OptionView, ...]) -> Code:
    """A dictionary of what the constructor was given."""
    return Code(f"{{{', '.join(f'{quote(view.name)}: {view.name}' for view in views)}}}")


def _max_retries(project: Project) -> Code:
    usual = Code("DEFAULT_MAX_RETRIES", frozenset({Import("._core.options", "DEFAULT_MAX_RETRIES")}))
    attempts = project.config.retry.attempts
    return usual if attempts == Retry().attempts else Code(str(attempts))


_OPTION_DOCS = """\
base_url: Where the API is found.
timeout: Seconds that each attempt may take, or a `Timeout`; `None` waits forever.
deadline: Seconds that a call may take in all; `None` sets no end.
max_retries: How often a failed request is sent again.
default_headers: Headers of every request.
default_query: Query parameters of every request.
http_client: An HTTP client of your own; it stays yours to close.
http_auth: Signs every request: what the HTTP library takes as `auth`, a function say.
strict_validation: Whether an answer that is not as its type says is an error.
before_request: Called with each request before it is sent; it may change it.
after_response: Called with each response.
"""


def _option_docs(project: Project) -> str:
    credentials = "".join(
        option_docs(f"{option.name}: {option.about}; by default the value of `{option.variable}`.")
        for option in project.credentials()
    )
    servers = project.servers()
    environment = f"environment: Which server to use; {servers[0].name} is usual.\n" if servers[1:] else ""
    own = "".join(f"{option.docs}\n" for option in project.options())
    listed = indent(credentials + own + environment + _OPTION_DOCS, "    ")
    return (
        f"Options that are not given come from the environment, where a variable is named.\n\nArgs:\n{listed}"
    )


def init_view(project: Project, used: Mapping[str, str]) -> PackageView:
    """The package's `__init__.py`, with the public names of the parts of the runtime that are used."""
    client = project.client
    clients = {client: client, Identifier(f"Async{client}"): Identifier(f"Async{client}")}
    clients = {
        Identifier("Client"): client,
        Identifier("AsyncClient"): Identifier(f"Async{client}"),
        **clients,
    }
    exports = [Export(name, _place("_client"), origin) for name, origin in clients.items()]
    for module, names in {**_CORE, **used}.items():
        exports += [
            Export(Identifier(name), _place("_core", module), Identifier(name)) for name in names.split()
        ]
    exports.append(Export(project.root_error, _place("_core", "errors"), Identifier("SDKError")))
    exports += [Export(error.name, _place("errors"), error.name) for error in error_views(project)]
    summary = plain(project.api.docs, project.api.title, 0)
    return package_view(summary, (), exports, _place("types"), project.version)


def _place(*parts: str) -> Folder:
    return tuple(map(Identifier, parts))


def errors_view(project: Project, used: Mapping[str, str]) -> ErrorsView:
    """`errors.py`, with the errors of the parts of the runtime that are used."""
    own = error_views(project)
    names = [project.root_error, *_CORE["errors"].split(), *(error.name for error in own)]
    names += [name for module in used.values() for name in module.split() if name.endswith("Error")]
    return ErrorsView(project.root_error, tuple(sorted(names)), own, "streaming" in used, "webhooks" in used)


def project_view(project: Project) -> ProjectView:
    """`pyproject.toml`."""
    return ProjectView(
        project.distribution,
        f"src/{project.package}",
        project.version,
        f"Python client for {named(project.api.title)}",
        bool(project.config.license),
        project.config.license or "",
    )


def default_package(api: Api) -> Identifier:
    """The import name where none is chosen: the words of the title."""
    return SPELLING.spell("module", title_words(api.title) or ["api"])


def default_client(api: Api) -> Identifier:
    """The client class where none is chosen: the words of the title without a final `API`."""
    words = title_words(api.title)
    words = words[:-1] if len(words) > 1 and words[-1] == "api" else words
    return SPELLING.spell("type", words or ["client"])
