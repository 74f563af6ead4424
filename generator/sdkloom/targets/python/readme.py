"""What does the README of a package say: which programs, and which facts of this very API?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdkloom.ir.api import EVENTS, Operation
from sdkloom.ir.types import BinaryType, Flow
from sdkloom.ir.walk import sends_files
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code
from sdkloom.targets.highlights import downloads, headline, uploads
from sdkloom.targets.proof import proof_text
from sdkloom.targets.python.auth import options_of
from sdkloom.targets.python.format import format_python
from sdkloom.targets.python.pages import simplest_pages
from sdkloom.targets.python.paper_views import ReadmeView, SectionView
from sdkloom.targets.python.project import Project, error_views
from sdkloom.targets.python.samples import SampleWriter
from sdkloom.targets.wording import about, retried


def readme_view(project: Project, *, verbatim: bool = True) -> ReadmeView:
    """`README.md`; its programs are calls of this very API, if `verbatim` as they stand in the document."""
    samples = _samples(project)
    first, upload, download = (
        headline(project.api, project.names),
        next(uploads(project.api), None),
        next(downloads(project.api), None),
    )
    paged = simplest_pages(project.api, project.spelled)
    programs = _Programs(project, samples, verbatim)
    credentials = project.credentials()
    streaming = first is not None and any(v.response.streaming is not None for v in first.variants)
    environment = project.config.environment
    variables = {view.name: view.variable for view in credentials}
    proof = proof_text(project.api, options_of, variables)
    return ReadmeView(
        title=project.api.title,
        about=about(project.api),
        distribution=Code(project.distribution),
        package=project.package,
        client=project.client,
        root_error=project.root_error,
        has_proof=bool(proof),
        proof=Code(proof),
        first=programs.first(first),
        has_first=first is not None,
        asynchronous=programs.asynchronous(first),
        streaming=programs.streaming(first) if streaming else Code(""),
        has_streaming=streaming,
        pages=programs.pages(paged),
        has_pages=paged is not None,
        upload=programs.upload(upload),
        has_upload=upload is not None,
        download=programs.download(download),
        has_download=download is not None,
        errors=programs.errors(first),
        raw=programs.raw(first),
        has_webhooks=project.has_webhooks,
        webhooks=programs.webhooks(),
        webhook_option=credentials[-1].name if project.has_webhooks else Identifier(""),
        webhook_variable=credentials[-1].variable if project.has_webhooks else "",
        webhook_header=project.config.webhooks.header or "",
        has_standard_webhooks=project.config.webhooks.scheme == "standard",
        has_webhook_time=project.config.webhooks.scheme == "standard"
        or project.config.webhooks.timestamp is not None,
        event_type=project.spelled.received[EVENTS].name if project.has_webhooks else Identifier(""),
        recipes=tuple(programs.recipes()),
        credentials=credentials,
        options=project.options(),
        retried=Code(retried(project.config.retry)),
        cap=Code(f"{project.config.retry.cap:g}"),
        named_errors=error_views(project),
        base_url_variable=environment.base_url or project.variable("base_url"),
        log_variable=environment.log or project.variable("log"),
        headers_variable=environment.headers or project.variable("custom_headers"),
    )


def operation_programs(project: Project) -> Iterator[tuple[str, str]]:
    """For each operation a program that calls it: the document's own where it gives one for this package."""
    samples = _samples(project)
    programs = _Programs(project, samples, verbatim=True)
    for operation in project.api.operations:
        yield operation.id, programs.of(operation).text


