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
from sdkloom.targets.typescript.auth import options_of
from sdkloom.targets.typescript.format import format_code
from sdkloom.targets.typescript.pages import simplest_pages
from sdkloom.targets.typescript.project import Project
from sdkloom.targets.typescript.samples import SampleWriter
from sdkloom.targets.typescript.views import ReadmeView, SectionView
from sdkloom.targets.wording import about, retried

_IN_BROWSERS = (
    "In a browser, where everybody who opens the page could read such a secret, the client refuses to run "
    "unless you set `dangerouslyAllowBrowser`."
)


def readme_view(project: Project, *, verbatim: bool = True) -> ReadmeView:
    """`README.md`; its programs are calls of this very API, if `verbatim` as they stand in the document."""
    samples = SampleWriter(
        project.api, project.package, project.arguments, project.calls, project.config.arrays
    )
    programs = _Programs(project, samples, verbatim)
    first = headline(project.api, project.names)
    paged = simplest_pages(project.api)
    upload = next(uploads(project.api), None)
    download = next(downloads(project.api), None)
    credentials = project.credentials()
    streams = first is not None and any(v.response.streaming is not None for v in first.variants)
    environment, retry = project.environment(), project.config.retry
    variables = {view.name: view.variable for view in credentials}
    proof = proof_text(project.api, options_of, variables, _IN_BROWSERS)
    return ReadmeView(
        title=project.api.title,
        about=about(project.api),
        package=Code(project.package),
        client=project.client,
        root_error=project.root_error,
        has_proof=bool(proof),
        proof=Code(proof),
        has_first=first is not None,
        first=programs.first(first),
        has_streaming=streams,
        streaming=programs.streaming(first) if streams else Code(""),
        has_pages=paged is not None,
        pages=programs.pages(paged),
        has_upload=upload is not None,
        upload=programs.upload(upload),
        has_download=download is not None,
        download=programs.download(download),
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
        errors=programs.errors(first),
        retries=programs.retries(),
        raw=programs.raw(first),
        hooks=programs.hooks(),
        extra=programs.extra(),
        retried=Code(retried(retry)),
        cap=Code(f"{retry.cap:g}"),
        named_errors=project.errors(),
        credentials=credentials,
        options=project.options(),
        base_url_variable=environment["baseURL"],
        log_variable=environment["log"],
        headers_variable=environment["headers"],
    )


def operation_programs(project: Project) -> Iterator[tuple[str, str]]:
    """For each operation a program that calls it: the document's own where it gives one for this package."""
    samples = SampleWriter(
        project.api, project.package, project.arguments, project.calls, project.config.arrays
    )
    programs = _Programs(project, samples, verbatim=True)
    for operation in project.api.operations:
        yield operation.id, programs.of(operation).text


