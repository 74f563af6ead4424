"""Which programs does a package bring, to start from? Those of its README, each in a file of its own.

They are written from the model: a program that stands in the document is shown in the README, but nobody
should run what somebody else has written because it lies in a folder of examples.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.targets.base import File
from sdkloom.targets.typescript.project import Project
from sdkloom.targets.typescript.readme import readme_view
from sdkloom.targets.typescript.views import ExampleView


def plan_examples(project: Project) -> Iterator[File]:
    """`examples/first-call.mjs` and its like, for what the API has; none for an API without calls."""
    view = readme_view(project, verbatim=False)
    listed = (
        ("first-call", view.has_first, "A first call.", view.first),
        ("streamed-answer", view.has_streaming, "An answer that arrives piece by piece.", view.streaming),
        ("list-in-pages", view.has_pages, "A list that comes in pages.", view.pages),
        ("file-sent", view.has_upload, "A call that sends a file.", view.upload),
        ("file-received", view.has_download, "A call that answers with a file.", view.download),
        ("failures", view.has_first, "What may go wrong, and how to tell.", view.errors),
    )
    for name, is_there, about, program in listed:
        if is_there:
            yield File(f"examples/{name}.mjs", "project/example.mjs", ExampleView(about, program))
