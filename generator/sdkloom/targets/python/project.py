"""What surrounds the resources and types: the clients, their settings, the package's face and its papers?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.config import Config, TargetConfig
from sdkloom.ir.api import Api, AuthKind, AuthScheme, Operation, Resource
from sdkloom.ir.types import RefType
from sdkloom.name.spell import Identifier, screaming
from sdkloom.name.words import split_words
from sdkloom.targets.base import Code, Import, collect_needs
from sdkloom.targets.layout import first_sentence, wrap_prose
from sdkloom.targets.python.arguments import Arguments
from sdkloom.targets.python.calls import CallWriter
from sdkloom.targets.python.docs import plain
from sdkloom.targets.python.format import format_python
from sdkloom.targets.python.imports import import_block
from sdkloom.targets.python.models import TypesPlan
from sdkloom.targets.python.samples import SampleWriter, downloads, headline, uploads
from sdkloom.targets.python.spelled import Spelled, resource_paths
from sdkloom.targets.python.spelling import SPELLING
from sdkloom.targets.python.types import quote
from sdkloom.targets.python.views import (
    ClientClassView,
    ClientView,
    CredentialView,
    EntryView,
    ErrorView,
    ExportView,
    InitView,
    ProjectView,
    ReadmeView,
    ReferenceEntryView,
    ReferenceSectionView,
    ReferenceTypeView,
    ReferenceView,
    SectionView,
    SettingsView,
)

_CORE = {
    "streaming": "Stream AsyncStream",
    "response": "APIResponse AsyncAPIResponse BinaryResponse AsyncBinaryResponse",
    "model": "BaseModel Unknown",
    "unset": "Omit omit NotGiven not_given NOT_GIVEN",
    "options": "RequestOptions Timeout DEFAULT_TIMEOUT DEFAULT_MAX_RETRIES DEFAULT_CONNECTION_LIMITS",
    "transport": "DefaultHttpxClient DefaultAsyncHttpxClient",
    "uploads": "FileTypes file_from_path",
    "errors": "APIError APIStatusError APITimeoutError APIConnectionError APIResponseValidationError StreamError "
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
    tree: Resource

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

    def variable(self, suffix: str) -> str:
        """The usual environment variable: the package's name and a suffix."""
        return screaming((self.package, suffix)).upper()

    def credentials(self) -> tuple[CredentialView, ...]:
        """The client's options for credentials, one or two for each security scheme."""
        found: dict[Identifier, CredentialView] = {}
        for scheme in self._served():
            for option in self.options_of(scheme):
                chosen = self.config.environment.credentials.get(option)
                found[option] = CredentialView(option, chosen or self.variable(option))
        return tuple(found.values())

    def _served(self) -> tuple[AuthScheme, ...]:
        return tuple(scheme for scheme in self.api.auth if scheme.kind is not AuthKind.MUTUAL_TLS)

    def options_of(self, scheme: AuthScheme) -> tuple[Identifier, ...]:
        """The names of a scheme's options: the usual ones where the API has one scheme, else with the scheme's name."""
        alone = len(self._served()) == 1
        words = scheme.name.words
        if scheme.kind is AuthKind.BASIC:
            prefix = () if alone else words
            return tuple(SPELLING.spell("variable", (*prefix, part)) for part in ("username", "password"))
        return (Identifier("api_key") if alone else SPELLING.spell("variable", words),)


