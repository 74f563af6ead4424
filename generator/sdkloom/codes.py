"""Every diagnostic code in one table: its severity, its title and the paragraph that `explain` prints.

1xx load and configuration · 2xx lower · 3xx name · 4xx render · 5xx write. A title holds `{detail}` where the
place says more. The first letter of a code is its severity: E stops generation, W and N do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How grave a diagnostic is: an error stops generation, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}


@dataclass(frozen=True, slots=True)
class Code:
    """One row of the table."""

    code: str
    title: str
    paragraph: str

    @property
    def severity(self) -> Severity:
        """What the first letter says."""
        return _SEVERITIES[self.code[0]]


_LOAD = (
    Code(
        "E101",
        "the file {detail} cannot be read",
        "The file does not exist, is a folder, or may not be read. Paths in a configuration are relative "
        "to the folder of that configuration; paths on the command line are relative to the current "
        "folder.",
    ),
    Code(
        "E102",
        "this is neither YAML nor JSON: {detail}",
        "The parser stopped at the place shown. Nothing after it was read.",
    ),
    Code(
        "E103",
        "this is not an OpenAPI document: {detail}",
        "An OpenAPI document is an object with a version under `openapi` (3.0, 3.1 or 3.2) or `swagger` "
        "(2.0), and with `paths`, `components` or `webhooks`.",
    ),
    Code(
        "E104",
        "the key {detail} stands twice in one object",
        "YAML and JSON leave open which of two equal keys counts. Rename or remove one of them.",
    ),
    Code(
        "W101",
        "the file {detail} cannot be read",
        "A reference names a file that does not exist, is a folder, or may not be read. Whatever stands "
        "there is taken to be anything, and everything around it is generated.",
    ),
    Code(
        "W105",
        "the reference {detail} leads nowhere",
        "A `$ref` names a place that does not exist, or leads back to itself without ever reaching a value. "
        "Whatever should stand there is taken to be anything, and everything around it is generated.",
    ),
    Code(
        "W106",
        "the reference {detail} leads outside the files of this document",
        "References to other hosts, and to files outside the folder of the document, are refused: reading "
        "a document must not reach into a network or into the rest of a disk. Store the other document "
        "beside this one and refer to it by a relative path, or allow its origin with `--allow-remote` or "
        "under `remote` in the configuration. Until then, whatever should stand there is taken to be "
        "anything.",
    ),
    Code(
        "E107",
        "this document is refused: {detail}",
        "Tags that construct objects, aliases that expand beyond all reason, extreme nesting and text "
        "that no encoding can hold are refused, since a document is data from elsewhere.",
    ),
    Code(
        "E108",
        "the document {detail} has changed",
        "The hash of a fetched document is kept in a lock file, so that generation gives the same result "
        "until somebody decides otherwise. Look at what changed; removing the document's line from the lock "
        "file accepts it.",
    ),
    Code(
        "E109",
        "cannot fetch {detail}",
        "Documents are fetched from public addresses only, without credentials or a proxy, and no redirect "
        "to another origin is followed. It is an error even where generation could go on, since the result "
        "would depend on the state of a network.",
    ),
    Code(
        "W110",
        "{detail}",
        "The document breaks a rule of the OpenAPI standard. What can be generated is generated all the "
        "same.",
    ),
    Code(
        "N111",
        "the document was not fully validated: {detail}",
        "The validator could not finish. That says nothing about the document, and generation goes on.",
    ),
    Code(
        "E112",
        "bad line in a lock file: {detail}",
        "Each line of the lock file of fetched documents is an address, a space and `sha256:` with the hash; "
        "each address stands once. After a merge, keep the line that you want.",
    ),
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
    Code(
        "E130",
        "bad overlay: {detail}",
        "An overlay is an object with `overlay`, `info` and `actions`; every action has a `target`, which "
        "is a JSONPath (RFC 9535), and `update`, `remove` or `copy`.",
    ),
    Code(
        "W131",
        "the overlay target {detail} matches nothing",
        "The action changes nothing. Perhaps the document has changed since the overlay was written.",
    ),
)

_LOWER = (
    Code(
        "W201",
        "not modelled: {detail}",
        "This part of the document has no counterpart in the generated code. The value there is typed as "
        "one that may be anything, and everything around it is generated.",
    ),
    Code(
        "W202",
        "two parts of an `allOf` give the property `{detail}` different types",
        "The later part wins, as it is the more specific one in practice.",
    ),
    Code(
        "W203",
        "the discriminator value `{detail}` is mapped to none of the variants",
        "The mapping names a schema that is not among the choices. The entry is left out.",
    ),
    Code(
        "W204",
        "the operation describes no successful response",
        "The call is generated, and returns the response body as it comes.",
    ),
    Code(
        "W205",
        "path and parameters disagree: {detail}",
        "Every name in braces in a path needs a path parameter, and every path parameter a place in the "
        "path. A missing one is taken to be a string; one without a place is left out.",
    ),
    Code(
        "W206",
        "other media types of the request are not offered: {detail}",
        "The document lets the client choose between encodings; one of them is generated.",
    ),
    Code(
        "W207",
        "the security scheme `{detail}` cannot be served",
        "Only bearer tokens, basic authentication, API keys, OAuth 2 and OpenID Connect are. Give a "
        "header by hand with `default_headers`.",
    ),
    Code(
        "N209",
        "{detail}: it checks values, and a client leaves that to the service",
        "The keyword gives no shape to a type. The service remains the judge of values.",
    ),
    Code(
        "N210",
        "other media types of the response are not asked for: {detail}",
        "The document lets the server answer in several ways; one of them is asked for, and typed.",
    ),
    Code(
        "N211",
        "{detail} leads to no code",
        "The keyword has no counterpart in the generated code, or is not known. It is named once, so that "
        "nothing of a document is dropped without a word.",
    ),
    Code(
        "N212",
        "left out, as the document asks by {detail}",
        "A vendor extension says that clients should not have this operation, parameter or property. "
        "Operations that are left out are listed under `omitted` in `.generated.json`.",
    ),
    Code(
        "N213",
        "the header {detail} of a part is for the caller to give",
        "A part of a multipart form has headers whose values the document does not fix. A file can be given "
        "together with headers of its own.",
    ),
    Code(
        "N214",
        "{detail} is for the receiver to read",
        "A client checks and reads the bodies of webhooks that are JSON. What callbacks carry, and forms, "
        "have types as well, but no call makes them of a request.",
    ),
    Code(
        "N215",
        "the body can hold nothing, and is not offered",
        "The document describes an optional body as an object that has no fields and may have no others.",
    ),
    Code(
        "E220",
        "the pagination rule {detail}",
        "The configuration gives this rule to an operation that lacks a part which the rule names, or has it "
        "in another form. The place shown is where the part should be.",
    ),
    Code(
        "W221",
        "the answer does not come in pages as {detail}",
        "A vendor extension names a part of the request or of the answer that is not there, or is of another "
        "kind. The call is generated, and answers with one page.",
    ),
    Code(
        "W222",
        "the pagination rule {detail} fits no operation",
        "Every part that a rule names must be there: the list, what is sent and what is read. Let an "
        "operation use the rule by its name to learn which part is missing.",
    ),
)

_NAME = (
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
        "The configuration gives the same name to two types. Rename one of them under `types`.",
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
)

_OUTPUT = (
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

_SURFACE = (
    Code(
        "E601",
        "the snapshot of a surface is damaged: {detail}",
        "`sdkloom.surface.json` holds what the SDKs of the last release promise. Only `sdkloom diff "
        "--release` writes it; what is changed by hand can no longer be compared.",
    ),
    Code(
        "E602",
        "there is no snapshot of a surface at {detail}",
        "`sdkloom diff` compares with the surface that was kept at the last release. Keep the present one "
        "with `sdkloom diff --release`, or name another document to compare with.",
    ),
    Code(
        "E603",
        "the snapshot of a surface has the format {detail}",
        "A later version of sdkloom wrote it, and says things in it that this one does not know.",
    ),
)

CODES = {row.code: row for rows in (_LOAD, _LOWER, _NAME, _OUTPUT, _SURFACE) for row in rows}
