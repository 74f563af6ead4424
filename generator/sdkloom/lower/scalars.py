"""What does a schema of a single value describe?"""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.ir.base import Json
from sdkloom.ir.types import BinaryType, Flow, PrimitiveType, Scalar, Type, UnionType
from sdkloom.lower.limits import lower_limits

_SCALARS = {scalar.value: scalar for scalar in Scalar}


def number_type(kind: str, node: Mapping[str, Json]) -> Type:
    """A number or a boolean with its format."""
    return PrimitiveType(_SCALARS[kind], _text(node.get("format")), lower_limits(node))


def string_type(node: Mapping[str, Json]) -> Type:
    """Text with its format, or bytes where the document says that the content is none of text."""
    form = _text(node.get("format"))
    if form == "int-or-string":
        return UnionType((PrimitiveType(Scalar.INTEGER), PrimitiveType(Scalar.STRING)))
    if form == "binary" or (_is_binary(node.get("contentMediaType")) and not node.get("contentEncoding")):
        return BinaryType(Flow.UPLOAD)
    if node.get("contentEncoding") == "base64":
        form = "byte"
    return PrimitiveType(Scalar.STRING, form, lower_limits(node))


def _is_binary(media_type: Json) -> bool:
    bare = media_type.split(";")[0].strip().lower() if isinstance(media_type, str) else ""
    return bool(bare) and not bare.startswith("text/") and not bare.endswith(("json", "xml", "yaml"))


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""
