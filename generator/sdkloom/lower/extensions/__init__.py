"""What vendor extensions say, as facts that name neither a tool nor a language."""

from sdkloom.lower.extensions.fact import Fact, Place, Said, place_of
from sdkloom.lower.extensions.forms import StreamAnswer, StreamRule, VariantRule
from sdkloom.lower.extensions.pages import PagesFact
from sdkloom.lower.extensions.table import is_honoured, is_known

__all__ = [
    "Fact",
    "PagesFact",
    "Place",
    "Said",
    "StreamAnswer",
    "StreamRule",
    "VariantRule",
    "is_honoured",
    "is_known",
    "place_of",
]
