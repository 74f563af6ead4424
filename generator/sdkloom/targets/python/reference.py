"""What does `api.md` list: every call and every type, one plain line each?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.ir.api import EVENTS, Operation
from sdkloom.name.call import resource_paths
from sdkloom.targets.base import Code
from sdkloom.targets.layout import first_sentence
from sdkloom.targets.python.calls import SpelledCall
from sdkloom.targets.python.models import TypesPlan
from sdkloom.targets.python.paper_views import (
    ReferenceEntryView,
    ReferenceSectionView,
    ReferenceTypeView,
    ReferenceView,
)
from sdkloom.targets.python.project import Project
from sdkloom.targets.python.spelling import SPELLING
from sdkloom.targets.python.webhooks import verify_call
from sdkloom.targets.wording import ended


def reference_view(project: Project, types: TypesPlan, returns: Mapping[str, str]) -> ReferenceView:
    """`api.md`."""
    operations = {operation.id: operation for operation in project.api.operations}
    root = f"src/{project.package}"
    sections = []
    for path, node in (((), project.tree), *resource_paths(project.tree)):
        if not project.listed[path] and not node.unwraps:
            continue
        folder = "/".join(SPELLING.spell("module", words) for words in path)
        is_client = not path
        link = (
            f"{root}/_client.py"
            if is_client
            else f"{root}/resources/{folder}{'/__init__' if node.children else ''}.py"
        )
        entries = tuple(
            _entry(project, operations[found.operation], found, returns[found.operation], link)
            for found in project.listed[path]
        )
        entries += tuple(_webhook_entries(project, link)) if node.unwraps else ()
        sections.append(
            ReferenceSectionView(".".join("_".join(words) for words in path) or "client", entries)
        )
    listed = tuple(_reference_types(project, types, root))
    return ReferenceView(project.api.title, tuple(sections), listed)


def _entry(
    project: Project, operation: Operation, found: SpelledCall, returns: str, link: str
) -> ReferenceEntryView:
    arguments = project.arguments[operation.id]
    parts = [str(argument.name) for argument in arguments.positional]
    if arguments.named:
        home = project.spelled.params.get(operation.id)
        parts.append(f"**{home.name}" if home is not None else "**params")
    summary = ended(first_sentence(operation.docs.summary or operation.docs.body))
    if found.kind == "former":
        summary = f"Deprecated; use client.{project.calls[operation.id]} instead."
    call = f"client.{found.call}({', '.join(parts)})"
    return ReferenceEntryView(call, returns, bool(summary), summary, Code(link))


def _webhook_entries(project: Project, link: str) -> Iterator[ReferenceEntryView]:
    home = project.spelled.received[EVENTS]
    verified = "key, tolerance" if verify_call(project.config.webhooks)[1] else "key"
    for call, returns, summary in (
        (
            "unwrap(payload, headers, *, key)",
            home.name,
            "Verify a webhook, and give the event that it carries.",
        ),
        ("unsafe_unwrap(payload)", home.name, "Give the event of a webhook that nobody has verified."),
        (f"verify_signature(payload, headers, *, {verified})", "None", "Verify a webhook."),
    ):
        text = f"client.{project.webhooks_call}.{call}"
        yield ReferenceEntryView(text, returns, True, summary, Code(link))


def _reference_types(project: Project, types: TypesPlan, root: str) -> Iterator[ReferenceTypeView]:
    seen = set()
    for folder, name, home in sorted(types.exports, key=lambda export: (export[0], export[1])):
        dotted = ".".join((project.package, *folder, name))
        if dotted in seen or home.module not in types.modules:
            continue
        seen.add(dotted)
        view = next((v for v in types.modules[home.module].definitions if v.name == home.name), None)
        summary = first_sentence(view.docs) if view is not None and view.docs else ""
        summary = summary if name == home.name else f"Another name for `{home.name}`."
        yield ReferenceTypeView(dotted, Code(f"{root}/{'/'.join(home.module)}.py"), bool(summary), summary)
    for folder, name, home in sorted(types.former, key=lambda export: (export[0], export[1])):
        dotted = ".".join((project.package, *folder, name))
        summary = f"A former name of {home.name}; deprecated."
        yield ReferenceTypeView(dotted, Code(f"{root}/{'/'.join(home.module)}.py"), True, summary)
