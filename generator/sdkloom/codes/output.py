"""What can keep files from being written?"""

from __future__ import annotations

from sdkloom.codes.row import Code

OUTPUT = (
    Code(
        "E401",
        "the template would write text that went through no sink: {detail}",
        "Text of a document reaches a file only through a filter that escapes it for its place. This is a "
        "mistake in a template, not in the document.",
    ),
    Code(
        "E501",
        "the path {detail} leads outside the output folder",
        "Generated files are only ever written below the output folder, and never through a link.",
    ),
    Code(
        "E502",
        "{detail} cannot be written",
        "The folder is missing rights or space, or something that is not a file is in the way.",
    ),
)
