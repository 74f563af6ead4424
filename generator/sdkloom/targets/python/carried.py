"""How does what a call takes travel, as code: bodies, styles, and what is asked for?"""

from __future__ import annotations

from sdkloom.ir.api import Framing, Response
from sdkloom.ir.types import BinaryType, PrimitiveType, Scalar
from sdkloom.targets.base import Code, Import
from sdkloom.targets.carriers import needs_style
from sdkloom.targets.python.arguments import Argument
from sdkloom.targets.python.types import quote


def accepted_type(response: Response) -> str:
    """The media type to ask for, where the type of the answer does not tell the runtime."""
    media_type = response.media_type.split(";")[0].strip().lower()
    if not media_type or isinstance(response.type, BinaryType):
        return ""
    if media_type == "*/*":
        return "*/*" if response.type == PrimitiveType(Scalar.STRING) else ""
    if response.streaming is not None:
        usual = "text/event-stream" if response.streaming.framing is Framing.SSE else "application/jsonl"
    else:
        usual = "text/plain" if media_type.startswith("text/") else "application/json"
    tells = response.type != PrimitiveType(Scalar.STRING, "byte")  # bytes may be a body of any kind
    return "" if media_type == usual and tells else response.media_type


def whole_body(argument: Argument) -> Code:
    """A body as a whole; of a form, its fields are what travels."""
    if argument.carrier not in {"form", "multipart"}:
        return Code(argument.name)
    return Code(f"fields_of({argument.name})", frozenset({Import("._core.forms", "fields_of")}))


def styled_value(argument: Argument) -> Code:
    """An argument with the style that its parameter has, where that is not the usual one."""
    parameter = argument.parameter
    if parameter is None or not needs_style(parameter):
        return Code(argument.name)
    if parameter.media_type:
        is_json = parameter.media_type.split(";")[0].strip().lower().endswith("json")
        needs = frozenset({Import("._core.styles", "as_json")})
        return Code(f"as_json({argument.name})", needs) if is_json else Code(argument.name)
    parts = [str(argument.name), f"style={quote(parameter.style)}", f"explode={parameter.explode}"]
    parts += ["allow_reserved=True"] if parameter.allow_reserved else []
    return Code(f"styled({', '.join(parts)})", frozenset({Import("._core.styles", "styled")}))


def security_code(alternatives: tuple[tuple[str, ...], ...]) -> Code:
    """The schemes of a call, where they are not those of the client."""

    def pack(parts: list[str]) -> str:
        return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"

    return Code(pack([pack([quote(name) for name in names]) for names in alternatives]))