def settings_view(project: Project) -> SettingsView:
    """`_settings.py`."""
    api, config = project.api, project.config
    auth = tuple(code for scheme in project._served() for code in _auth(project, scheme))
    error = project.spelled.received.get(api.error.id) if isinstance(api.error, RefType) else None
    environment = config.environment
    variables = {
        "base_url": environment.base_url or project.variable("base_url"),
        "log": environment.log or project.variable("log"),
        "headers": environment.headers or project.variable("custom_headers"),
    }
    retry = {
        "statuses": f"frozenset({{{', '.join(map(str, sorted(config.retry.statuses)))}}})" if config.retry.statuses else "frozenset()",
        "server_errors": repr(config.retry.server_errors),
        "initial": repr(float(config.retry.initial)),
        "maximum": repr(float(config.retry.maximum)),
        "cap": repr(float(config.retry.cap)),
    }
    served = {scheme.name.wire for scheme in project._served()}
    base_url = api.servers[0].url if api.servers and "://" in api.servers[0].url else ""
    view = SettingsView(
        imports=import_block((), ("_settings",)),
        package=project.package,
        version=project.version,
        title=api.title,
        base_url=base_url,
        has_base_url=bool(base_url),
        variables=tuple(EntryView(Identifier(key), Code(quote(name))) for key, name in variables.items()),
        credentials=project.credentials(),
        auth=auth,
        security=_alternatives(api.security, served),
        retry=tuple(EntryView(Identifier(key), Code(text)) for key, text in retry.items()),
        errors=error_views(project),
        has_errors=bool(config.errors),
        has_error_type=error is not None,
        error_module="." + ".".join(error.module) if error is not None else "",
        error_name=error.name if error is not None else "",
    )
    needs = set(collect_needs(view)) | {Import("._core.options", "Settings"), Import("._core.retry", "RetryPolicy")}
    needs |= {Import(".errors", error.name) for error in view.errors}
    return replace(view, imports=import_block(needs, ("_settings",)))


def _alternatives(alternatives: tuple[tuple[str, ...], ...], served: set[str]) -> Code:
    kept = [[name for name in names if name in served] for names in alternatives]
    inner = ", ".join(f"({', '.join(quote(n) for n in names)}{',' if len(names) == 1 else ''})" for names in kept)
    return Code(f"({inner}{',' if len(kept) == 1 else ''})")


def _auth(project: Project, scheme: AuthScheme) -> Iterator[Code]:
    options = project.options_of(scheme)
    name = quote(scheme.name.wire)
    match scheme.kind:
        case AuthKind.BEARER:
            yield Code(f"BearerAuth({name}, option={quote(options[0])})", _needs("BearerAuth"))
        case AuthKind.BASIC:
            username, password = map(quote, options)
            yield Code(f"BasicAuth({name}, username={username}, password={password})", _needs("BasicAuth"))
        case AuthKind.API_KEY:
            place = quote(scheme.place.value if scheme.place is not None else "header")
            text = f"ApiKeyAuth({name}, option={quote(options[0])}, place={place}, parameter={quote(scheme.parameter)})"
            yield Code(text, _needs("ApiKeyAuth"))
        case AuthKind.MUTUAL_TLS:
            return


def _needs(name: str) -> frozenset[Import]:
    return frozenset({Import("._core.auth", name)})


def error_views(project: Project) -> tuple[ErrorView, ...]:
    """The error classes that configuration names."""
    return tuple(
        ErrorView(SPELLING.keep("type", name), Code(str(status)), f"The API answered with status {status}.")
        for status, name in project.config.errors.items()
    )


def client_view(project: Project, writer: CallWriter) -> ClientView:
    """`_client.py`: both clients, with the resources and the methods at the root of the tree."""
    title = project.api.title
    docs = {
        False: f"Client for {title}.\n\nIt may be shared between threads. Use it as a context manager, or call `close()`, to release its connections.",
        True: f"Asynchronous client for {title}.\n\nUse it as an asynchronous context manager, or call `close()`, to release its connections.",
    }
    classes = []
    for is_async in (False, True):
        prefix = "Async" if is_async else ""
        resource = writer.root(project.tree, is_async)
        classes.append(
            ClientClassView(
                name=Identifier(f"{prefix}{project.client}"),
                base=Identifier(f"{prefix}BaseClient"),
                http_client=Identifier(f"{prefix}HTTPClient"),
                docs=wrap_prose(docs[is_async], 93),
                resource=replace(resource, name=Identifier(f"{prefix}{project.client}")),
            )
        )
    needs = set(collect_needs(tuple(classes)))
    needs |= {Import("functools", "cached_property")} if project.tree.children else set()
    needs |= {Import("._core.client", name) for name in ("BaseClient", "AsyncBaseClient")}
    needs |= {Import("._settings", "SETTINGS"), Import("._core.unset", "not_given"), Import("._core.options", "DEFAULT_MAX_RETRIES")}
    needs |= {Import("._core.unset", "NotGiven", True), Import("._core.options", "Timeout", True), Import("collections.abc", "Mapping", True)}
    needs |= {Import("._core.transport", name, True) for name in ("HTTPClient", "AsyncHTTPClient")}
    names = " and ".join(f"`{view.name}`" for view in classes)
    return ClientView(f"The clients: {names}.", import_block(needs, ("_client",)), "", project.credentials(), tuple(classes))


