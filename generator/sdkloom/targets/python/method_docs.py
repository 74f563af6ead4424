"""What does the docstring of a method say?"""

from __future__ import annotations

from dataclasses import replace

from sdkloom.ir.api import Header, Operation
from sdkloom.targets.layout import first_sentence, wrap_prose
from sdkloom.targets.python.arguments import Argument, Arguments
from sdkloom.targets.python.docs import WIDTH, closed, plain
from sdkloom.targets.python.types import TypeWriter
from sdkloom.targets.wording import ended, told


def method_docs(
    operation: Operation, arguments: Arguments, params: str, received: TypeWriter, instead: str
) -> str:
    """The docstring of an operation's method.

    `params` is the TypedDict that describes the arguments which are unpacked, if any are, and `instead` the
    call to use where this one is deprecated.
    """
    text = plain(operation.docs, f"Calls `{operation.method.upper()} {operation.path}`.", 8).rstrip()
    # Switches are described here where no TypedDict describes them.
    switches = () if arguments.has_base else arguments.switches
    listed = [
        argument
        for argument in (*arguments.positional, *switches, *arguments.keyword)
        if argument.docs.body or argument.docs.summary or argument.docs.deprecated
    ]
    if listed:
        lines = "\n".join(_argument_docs(argument) for argument in listed)
        text = f"{text}\n\nArgs:\n{lines}"
    if params:
        text = f"{text}\n\nThe keyword arguments are those of `{params}`, where each is described."
    if operation.response.headers:
        lines = "\n".join(_header_docs(header, received) for header in operation.response.headers)
        text = f"{text}\n\nHeaders, to be read with `with_raw_response`:\n{lines}"
    if instead:
        text = f"{text}\n\nDeprecated: use `client.{instead}` instead."
    return closed(text)


def _argument_docs(argument: Argument) -> str:
    docs = argument.docs
    return _entry_docs(f"{argument.name}: {told(replace(docs, summary='') if docs.body else docs)}")


def _header_docs(header: Header, received: TypeWriter) -> str:
    said = ended(first_sentence(header.docs.body or header.docs.summary))
    kind = replace(received, shadowed=frozenset(), taken=frozenset()).write(header.type).text
    return _entry_docs(f"{header.name.wire} ({kind}): {said}" if said else f"{header.name.wire} ({kind})")


def _entry_docs(text: str) -> str:
    """An entry of a section; paragraphs and lists of its text stay what they are."""
    first, *others = wrap_prose(text, WIDTH - 16).split("\n")
    return "\n".join((f"    {first}", *(f"        {line}".rstrip() for line in others)))
