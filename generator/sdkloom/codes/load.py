"""What can be wrong with the files that are read?"""

from __future__ import annotations

from sdkloom.codes.row import Code

LOAD = (
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
