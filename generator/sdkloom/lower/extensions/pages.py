"""How do extensions say that an answer comes in pages?

Every tool has words of its own; here they become the words of `pagination:` in the configuration, so that one
rule serves both. Paths are dotted; `data[-1].id` is a field of the last item of the list `data`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sdkloom.ir.base import Json

Style = Literal["cursor", "offset", "page", "link", "next_url"]


@dataclass(frozen=True, slots=True)
class PagesFact:
    """What a document says of an answer in pages; "" is what it does not say.

    `items` is the path of the list in the answer. `send` is the parameter, or the field of the body, that
    carries the cursor, the offset or the page number; `read` the path of the next cursor or URL; `more` that
    of a flag; `limit` a page-size parameter; `total` the path of a count of all items, `last` that of the
    number of pages.
    """

    style: Style
    items: str = ""
    send: str = ""
    read: str = ""
    more: str = ""
    limit: str = ""
    total: str = ""
    last: str = ""


def dollar_paths(value: Json) -> PagesFact | None:
    """`{cursor: $request.cursor, next_cursor: $response.next, results: $response.data}` and the like.

    An `offset` counts pages, unless a `step` says how many items a page has.
    """
    if not isinstance(value, Mapping):
        return None
    items, more = _path(value.get("results")), _path(value.get("has-next-page"))
    if "cursor" in value:
        read = _path(value.get("next_cursor"))
        return PagesFact("cursor", items, _path(value["cursor"]), read, more)
    if "offset" in value:
        step = _path(value.get("step"))
        return PagesFact("offset" if step else "page", items, _path(value["offset"]), "", more, step)
    for key in ("next_uri", "next_path"):
        if key in value:
            return PagesFact("next_url", items, "", _path(value[key]), more)
    return None


def inputs_and_outputs(value: Json) -> PagesFact | None:
    """`{type: cursor, inputs: [{name, in, type}], outputs: {results, nextCursor}}`."""
    if not isinstance(value, Mapping):
        return None
    listed, said = value.get("inputs"), value.get("outputs")
    inputs = {
        str(part.get("type")): str(part["name"])
        for part in (listed if isinstance(listed, list) else ())
        if isinstance(part, Mapping) and isinstance(part.get("name"), str)
    }
    outputs = {key: _path(path) for key, path in said.items()} if isinstance(said, Mapping) else {}
    items, limit, last = outputs.get("results", ""), inputs.get("limit", ""), outputs.get("numPages", "")
    match value.get("type"):
        case "cursor" if "cursor" in inputs:
            return PagesFact("cursor", items, inputs["cursor"], outputs.get("nextCursor", ""), "", limit)
        case "offsetLimit" if "offset" in inputs:
            return PagesFact("offset", items, inputs["offset"], limit=limit, last=last)
        case "offsetLimit" if "page" in inputs:
            return PagesFact("page", items, inputs["page"], limit=limit, last=last)
        case "url":
            return PagesFact("next_url", items, "", outputs.get("nextUrl", ""))
    return None


def next_link(value: Json) -> PagesFact | None:
    """`{nextLinkName: nextLink, itemName: value}`; without a link there is one page only."""
    link = value.get("nextLinkName") if isinstance(value, Mapping) else None
    if not isinstance(value, Mapping) or not isinstance(link, str) or not link:
        return None
    items = value.get("itemName")
    return PagesFact("next_url", items if isinstance(items, str) and items else "value", "", link)


def purpose(value: Json) -> str | None:
    """`{purpose: next_cursor_param}` on a parameter or a property."""
    said = value.get("purpose") if isinstance(value, Mapping) else None
    return said if isinstance(said, str) else None


def from_purposes(sent: Mapping[str, str], answered: Mapping[str, str]) -> PagesFact | None:
    """What marks at parameters and properties amount to: names and paths by their purpose."""
    items, more = answered.get("items", ""), answered.get("has_next_page", "")
    if "next_cursor_param" in sent:
        return PagesFact(
            "cursor", items, sent["next_cursor_param"], answered.get("next_cursor_field", ""), more
        )
    if "next_cursor_id_param" in sent:
        last = answered.get("cursor_item_id", "")
        return PagesFact("cursor", items, sent["next_cursor_id_param"], last, more)
    if "offset_count_param" in sent:
        total = answered.get("offset_total_count_field", "")
        return PagesFact("offset", items, sent["offset_count_param"], "", more, total=total)
    if "page_number_param" in sent:
        last = answered.get("total_page_count_field", "")
        return PagesFact("page", items, sent["page_number_param"], "", more, last=last)
    if "cursor_url_field" in answered:
        return PagesFact("next_url", items, "", answered["cursor_url_field"], more)
    return None


def _path(value: Json) -> str:
    """`$response.data`, `$request.after` and `$.data` without what leads to them; a last item is `[-1]`."""
    if not isinstance(value, str):
        return ""
    bare = re.sub(r"^\$(request|response)?\.?", "", value.strip())
    return re.sub(r"\[\(@\.length\s*-\s*1\)\]", "[-1]", bare)