def init_view(project: Project) -> InitView:
    """The package's `__init__.py`, which gives its names when they are asked for."""
    core = [_export(name, f"._core.{module}", name) for module, names in _CORE.items() for name in names.split()]
    client = project.client
    own = [(client, client), (f"Async{client}", f"Async{client}")]
    aliases = [("Client", client), ("AsyncClient", f"Async{client}")] if client not in {"Client", "AsyncClient"} else []
    exports = [_export(name, "._client", origin) for name, origin in (*own, *aliases)]
    exports += core
    exports.append(_export(project.root_error, "._core.errors", "SDKError"))
    exports += [_export(error.name, ".errors", error.name) for error in error_views(project)]
    unique = {export.name: export for export in exports}
    listed = tuple(sorted(unique.values(), key=lambda export: export.name))
    return InitView(plain(project.api.docs, project.api.title, 0), project.version, client, error_views(project), project.root_error, listed)


def _export(name: str, module: str, origin: str) -> ExportView:
    return ExportView(Identifier(name), Code(module), module, Identifier(origin))


def project_view(project: Project) -> ProjectView:
    """`pyproject.toml`."""
    return ProjectView(project.distribution, f"src/{project.package}", project.version, f"Python client for {project.api.title}")


def readme_view(project: Project) -> ReadmeView:
    """`README.md`; its programs are calls of this very API."""
    samples = SampleWriter(project.api, project.arguments, project.calls)
    first, upload, download = headline(project.api), next(uploads(project.api), None), next(downloads(project.api), None)
    programs = _Programs(project, samples)
    credentials = project.credentials()
    streaming = first is not None and any(v.response.streaming is not None for v in first.variants)
    environment = project.config.environment
    return ReadmeView(
        title=project.api.title,
        about=first_sentence(project.api.docs.body or project.api.docs.summary or project.api.title),
        distribution=Code(project.distribution),
        package=project.package,
        client=project.client,
        root_error=project.root_error,
        key_variable=credentials[0].variable if credentials else "",
        has_key=bool(credentials),
        key_option=credentials[0].name if credentials else Identifier(""),
        first=programs.first(first),
        has_first=first is not None,
        asynchronous=programs.asynchronous(first),
        streaming=programs.streaming(first) if streaming else Code(""),
        has_streaming=streaming,
        upload=programs.upload(upload),
        has_upload=upload is not None,
        download=programs.download(download),
        has_download=download is not None,
        errors=programs.errors(first),
        raw=programs.raw(first),
        recipes=tuple(_recipes(project.api)),
        attempts=Code(str(project.config.retry.attempts)),
        retries_server_errors=project.config.retry.server_errors,
        cap=Code(f"{project.config.retry.cap:g}"),
        credentials=credentials,
        statuses=", ".join(map(str, sorted(project.config.retry.statuses))),
        named_errors=error_views(project),
        base_url_variable=environment.base_url or project.variable("base_url"),
        log_variable=environment.log or project.variable("log"),
        headers_variable=environment.headers or project.variable("custom_headers"),
    )


def _recipes(api: Api) -> Iterator[SectionView]:
    """Programs that the document itself gives and labels, beyond the first of an operation."""
    for operation in api.operations:
        mine = [sample for sample in operation.samples if sample.language.lower() == "python"]
        for sample in mine[1:]:
            if sample.label:
                yield SectionView(sample.label, Code(sample.source.strip()))


