"""What can be wrong with names?"""

from __future__ import annotations

from sdkloom.codes.row import Code

NAME = (
    Code(
        "W301",
        "two operations want the name {detail}",
        "What a sample shows goes first, then the usual use of an HTTP method, then the more specific path, "
        "whatever the order of the document. Choose the other's name in the configuration to "
        "keep it stable.",
    ),
    Code(
        "E302",
        "two operations want the name {detail}",
        "The configuration gives the same call to two operations. Rename one of them under `operations`.",
    ),
    Code(
        "E303",
        "the configuration names something that does not exist: {detail}",
        "No operation or schema of the document has this name. Perhaps it was renamed.",
    ),
    Code(
        "E304",
        "two keys of the configuration mean one thing: {detail}",
        "An operation may be named by its operationId or by its method and path, and a schema by its name "
        "or its JSON pointer. Only one of two keys for one thing can count.",
    ),
    Code(
        "E305",
        "the configuration cannot leave out {detail}",
        "Without it no call could be made as the document describes it.",
    ),
    Code(
        "N306",
        "the configuration leaves out {detail}",
        "It has no counterpart in the generated code. What mentions a type that is left out takes any value.",
    ),
    Code(
        "E307",
        "two types want the name {detail}",
        "The configuration gives the same name to two types, or to what two calls take. Rename one of them.",
    ),
    Code(
        "W309",
        "two types want the name {detail}",
        "Their names in the document differ in spelling alone, or in words that are written once. The one "
        "whose pointer sorts first keeps the name.",
    ),
    Code(
        "E310",
        "the lock of names cannot be used: {detail}",
        "Every line of `sdkloom.lock` states one fact, its parts divided by tabs. After a merge, keep the "
        "lines of both sides; where they give one thing two names, keep the one that was published.",
    ),
    Code(
        "E311",
        "webhooks cannot be unwrapped at {detail}",
        "The configuration chooses a resource in which an operation has a call of the same name, or whose "
        "own name is that of a call.",
    ),
    Code(
        "W312",
        "webhooks are not unwrapped at {detail}",
        "The calls that check and read webhooks keep out of the way of operations. Choose their resource in "
        "the configuration to keep it stable.",
    ),
    Code(
        "W313",
        "two fields want the name {detail}",
        "Their names in the document differ in spelling alone. The one that is spelled as it will be in code "
        "keeps the name, whatever the order of the document.",
    ),
    Code(
        "W314",
        "two arguments want the name {detail}",
        "A call takes two values of one name, in two places of the request, or spelled in two ways. What "
        "the path needs goes first, then the body, the query, headers and cookies.",
    ),
    Code(
        "E315",
        "two parts of one thing want the name {detail}",
        "The configuration gives the same name to two fields of a type, or to two arguments of a call.",
    ),
    Code(
        "W316",
        "two options of the client want the name {detail}",
        "Two security schemes differ in spelling alone, or one is called as the secret of webhooks is.",
    ),
    Code(
        "N318",
        "two types want the name {detail}",
        "What the document names goes first; words of their places tell the others apart.",
    ),
    Code(
        "W308",
        "a former name is in use again: {detail}",
        "A name that is kept for those who know it cannot be kept where something else has it now.",
    ),
    Code(
        "W317",
        "a second name is taken: {detail}",
        "Of several names that the configuration gives one thing, the first is its own. Another cannot be "
        "given where something else has it as its own, or stands in its way.",
    ),
    Code(
        "W319",
        "a call is not written as it is called: {detail}",
        "In this language the client, or a resource, has something of that name already. Choose another name "
        "for the call to have one that reads better.",
    ),
)
