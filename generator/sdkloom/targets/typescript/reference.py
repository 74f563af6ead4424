"""What does `api.md` list: every call and every type, one plain line each?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.ir.api import EVENTS, Operation
from sdkloom.name.call import resource_paths
from sdkloom.targets.base import Code
from sdkloom.targets.layout import first_sentence
from sdkloom.targets.typescript.calls import SpelledCall
from sdkloom.targets.typescript.project import Project
from sdkloom.targets.typescript.spelled import (
    Module,
    Placed,
    resource_attribute,
    resource_module,
)
from sdkloom.targets.typescript.views import ReferenceEntryView, ReferenceSectionView, ReferenceView
from sdkloom.targets.wording import ended


def reference_view(project: Project, returns: Mapping[str, str]) -> ReferenceView:
    """`api.md`."""
    operations = {operation.id: operation for operation in project.api.operations}
    sections = []
    for path, node in (((), project.names.root), *resource_paths(project.names.root)):
        if not project.listed[path] and not node.unwraps:
            continue
        place = "/".join(resource_module(path)) if path else "client"
        entries = tuple(
            _call(project, operations[found.operation], found, returns[found.operation], place)
            for found in project.listed[path]
        )
        entries += tuple(_webhook_entries(project, place)) if node.unwraps else ()
        dotted = ".".join(resource_attribute(path[: depth + 1]) for depth in range(len(path)))
        sections.append(ReferenceSectionView(dotted or "client", entries))
    listed = (
        entry for module, placed in project.spelled.files.items() for entry in _types(project, module, placed)
    )
    return ReferenceView(
        project.api.title, tuple(sections), tuple(sorted(listed, key=lambda entry: entry.text))
    )


def _call(
    project: Project, operation: Operation, found: SpelledCall, returns: str, place: str
) -> ReferenceEntryView:
    arguments = project.arguments[operation.id]
    parts = []
    if arguments.lone_body is not None:
        parts.append("body")
    parts += [str(argument.local) for argument in arguments.placed]
    if arguments.has_params and arguments.others:
        parts.append("params")
    summary = ended(first_sentence(operation.docs.summary or operation.docs.body))
    if found.kind == "former":
        summary = f"Deprecated; use client.{project.calls[operation.id]} instead."
    call = f"client.{found.call}({', '.join(parts)})"
    return ReferenceEntryView(call, Code(f"src/{place}.ts"), True, returns, bool(summary), summary)


def _webhook_entries(project: Project, place: str) -> Iterator[ReferenceEntryView]:
    event = project.spelled.received[EVENTS].name
    for call, returns, summary in (
        (
            "unwrap(payload, headers, options)",
            f"Promise<{event}>",
            "Verifies a webhook, and gives its event.",
        ),
        ("unsafeUnwrap(payload)", event, "Gives the event of a webhook that nobody has verified."),
        ("verifySignature(payload, headers, options)", "Promise<void>", "Verifies a webhook."),
    ):
        text = f"client.{project.webhooks_call}.{call}"
        yield ReferenceEntryView(text, Code(f"src/{place}.ts"), True, returns, True, summary)


def _types(project: Project, module: Module, listed: tuple[Placed, ...]) -> Iterator[ReferenceEntryView]:
    link = Code(f"src/{'/'.join(module)}.ts")
    for placed in listed:
        definition = project.api.definitions.get(placed.id) if placed.form != "params" else None
        docs = definition.docs.summary or definition.docs.body if definition is not None else ""
        said = first_sentence(docs) if docs else ""
        if placed.form == "params":
            said = f"What `{project.calls[placed.id]}` takes."
        yield ReferenceEntryView(str(placed.home.name), link, False, "", bool(said), said)
