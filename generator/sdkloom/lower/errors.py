"""How can an operation fail, and what does the body of a failure look like?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sdkloom.ir.api import Encoding, ErrorModel, Operation
from sdkloom.ir.base import Json, escape
from sdkloom.ir.types import Type
from sdkloom.lower.bodies import encoding_of
from sdkloom.lower.docs import lower_docs
from sdkloom.lower.headers import lower_headers
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.site import Site


def lower_errors(schemas: Schemas, operation: Mapping[str, Json], site: Site) -> tuple[ErrorModel, ...]:
    """The documented failures: every status from 400 on, ranges, and `default` beside a success."""
    responses = operation.get("responses")
    nodes = responses if isinstance(responses, Mapping) else {}
    succeeds = any(str(status).startswith("2") for status in nodes)
    found = []
    for status, node in nodes.items():
        code = str(status).upper()
        if not (code.startswith(("4", "5")) or (code == "DEFAULT" and succeeds)):
            continue
        pointer = f"{site.pointer}/responses/{escape(str(status))}"
        node, pointer = schemas.follow(node, pointer)
        headers = lower_headers(schemas, node, pointer)
        shown = "default" if code == "DEFAULT" else code
        found.append(ErrorModel(shown, _type(schemas, node, pointer), lower_docs(node), headers))
    return tuple(found)


def common_error(operations: Iterable[Operation]) -> Type | None:
    """The failure body that most operations share."""
    counted = Counter(
        error for op in operations for error in {error.type for error in op.errors if error.type}
    )
    return max(counted, key=lambda kind: counted[kind]) if counted else None


def _type(schemas: Schemas, node: Json, pointer: str) -> Type | None:
    content = node.get("content") if isinstance(node, Mapping) else None
    for media_type, described in content.items() if isinstance(content, Mapping) else ():
        media, at = schemas.follow(described, f"{pointer}/content/{escape(str(media_type))}")
        if encoding_of(str(media_type)) is Encoding.JSON and isinstance(media, Mapping) and "schema" in media:
            return schemas.type_of(media["schema"], Site(f"{at}/schema", None, ()))
    return None
