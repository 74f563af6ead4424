"""Which call opens the README of a package, and with which values?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sdkloom.ir.base import Json
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.endpoints import read_endpoint
from sdkloom.stainless.parts import Part

_IN_PATH = re.compile(r"\{([^{}]*)\}")


def translate_readme(part: Part, draft: Draft) -> None:
    """`readme`: the headline, or else the default, opens the README; its values become the example."""
    requests = part.get("example_requests")
    for key in ("example_types", "include_stainless_attribution"):
        if (said := part.get(key)) is not None:
            said.pass_over("a README shows calls of this very API, and no types")
    if requests is None:
        return
    first = requests.get("headline") or requests.get("default")
    for name, request in requests.items():
        if first is None or request.value == first.value:
            request.settle()
        else:
            request.pass_over(f"the README chooses its call for `{name}` by what the API offers")
    if first is not None:
        _open(first, draft)


def _open(request: Part, draft: Draft) -> None:
    endpoint, params = request.get("endpoint"), request.get("params")
    request.get("type")
    for key in ("response_property", "assign_to", "file_param", "file_path"):
        if (said := request.get(key)) is not None:
            said.pass_over("an example shows the whole answer, and makes up what else it needs")
    found = read_endpoint(endpoint)
    if found is None:
        request.refuse("an example names its endpoint, such as `get /models`")
        return
    draft.put(request, found.key, "headline")
    values = params.value if params is not None else None
    given: dict[str, Json] = dict(values) if isinstance(values, Mapping) else {}
    inside = {key: value for key, value in given.items() if key not in _IN_PATH.findall(found.path)}
    if params is None or not inside:
        return
    if found.method in {"POST", "PUT", "PATCH"}:
        target = f"{found.query}.requestBody.content[*]"
        draft.change(
            params, target, update={"example": inside}, **{"x-sdkloom-replace": ["example", "examples"]}
        )
        params.settle()
    else:
        params.lose("values of an example", hint="give the parameters an `example` in an overlay")
