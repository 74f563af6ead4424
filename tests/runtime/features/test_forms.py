"""How forms are written where a document says more than the types of their fields.

The expected texts are those of https://spec.openapis.org/oas/v3.1.1#style-examples for a field `color`.
"""

from __future__ import annotations

from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import unquote

import pytest
from server import Answer, Received, answering

ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}
KINDS = {
    "string": (("blue"), "{type: string}"),
    "array": (ARRAY, "{type: array, items: {type: string}}"),
    "object": (OBJECT, "{type: object, additionalProperties: {type: integer}}"),
    "model": (
        OBJECT,
        "{type: object, properties: {R: {type: integer}, G: {type: integer}, B: {type: integer}}}",
    ),
    "anything": (ARRAY, "{}"),
}


def document(media_type: str, schema: str, encoding: str, *more: str) -> str:
    """A document with one form that has the field `color`."""
    others = "".join(f", {name}: {{type: string}}" for name in more)
    return f"""
paths:
  /paint:
    post:
      operationId: paint.mix
      requestBody:
        required: true
        content:
          {media_type}:
            schema: {{type: object, properties: {{color: {schema}{others}}}}}
            encoding: {{color: {encoding}}}
      responses: {{'204': {{description: Mixed.}}}}
"""


def sent(package, **fields) -> Received:
    """The request that a form becomes."""
    with answering(Answer(204)) as server, package.Feature(base_url=server.url) as client:
        client.paint.mix(**fields)
        return server.received[0]


TABLE = [
    ("string", "{style: form}", "color=blue"),
    ("array", "{}", "color=blue&color=black&color=brown"),
    ("array", "{style: form}", "color=blue&color=black&color=brown"),
    ("array", "{explode: false}", "color=blue,black,brown"),
    ("array", "{style: spaceDelimited}", "color=blue black brown"),
    ("array", "{style: pipeDelimited}", "color=blue|black|brown"),
    ("array", "{style: deepObject, explode: true}", "color[]=blue&color[]=black&color[]=brown"),
    ("object", "{style: form}", "R=100&G=200&B=150"),
    ("object", "{style: form, explode: false}", "color=R,100,G,200,B,150"),
    ("object", "{style: spaceDelimited, explode: false}", "color=R 100 G 200 B 150"),
    ("object", "{style: pipeDelimited, explode: false}", "color=R|100|G|200|B|150"),
    ("object", "{style: deepObject, explode: true}", "color[R]=100&color[G]=200&color[B]=150"),
    ("model", "{style: form}", "R=100&G=200&B=150"),
    ("model", "{style: deepObject}", "color[R]=100&color[G]=200&color[B]=150"),
    ("anything", "{style: pipeDelimited}", "color=blue|black|brown"),
    ("object", "{contentType: application/json}", 'color={"R":100,"G":200,"B":150}'),
    ("array", "{contentType: application/json}", 'color=["blue","black","brown"]'),
    ("array", "{contentType: application/json, style: form}", "color=blue&color=black&color=brown"),
]


@pytest.mark.parametrize(("kind", "encoding", "text"), TABLE)
def test_the_fields_of_a_form_are_written_in_their_styles(generated, kind, encoding, text):
    value, schema = KINDS[kind]
    package = generated(document("application/x-www-form-urlencoded", schema, encoding))
    assert unquote(sent(package, color=value).body.decode().replace("+", " ")) == text


@pytest.mark.parametrize("encoding", ["{style: pipeDelimited}", "{contentType: application/json}"])
def test_fields_that_are_unpacked_have_the_same_styles(generated, encoding):
    schema = KINDS["array"][1]
    package = generated(document("application/x-www-form-urlencoded", schema, encoding, *"abcdef"))
    body = unquote(sent(package, color=ARRAY, a="x").body.decode())
    wanted = "blue|black|brown" if "pipe" in encoding else '["blue","black","brown"]'
    assert sorted(body.split("&")) == ["a=x", f"color={wanted}"]


def test_reserved_characters_of_a_form_can_be_allowed(generated):
    package = generated(
        document("application/x-www-form-urlencoded", "{type: string}", "{allowReserved: true}")
    )
    assert sent(package, color="a/b?c=d&e f").body == b"color=a/b?c=d%26e+f"


def test_a_form_given_as_a_whole_has_the_styles_of_its_fields(generated):
    package = generated("""
    paths:
      /paint:
        post:
          operationId: paint.mix
          requestBody:
            required: true
            content:
              application/x-www-form-urlencoded:
                schema: {type: object, additionalProperties: {type: array, items: {type: string}}}
                encoding: {color: {style: pipeDelimited}}
          responses: {'204': {description: Mixed.}}
    """)
    assert (
        sent(package, body={"color": ARRAY, "size": ["a", "b"]}).body
        == b"color=blue%7Cblack%7Cbrown&size=a&size=b"
    )


def parts_of(request: Received) -> list[tuple[str | None, str | None, str]]:
    """Name, media type and content of each part of a multipart form."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + request.body)
    return [
        (part.get_param("name", header="content-disposition"), part.get("content-type"), part.get_payload())
        for part in message.iter_parts()
    ]


@pytest.mark.parametrize(
    ("kind", "encoding", "parts"),
    [
        ("array", "{}", [("color", None, "blue"), ("color", None, "black"), ("color", None, "brown")]),
        ("array", "{style: form, explode: false}", [("color", None, "blue,black,brown")]),
        ("array", "{style: pipeDelimited}", [("color", None, "blue|black|brown")]),
        ("object", "{style: form}", [("R", None, "100"), ("G", None, "200"), ("B", None, "150")]),
        (
            "object",
            "{style: deepObject}",
            [("color[R]", None, "100"), ("color[G]", None, "200"), ("color[B]", None, "150")],
        ),
        (
            "object",
            "{contentType: application/json}",
            [("color", "application/json", '{"R":100,"G":200,"B":150}')],
        ),
        ("string", "{contentType: text/csv}", [("color", "text/csv", "blue")]),
    ],
)
def test_the_parts_of_a_form_are_written_in_their_styles(generated, kind, encoding, parts):
    value, schema = KINDS[kind]
    package = generated(document("multipart/form-data", schema, encoding))
    assert parts_of(sent(package, color=value)) == parts


def test_a_part_has_the_headers_whose_values_are_fixed(generated):
    headers = "{X-Kind: {schema: {const: paint}}, X-Free: {schema: {type: string}}}"
    encoding = f"{{contentType: image/png, headers: {headers}}}"
    package = generated(document("multipart/form-data", "{type: string, format: binary}", encoding))
    body = sent(package, color=("a.png", b"x")).body.decode()
    assert "X-Kind: paint\r\n" in body
    assert "X-Free" not in body
    own = sent(package, color=("a.png", b"x", None, {"x-kind": "mine"})).body.decode()
    assert "x-kind: mine\r\n" in own
    assert "paint" not in own
