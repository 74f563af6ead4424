"""What can be wrong with a configuration, or with one of another tool?"""

from __future__ import annotations

from sdkloom.codes.row import Code

CONFIG = (
    Code(
        "E120",
        "bad configuration value: {detail}",
        "The value has the wrong type or is not among the allowed ones.",
    ),
    Code(
        "E121",
        "unknown configuration key {detail}",
        "The key means nothing here. It is an error, since a misspelt key would otherwise be ignored "
        "without a word.",
    ),
    Code(
        "W122",
        "part of the stainless.yml cannot be read: {detail}",
        "What stands at the place shown was left out. The rest of the file counts.",
    ),
    Code(
        "W123",
        "part of the stainless.yml is not carried over: {detail}",
        "It says something of the SDK for which there is no counterpart.",
    ),
    Code(
        "N124",
        "part of the stainless.yml has no meaning here: {detail}",
        "It concerns the tool that the file was written for, other targets of it, or what happens to a "
        "package after it was generated.",
    ),
    Code(
        "W125",
        "the stainless.yml names something that does not exist: {detail}",
        "No operation, schema or security scheme of the document has this name. The file and the document "
        "may have grown apart; what is named has no effect.",
    ),
)
