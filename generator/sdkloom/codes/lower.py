"""What of a document can have no counterpart in an API?"""

from __future__ import annotations

from sdkloom.codes.row import Code

LOWER = (
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
        "N216",
        "the one part of a form has no name, and is sent as {detail}",
        "A multipart form is made of named parts, and the document describes a file or a text in its place. "
        "An overlay can give it one: `{type: object, properties: {upload: {type: string}}}`.",
    ),
    Code(
        "N217",
        "the header {detail} is for the connection to say, and is no argument",
        "It tells how long a request is, where it goes or how the connection is used. Who sends the "
        "bytes knows; an argument could only be wrong.",
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