@dataclass(frozen=True, slots=True)
class _Programs:
    """Whole programs around sample calls."""

    project: Project
    samples: SampleWriter

    def _text(self, *lines: str) -> Code:
        return Code(format_python("\n".join(lines)).strip())

    def _head(self, prefix: str = "", *more: str) -> tuple[str, ...]:
        client = f"{prefix}{self.project.client}"
        names = ", ".join((client, *more))
        return (f"from {self.project.package} import {names}", "", f"client = {client}()", "")

    def first(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        return self._text(*self._head(), f"result = {self.samples.call(operation)}", "print(result)")

    def asynchronous(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        head = self._head("Async")
        lines = ("async def main() -> None:", f"    result = await {self.samples.call(operation)}", "    print(result)", "", "", "asyncio.run(main())")
        return self._text("import asyncio", "", *head, "", *lines)

    def streaming(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        switch = next(v.switch for v in operation.variants if v.response.streaming is not None)
        call = self.samples.call(operation, f"{SPELLING.spell('variable', split_words(switch))}=True")
        return self._text(*self._head(), f"with {call} as stream:", "    for event in stream:", "        print(event)")

    def upload(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        return self._text("from pathlib import Path", "", *self._head(), f"result = {self.samples.call(operation)}", "print(result)")

    def download(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        return self._text(*self._head(), f"result = {self.samples.call(operation)}", 'result.write_to_file("download.bin")')

    def errors(self, operation: Operation | None) -> Code:
        call = self.samples.call(operation) if operation is not None else 'client.get("/")'
        package = self.project.package
        return self._text(
            f"import {package}",
            f"from {package} import {self.project.client}",
            "",
            f"client = {self.project.client}()",
            "",
            "try:",
            f"    result = {call}",
            f"except {package}.APIConnectionError as error:",
            '    print("The server could not be reached:", error.__cause__)',
            f"except {package}.RateLimitError:",
            '    print("Too many requests; slow down.")',
            f"except {package}.APIStatusError as error:",
            "    print(error.status_code, error.request_id, error.body)",
        )

    def raw(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        call = self.samples.call(operation)
        path, _, rest = call.partition("(")
        owner, _, method = path.rpartition(".")
        lines = (f"response = {owner}.with_raw_response.{method}({rest}", "print(response.headers.get(\"x-request-id\"))", "result = response.parse()")
        return self._text(*self._head(), *lines)


def reference_view(project: Project, types: TypesPlan, returns: Mapping[str, str]) -> ReferenceView:
    """`api.md`."""
    operations = {operation.id: operation for operation in project.api.operations}
    root = f"src/{project.package}"
    sections = []
    for path, node in (((), project.tree), *resource_paths(project.tree)):
        if not node.operations:
            continue
        folder = "/".join(SPELLING.spell("module", words) for words in path)
        is_client = not path
        link = f"{root}/_client.py" if is_client else f"{root}/resources/{folder}{'/__init__' if node.children else ''}.py"
        entries = tuple(_entry(project, operations[id], returns[id], link) for id in node.operations)
        sections.append(ReferenceSectionView(".".join("_".join(words) for words in path) or "client", entries))
    listed = tuple(_reference_types(project, types, root))
    return ReferenceView(project.api.title, tuple(sections), listed)


def _entry(project: Project, operation: Operation, returns: str, link: str) -> ReferenceEntryView:
    arguments = project.arguments[operation.id]
    parts = [str(argument.name) for argument in arguments.positional]
    if arguments.named:
        home = project.spelled.params.get(operation.id)
        parts.append(f"**{home.name}" if home is not None else "**params")
    summary = first_sentence(operation.docs.summary or operation.docs.body)
    call = f"client.{project.calls[operation.id]}({', '.join(parts)})"
    return ReferenceEntryView(call, returns, bool(summary), summary, Code(link))


def _reference_types(project: Project, types: TypesPlan, root: str) -> Iterator[ReferenceTypeView]:
    seen = set()
    for folder, name, home in sorted(types.exports, key=lambda export: (export[0], export[1])):
        dotted = ".".join((project.package, *folder, name))
        if dotted in seen or home.module not in types.modules:
            continue
        seen.add(dotted)
        view = next((v for v in types.modules[home.module].definitions if v.name == home.name), None)
        summary = first_sentence(view.docs) if view is not None and view.docs else ""
        yield ReferenceTypeView(dotted, Code(f"{root}/{'/'.join(home.module)}.py"), bool(summary), summary)


def default_package(api: Api) -> Identifier:
    """The import name where none is chosen: the words of the title."""
    words = [word for word in split_words(api.title) if word.isascii()] or ["api"]
    return SPELLING.spell("module", words[:4])


def default_client(api: Api) -> Identifier:
    """The client class where none is chosen: the words of the title without a final `API`."""
    words = [word for word in split_words(api.title) if word.isascii()][:4]
    words = words[:-1] if len(words) > 1 and words[-1] == "api" else words
    return SPELLING.spell("type", words or ["client"])