@dataclass(frozen=True, slots=True)
class _Programs:
    """Whole programs around sample calls."""

    project: Project
    samples: SampleWriter
    verbatim: bool

    def _text(self, *lines: str) -> Code:
        return Code(format_python("\n".join(lines)).strip())

    def _with_client(self, call: Code, *lines: str, prefix: str = "", module: str = "") -> Code:
        """A program that makes a client, behind the imports that the call needs."""
        package, client = self.project.package, f"{prefix}{self.project.client}"
        standard = [f"import {module}"] if module in {"asyncio"} else []
        standard += [f"from {need.module} import {need.name}" for need in sorted(call.needs)]
        own = [f"import {package}"] if module == package else []
        own.append(f"from {package} import {client}")
        head = (*standard, *([""] if standard else []), *own, "", f"client = {client}()", "")
        return self._text(*head, *lines)

    def _documented(self, operation: Operation, *, streams: bool = False) -> Code | None:
        """A program that the document gives for this package: one that streams, or one that does not."""
        switches = {
            variant.switch for variant in operation.variants if variant.response.streaming is not None
        }
        for program in self.samples.programs(operation) if self.verbatim else ():
            if any(program.keywords.get(switch) == "True" for switch in switches) == streams:
                return Code(program.source)
        return None

    def recipes(self) -> Iterator[SectionView]:
        """Further programs of the document under labels of their own."""
        for operation in self.project.api.operations if self.verbatim else ():
            labels = {self._label(operation, streams) for streams in (False, True)}
            for program in self.samples.programs(operation):
                if program.label and program.label not in labels:
                    yield SectionView(program.label, Code(program.source))

    def _label(self, operation: Operation, streams: bool) -> str:
        shown = self._documented(operation, streams=streams)
        programs = (
            p for p in self.samples.programs(operation) if shown is not None and p.source == shown.text
        )
        return next((program.label for program in programs), "")

    def of(self, operation: Operation) -> Code:
        """The program that shows what is special about an operation."""
        if operation.pagination is not None:
            return self.pages(operation)
        if operation.response.type == BinaryType(Flow.DOWNLOAD):
            return self.download(operation)
        return self.upload(operation) if sends_files(self.project.api, operation) else self.first(operation)

    def first(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        call = self.samples.call(operation)
        return self._documented(operation) or self._with_client(call, *_shown(operation, call.text))

    def asynchronous(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        call = self.samples.call(operation)
        body = (f"    {line}" for line in _shown(operation, f"await {call.text}"))
        lines = ("", "async def main() -> None:", *body, "", "", "asyncio.run(main())")
        return self._with_client(call, *lines, prefix="Async", module="asyncio")

    def streaming(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        call = self.samples.call(operation, next(v for v in operation.variants if v.response.streaming))
        lines = (f"with {call.text} as stream:", "    for event in stream:", "        print(event)")
        return self._documented(operation, streams=True) or self._with_client(call, *lines)

    def pages(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        call = self.samples.call(operation)
        return self._with_client(call, f"for item in {call.text}:", "    print(item)")

    def upload(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        call = self.samples.call(operation, with_file=True)
        return self._documented(operation) or self._with_client(call, *_shown(operation, call.text))

    def download(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        call = self.samples.call(operation)
        lines = (f"result = {call.text}", 'result.write_to_file("download.bin")')
        return self._documented(operation) or self._with_client(call, *lines)

    def webhooks(self) -> Code:
        if not self.project.has_webhooks:
            return Code("")
        package = self.project.package
        return self._with_client(
            Code(""),
            "",
            "def receive(body: bytes, headers: dict[str, str]) -> int:",
            '    """Handle a request, and give the status to answer with."""',
            "    try:",
            f"        event = client.{self.project.webhooks_call}.unwrap(body, headers)",
            f"    except {package}.InvalidWebhookSignatureError:",
            "        return 400",
            "    print(event)",
            "    return 204",
            module=package,
        )

    def errors(self, operation: Operation | None) -> Code:
        call = self.samples.call(operation) if operation is not None else Code('client.get("/")')
        package = self.project.package
        shown = _shown(operation, call.text) if operation is not None else (f"print({call.text})",)
        lines = (
            "try:",
            *(f"    {line}" for line in shown),
            f"except {package}.APIConnectionError as error:",
            '    print("The server could not be reached:", error.__cause__)',
            f"except {package}.RateLimitError:",
            '    print("Too many requests; slow down.")',
            f"except {package}.APIStatusError as error:",
            "    print(error.status_code, error.request_id, error.body)",
        )
        return self._with_client(call, *lines, module=package)

    def raw(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        call = self.samples.call(operation)
        path, _, rest = call.text.partition("(")
        owner, _, method = path.rpartition(".")
        lines = (
            f"response = {owner}.with_raw_response.{method}({rest}",
            'print(response.headers.get("x-request-id"))',
            "result = response.parse()",
        )
        return self._with_client(call, *lines)


def _shown(operation: Operation, call: str) -> tuple[str, ...]:
    """The lines that make a call, and show what it gives where it gives anything."""
    if operation.response.type is None and not operation.variants:
        return (call,)
    return (f"result = {call}", "print(result)")


def _samples(project: Project) -> SampleWriter:
    return SampleWriter(project.api, project.package, project.arguments, project.calls, project.config.arrays)
