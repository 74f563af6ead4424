"""What surrounds the resources and types: the client, its settings, the package's face and its papers?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdkloom.config import Config, TargetConfig
from sdkloom.ir.api import EVENTS, Api
from sdkloom.ir.base import Json
from sdkloom.name.call import ResourcePath
from sdkloom.name.settle import Names
from sdkloom.name.spell import Identifier, screaming
from sdkloom.name.words import split_words
from sdkloom.targets.base import Code, Import, collect_needs, join_code
from sdkloom.targets.credentials import fetching_words, option_words, served_schemes
from sdkloom.targets.proof import held_by
from sdkloom.targets.titles import title_words
from sdkloom.targets.typescript.arguments import Arguments
from sdkloom.targets.typescript.auth import options_of, scheme_code
from sdkloom.targets.typescript.calls import SpelledCall
from sdkloom.targets.typescript.imports import import_lines, relative
from sdkloom.targets.typescript.options import option_views
from sdkloom.targets.typescript.pages import simplest_pages
from sdkloom.targets.typescript.resources import ResourceWriter
from sdkloom.targets.typescript.spelled import Home, Spelled, resource_attribute
from sdkloom.targets.typescript.spelling import EXPORTED, SPELLING
from sdkloom.targets.typescript.types import TypeWriter, quote, value_code
from sdkloom.targets.typescript.views import (
    ClientView,
    CredentialView,
    EntryView,
    ErrorsView,
    ErrorView,
    FormerTypeView,
    IndexView,
    OptionView,
    PackageView,
    SettingsView,
)
from sdkloom.targets.typescript.webhooks import ERRORS as WEBHOOK_ERRORS
from sdkloom.targets.typescript.webhooks import webhook_option
from sdkloom.targets.wording import named

_ERRORS = tuple(
    Identifier(name)
    for name in (
        "APIError APIConnectionError APIConnectionTimeoutError APIUserAbortError APIResponseValidationError "
        "StreamError BadRequestError AuthenticationError PermissionDeniedError NotFoundError ConflictError "
        "UnprocessableEntityError RateLimitError InternalServerError"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Project:
    """Everything that the surrounding files are made from."""

    api: Api
    config: Config
    target: TargetConfig
    package: str
    client: Identifier
    names: Names
    spelled: Spelled
    arguments: Mapping[str, Arguments]
    calls: Mapping[str, str]
    listed: Mapping[ResourcePath, tuple[SpelledCall, ...]]

    @property
    def root_error(self) -> Identifier:
        """The class that every error of the package derives from."""
        name = Identifier(f"{self.client}Error")
        return name if name not in EXPORTED else Identifier("SDKError")

    @property
    def has_webhooks(self) -> bool:
        """Does the client check and read webhooks?"""
        return EVENTS in self.api.definitions

    @property
    def webhooks_call(self) -> str:
        """The resource that checks and reads webhooks, behind the client; "" where there is none."""
        path = self.names.webhooks or ()
        return ".".join(resource_attribute(path[: depth + 1]) for depth in range(len(path)))

    @property
    def error_names(self) -> tuple[Identifier, ...]:
        """All error classes: the root, the usual ones, and those of this API."""
        webhooks = WEBHOOK_ERRORS if self.has_webhooks else ()
        return (self.root_error, *_ERRORS, *webhooks, *(error.name for error in self.errors()))

    @property
    def version(self) -> str:
        """The version of the package: chosen, or 0.1.0."""
        return self.target.version or "0.1.0"

    def variable(self, suffix: str) -> str:
        """The usual environment variable: the prefix, or the words of the client's name, and a suffix."""
        prefix = self.config.environment.prefix
        return screaming((*((prefix,) if prefix else split_words(self.client)), *split_words(suffix)))

    def servers(self) -> dict[str, str]:
        """The environments of the API, where there are several."""
        named = {server.name: server.template or server.url for server in self.api.servers if server.name}
        return named if len(named) > 1 else {}

    def credentials(self) -> tuple[CredentialView, ...]:
        """The client's options for credentials, one or two for each security scheme."""
        found: dict[Identifier, CredentialView] = {}
        for scheme in served_schemes(self.api):
            words = (*option_words(scheme), *fetching_words(scheme))
            for name, own, held in zip(options_of(scheme), words, held_by(scheme), strict=True):
                chosen = self.config.environment.credentials.get("_".join(own))
                variable = chosen or self.variable("_".join(own))
                about = f"{held.text}; by default the value of `{variable}`."
                found[name] = CredentialView(name, variable, about)
        if self.has_webhooks:
            option = "_".join(split_words(self.config.webhooks.option))
            variable = self.config.environment.credentials.get(option) or self.variable(option)
            docs = f"The secret of webhooks; by default the value of `{variable}`."
            name = webhook_option(self.config.webhooks)
            found[name] = CredentialView(name, variable, docs)
        return tuple(found.values())

    def options(self) -> tuple[OptionView, ...]:
        """The client's options that are no credentials."""
        taken = {view.name for view in self.credentials()}
        chosen = self.config.environment.credentials
        return tuple(option_views(self.api, taken, lambda name: chosen.get(name) or self.variable(name)))

    def errors(self) -> tuple[ErrorView, ...]:
        """The error classes that configuration names."""
        return tuple(
            ErrorView(
                SPELLING.keep("type", name), Code(str(status)), f"The API answered with status {status}."
            )
            for status, name in self.config.errors.items()
        )

    def environment(self) -> dict[str, str]:
        """The variables of the client's own."""
        chosen = self.config.environment
        return {
            "baseURL": chosen.base_url or self.variable("base_url"),
            "log": chosen.log or self.variable("log"),
            "headers": chosen.headers or self.variable("custom_headers"),
        }


