"""How do rules of `pagination` become rules of ours?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdkloom.ir.base import Json
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.parts import Part

_PROPERTY = "x-stainless-pagination-property"
_SIZES = {
    "limit",
    "page_size",
    "pagesize",
    "per_page",
    "perpage",
    "size",
    "count",
    "max_results",
    "maxresults",
}
_FLAGS = {"has_more", "hasmore", "has_next", "hasnext", "has_next_page", "hasnextpage"}

# The style of ours for each type, and which purposes say what is sent and what is read.
_STYLES = {
    "cursor": ("cursor", "next_cursor_param", "next_cursor_field"),
    "cursor_id": ("cursor", "next_cursor_id_param", "cursor_item_id"),
    "cursor_url": ("next_url", "", "cursor_url_field"),
    "offset": ("offset", "offset_count_param", ""),
    "page_number": ("page", "page_number_param", ""),
    "fake_page": ("link", "", ""),
}
# What else a rule may say. The number that was sent tells where a page stands, and no page leads back.
_PURPOSES = {
    *(purpose for _, *purposes in _STYLES.values() for purpose in purposes),
    *"items has_next_page is_top_level_array offset_total_count_field total_page_count_field".split(),
    *"previous_cursor_param previous_cursor_field previous_cursor_id_param".split(),
    *"current_page_number_field offset_count_start_field".split(),
}


@dataclass(frozen=True, slots=True)
class _Property:
    """A property of a request or a response: its dotted path, its purpose and its schema."""

    path: str
    purpose: str
    schema: Mapping[str, Json]
    header: str = ""


def translate_pages(part: Part, draft: Draft) -> None:
    """Every rule, under its name."""
    for rule in part.listed():
        if not isinstance(rule.value, Mapping):
            rule.refuse("a rule for pages is an object")
            continue
        _translate(rule, draft)


def _translate(rule: Part, draft: Draft) -> None:
    name, kind = rule.get("name"), rule.get("type")
    style = _STYLES.get(str(kind.value)) if kind is not None else None
    if name is None or not name.text() or style is None:
        rule.lose("a rule for pages without a name, or of a type that is not known")
        return
    request = list(_properties(_section(rule, "request"), ""))
    response = list(_properties(_section(rule, "response"), ""))
    said = _said(style, request, response)
    for unknown in sorted({found.purpose for found in (*request, *response)} - _PURPOSES):
        rule.lose(f"the purpose `{unknown}` of a rule for pages")
    header = next((found.header for found in (*request, *response) if found.header), "")
    if header:
        rule.lose(f"a rule that reads the header `{header}`", hint="only the `Link` header leads to pages")
        return
    if isinstance(said, str):
        rule.lose(f"a rule without {said}")
        return
    draft.put(rule, dict(said), "pagination", name.text())
    rule.settle()


def _section(rule: Part, key: str) -> Json:
    part = rule.get(key)
    return part.value if part is not None else None


def _said(
    style: tuple[str, str, str], request: list[_Property], response: list[_Property]
) -> dict[str, Json] | str:
    """The rule in our words, or what it lacks."""
    ours, sending, reading = style
    said: dict[str, Json] = {"style": ours}
    items = _items(response)
    if items is None:
        return "a list of items"
    if items.path:
        said["items"] = items.path
    if sending:
        sent = _with_purpose(request, sending)
        if sent is None:
            return f"a parameter for `{sending}`"
        said["send"] = sent.path
    if reading:
        read = _with_purpose(response, reading)
        if read is None:
            return f"a field for `{reading}`"
        inside = read.path.removeprefix(f"{items.path}[].") if items.path else read.path.removeprefix("[].")
        said["read"] = f"{items.path}[-1].{inside}" if inside != read.path else read.path
    more = _with_purpose(response, "has_next_page") or _named(response, _FLAGS, "boolean")
    limit = _named(request, _SIZES, "integer")
    total = _with_purpose(response, "offset_total_count_field")
    last = _with_purpose(response, "total_page_count_field")
    known = {"more": more, "limit": limit, "total": total, "last": last if ours == "page" else None}
    return {**said, **{key: found.path for key, found in known.items() if found is not None}}


def _items(response: list[_Property]) -> _Property | None:
    """What holds the items: by its purpose, or the only list."""
    said = _with_purpose(response, "items")
    lists = [found for found in response if found.schema.get("type") == "array" and "[]" not in found.path]
    top = next((found for found in response if found.purpose == "is_top_level_array"), None)
    if top is not None:
        return _Property("", "items", {})
    return said or (lists[0] if len(lists) == 1 else None)


def _with_purpose(found: list[_Property], purpose: str) -> _Property | None:
    return next((one for one in found if one.purpose == purpose), None)


def _named(found: list[_Property], names: set[str], kind: str) -> _Property | None:
    """A property that has a usual name and type, and no other purpose."""
    return next(
        (
            one
            for one in found
            if one.path.rpartition(".")[2].lower() in names
            and one.schema.get("type") == kind
            and not one.purpose
        ),
        None,
    )


def _properties(node: Json, path: str) -> Iterator[_Property]:
    """All properties below a map of them, outer ones first; `data[].id` is one of an item."""
    for key, schema in node.items() if isinstance(node, Mapping) else ():
        if not isinstance(schema, Mapping):
            continue
        place = f"{path}.{key}" if path else str(key)
        marked = schema.get(_PROPERTY)
        mark: Mapping[str, Json] = marked if isinstance(marked, Mapping) else {}
        purpose = (
            "is_top_level_array" if mark.get("is_top_level_array") is True else str(mark.get("purpose") or "")
        )
        yield _Property(place, purpose, schema, str(mark.get("from_header") or ""))
        inside = "" if purpose == "is_top_level_array" else place
        yield from _properties(schema.get("properties"), inside)
        items = schema.get("items")
        if isinstance(items, Mapping):
            yield from _properties(items.get("properties"), f"{inside}[]")
