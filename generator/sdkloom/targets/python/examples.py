"""Which programs does a package bring, to start from? Those of its README, each in a file of its own.

They are written from the model: a program that stands in the document is shown in the README, but nobody
should run what somebody else has written because it lies in a folder of examples.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.targets.base import File
from sdkloom.targets.python.paper_views import ExampleView
from sdkloom.targets.python.project import Project
from sdkloom.targets.python.readme import readme_view


def plan_examples(project: Project) -> Iterator[File]:
    """`examples/first_call.py` and its like, for what the API has; none for an API without calls."""
    view = readme_view(project, verbatim=False)
    listed = (
        ("first_call", view.has_first, "A first call.", view.first),
        ("asynchronous_call", view.has_first, "A first call, asynchronously.", view.asynchronous),
        ("streamed_answer", view.has_streaming, "An answer that arrives piece by piece.", view.streaming),
        ("list_in_pages", view.has_pages, "A list that comes in pages.", view.pages),
        ("file_sent", view.has_upload, "A call that sends a file.", view.upload),
        ("file_received", view.has_download, "A call that answers with a file.", view.download),
        ("failures", view.has_first, "What may go wrong, and how to tell.", view.errors),
    )
    for name, is_there, about, program in listed:
        if is_there and name != project.package:  # a program would import itself
            yield File(f"examples/{name}.py", "project/example.py", ExampleView(about, program))