@dataclass(frozen=True, slots=True)
class _Programs:
    """Whole programs around sample calls."""

    project: Project
    samples: SampleWriter
    verbatim: bool

    def _documented(self, operation: Operation, *, streams: bool = False) -> Code | None:
        found = self.samples.program(operation, streams=streams) if self.verbatim else None
        return Code(found.source.strip()) if found is not None else None

    def _text(self, *lines: str, head: tuple[str, ...] = ()) -> Code:
        client = self.project.client
        start = (*head, f"import {client} from '{self.project.package}';", "")
        return Code(format_code("\n".join((*start, *lines))).strip())

    def _with_client(self, *lines: str, head: tuple[str, ...] = ()) -> Code:
        return self._text(f"const client = new {self.project.client}();", "", *lines, head=head)

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
        lines = _shown(operation, self.samples.call(operation))
        return self._documented(operation) or self._with_client(*lines)

    def streaming(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        streamed = next(v for v in operation.variants if v.response.streaming is not None)
        lines = (
            f"const stream = await {self.samples.call(operation, streamed)};",
            "for await (const event of stream) {",
            "console.log(event);",
            "}",
        )
        return self._documented(operation, streams=True) or self._with_client(*lines)

    def pages(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        lines = (
            f"for await (const item of {self.samples.call(operation)}) {{",
            "console.log(item);",
            "}",
            "",
            f"const page = await {self.samples.call(operation)};",
            "if (page.hasNextPage()) console.log((await page.getNextPage()).pageItems());",
        )
        return self._with_client(*lines)

    def upload(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        lines = _shown(operation, self.samples.call(operation, with_file=True))
        return self._documented(operation) or self._with_client(*lines, head=("import fs from 'node:fs';",))

    def download(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        lines = (
            f"const response = await {self.samples.call(operation)};",
            "await writeFile('download.bin', Buffer.from(await response.arrayBuffer()));",
        )
        head = ("import { writeFile } from 'node:fs/promises';",)
        return self._documented(operation) or self._with_client(*lines, head=head)

    def recipes(self) -> Iterator[SectionView]:
        """Further programs of the document under labels of their own."""
        for operation in self.project.api.operations if self.verbatim else ():
            shown = [self.samples.program(operation, streams=streams) for streams in (False, True)]
            labels = {program.label for program in shown if program is not None}
            for program in self.samples.programs(operation):
                if program.label and program.label not in labels:
                    yield SectionView(program.label, Code(program.source.strip()))

    def webhooks(self) -> Code:
        if not self.project.has_webhooks:
            return Code("")
        client = self.project.client
        return self._with_client(
            "async function receive(request: Request): Promise<Response> {",
            "try {",
            "const body = await request.text();",
            f"const event = await client.{self.project.webhooks_call}.unwrap(body, request.headers);",
            "console.log(event);",
            "return new Response(null, { status: 204 });",
            "} catch (error) {",
            f"if (error instanceof {client}.InvalidWebhookSignatureError) {{",
            "return new Response(null, { status: 400 });",
            "}",
            "throw error;",
            "}",
            "}",
        )

    def errors(self, operation: Operation | None) -> Code:
        client = self.project.client
        shown: tuple[str, ...] = ("console.log(await client.get('/'));",)
        if operation is not None:
            shown = _shown(operation, self.samples.call(operation))
        return self._with_client(
            "try {",
            *shown,
            "} catch (error) {",
            f"if (error instanceof {client}.RateLimitError) {{",
            "console.log('Too many requests; slow down.');",
            f"}} else if (error instanceof {client}.APIConnectionError) {{",
            "console.log('The server could not be reached:', error.cause);",
            f"}} else if (error instanceof {client}.APIError) {{",
            "console.log(error.status, error.request_id, error.error);",
            "} else {",
            "throw error;",
            "}",
            "}",
        )

    def retries(self) -> Code:
        client = self.project.client
        return self._text(
            f"const client = new {client}({{ maxRetries: 0, timeout: 20_000 }});",
            "const patient = client.withOptions({ maxRetries: 5, timeout: 120_000, deadline: 300_000 });",
        )

    def raw(self, operation: Operation | None) -> Code:
        if operation is None:
            return Code("")
        return self._with_client(
            f"const call = {self.samples.call(operation)};",
            "const { data, response } = await call.withResponse();",
            "console.log(response.headers.get('x-request-id'), data);",
        )

    def hooks(self) -> Code:
        client = self.project.client
        return self._text(
            f"const client = new {client}({{",
            "beforeRequest: ({ headers }) => headers.set('X-Trace', '1'),",
            "afterResponse: (response) => console.log(response.status),",
            "});",
        )

    def extra(self) -> Code:
        return self._with_client(
            "const answer = await client.post('/some/path', { body: { some: 'value' } });",
            "console.log(answer);",
        )


def _shown(operation: Operation, call: str) -> tuple[str, ...]:
    """The lines that make a call, and show what it gives where it gives anything."""
    if operation.response.type is None and not operation.variants:
        return (f"await {call};",)
    return (f"const result = await {call};", "console.log(result);")
