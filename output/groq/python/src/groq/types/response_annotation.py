"""The type `ResponseAnnotation`."""

from __future__ import annotations

from typing import Annotated, TypeAlias, Union

from .._core.codec import Discriminator
from .response_file_citation import ResponseFileCitation
from .response_url_citation import ResponseUrlCitation

ResponseAnnotation: TypeAlias = Annotated[
    Union[ResponseFileCitation, ResponseUrlCitation], Discriminator("type")
]
"""A source for a passage of the text: a file or a web page."""