def client_view(project: Project, writer: ResourceWriter) -> ClientView:
    """`client.ts`: the client, with the resources and the methods at the root of the tree."""
    types = TypeWriter(project.api, project.spelled, (Identifier("client"),), "received")
    resource = writer.root(types)
    statics = project.error_names
    needs = set(collect_needs(resource))
    needs |= {Import("core/client", "BaseClient"), Import("core/options", "BaseClientOptions", True)}
    needs |= {Import("errors", name) for name in statics}
    needs |= {Import("settings", "settings"), Import("core/uploads", "toFile")}
    servers = project.servers()
    needs |= {Import("settings", "servers")} if servers else set()
    docs = f"Client for {named(project.api.title)}. It never changes once it is made, and may be shared."
    return ClientView(
        import_lines(needs, "client"),
        project.client,
        docs,
        project.credentials(),
        project.options(),
        bool(servers),
        Code(" | ".join(quote(name) for name in servers)),
        statics,
        resource,
    )


def settings_view(project: Project) -> SettingsView:
    """`settings.ts`."""
    api, retry = project.api, project.config.retry
    served = {scheme.name.wire for scheme in served_schemes(api)}
    security = [[name for name in names if name in served] for names in api.security]
    base_url = (api.servers[0].template or api.servers[0].url) if api.servers else ""
    base_url = base_url if "://" in base_url else ""
    auth = join_code(", ", [code for scheme in served_schemes(api) for code in scheme_code(api, scheme)])
    entries = {
        "package": quote(project.package),
        "version": quote(project.version),
        "title": quote(api.title),
        "baseURL": quote(base_url.rstrip("/")),
        **({} if api.operations else {"hasCalls": "false"}),
        "auth": f"[{auth.text}]",
        "security": value_code(security).text,
    }
    if api.options:
        entries["options"] = f"[{', '.join(view.setting.text for view in project.options())}]"
    entries |= _usual(project)
    variables = project.environment()
    variables |= {str(view.name): view.variable for view in project.credentials()}
    variables |= {str(view.name): view.variable for view in project.options()}
    policy: dict[str, Json] = {
        "attempts": retry.attempts,
        "statuses": tuple(sorted(retry.statuses)),
        "serverErrors": retry.server_errors,
        "initial": _plain(retry.initial),
        "maximum": _plain(retry.maximum),
        "cap": _plain(retry.cap),
    }
    needs = {Import("internal/settings", "Settings", True), *auth.needs}
    needs |= {Import("errors", error.name) for error in project.errors()}
    return SettingsView(
        import_lines(needs, "settings"),
        tuple(EntryView(Code(name), Code(text)) for name, text in entries.items()),
        tuple(EntryView(Code(name), Code(quote(text))) for name, text in variables.items()),
        tuple(EntryView(Code(name), value_code(value)) for name, value in policy.items()),
        project.errors(),
        bool(project.servers()),
        tuple(EntryView(Code(name), Code(quote(url))) for name, url in project.servers().items()),
    )


def _usual(project: Project) -> dict[str, str]:
    """What a request has where nobody says."""
    config = project.config
    found: dict[str, str] = {}
    if config.headers:
        found["headers"] = value_code(dict(config.headers)).text
    if config.timeout is not None:
        found["timeout"] = value_code(config.timeout * 1000).text
    if config.idempotency is not None:
        found["idempotencyHeader"] = quote(config.idempotency)
    return found


def _plain(number: float) -> int | float:
    return int(number) if number == int(number) else number


def errors_view(project: Project) -> ErrorsView:
    """`errors.ts`."""
    own = project.errors()
    return ErrorsView(project.root_error, _ERRORS, bool(own), own, project.has_webhooks)


def index_view(project: Project) -> IndexView:
    """`index.ts`."""
    former = tuple(
        FormerTypeView(name, Code(home.name, _import(home)), f"@deprecated Use `{home.name}` instead.")
        for name, home in project.spelled.former
    )
    imports = import_lines(collect_needs(former), "index")
    has_pages = simplest_pages(project.api) is not None
    types = tuple(_exports(project.spelled))
    return IndexView(
        project.client, project.error_names, has_pages, project.has_webhooks, types, imports, former
    )


def _import(home: Home) -> frozenset[Import]:
    return frozenset({Import("/".join(home.module), home.name, True)})


def _exports(spelled: Spelled) -> Iterator[Code]:
    aliases: dict[str, list[str]] = {}
    for alias, home in spelled.others:
        aliases.setdefault("/".join(home.module), []).append(f"{home.name} as {alias}")
    for module, listed in sorted(spelled.files.items()):
        place = "/".join(module)
        names = sorted([*(str(placed.home.name) for placed in listed), *aliases.get(place, [])])
        yield Code(f"export type {{ {', '.join(names)} }} from '{relative(place, 'index')}';")


def package_view(project: Project) -> PackageView:
    """`package.json`."""
    about = f"TypeScript client for {named(project.api.title)}"
    license = project.config.license
    return PackageView(project.package, project.version, about, project.client, bool(license), license or "")


def default_package(api: Api, target: TargetConfig) -> str:
    """The name to install: chosen, or made of the import name or of the title."""
    if target.distribution:
        return target.distribution
    if target.package:
        return target.package.replace("_", "-").lower()
    return "-".join(title_words(api.title) or ["api"])


def default_client(api: Api) -> Identifier:
    """The client class where none is chosen: the words of the title without a final `API`."""
    words = title_words(api.title)
    words = words[:-1] if len(words) > 1 and words[-1] == "api" else words
    return SPELLING.spell("type", words or ["client"])
