"""How do rules of `pagination` become rules of ours?"""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.ir.base import Json
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.names import plain_name
from sdkloom.stainless.page_parts import Property, find, items_of, named, properties, with_purpose
from sdkloom.stainless.parts import Part

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
# What may stand in a header of the answer.
_IN_HEADERS = frozenset(
    "next_cursor_field cursor_url_field offset_total_count_field total_page_count_field".split()
)


def translate_pages(part: Part, draft: Draft) -> None:
    """Every rule, under its name; a single one may stand without a list, and without a name."""
    for rule in part.listed():
        if not isinstance(rule.value, Mapping):
            rule.refuse("a rule for pages is an object")
            continue
        _translate(rule, draft)


def _translate(rule: Part, draft: Draft) -> None:
    chosen, kind = rule.get("name"), rule.get("type")
    style = _STYLES.get(str(kind.value)) if kind is not None else None
    name = (
        plain_name(chosen.text()) if chosen is not None else f"{kind.value if kind is not None else ''}_page"
    )
    for key, why in (
        ("description", "rules for pages are not described"),
        ("param_location", "where something is sent is found by its name"),
    ):
        if (part := rule.get(key)) is not None:
            part.pass_over(why)
    request, response = (_section(rule, key) for key in ("request", "response"))
    if style is None or not name:
        rule.lose("a rule for pages of a type that is not known, or whose name cannot be one")
        return
    said = _said(style, request, response)
    for unknown in sorted({found.purpose for found in (*request, *response)} - _PURPOSES - {""}):
        rule.lose(f"the purpose `{unknown}` of a rule for pages")
    strange = next(
        (one.header for one in (*request, *response) if one.header and one.purpose not in _IN_HEADERS), ""
    )
    if strange:
        rule.lose(
            f"a rule that reads the header `{strange}`", hint="cursors, URLs and numbers can be in headers"
        )
    elif isinstance(said, str):
        rule.lose(f"a rule without {said}")
    elif name in draft.config.get("pagination", {}):
        rule.lose(f"a second rule for pages of the name `{name}`")
    else:
        draft.put(rule, dict(said), "pagination", name)


def _section(rule: Part, key: str) -> list[Property]:
    part = rule.get(key)
    if part is None:
        return []
    part.settle()
    return list(properties(part.value, ""))


def _said(
    style: tuple[str, str, str], request: list[Property], response: list[Property]
) -> dict[str, Json] | str:
    """The rule in our words, or what it lacks."""
    ours, sending, reading = style
    said: dict[str, Json] = {"style": ours}
    items = items_of(response)
    if items is None:
        return "a list of items"
    if items.path:
        said["items"] = items.path
    if sending:
        sent = with_purpose(request, sending) or find(request, sending)
        if sent is None:
            return f"a parameter for `{sending}`"
        said["send"] = sent.path
    if reading:
        read = with_purpose(response, reading) or find(response, reading)
        if read is None:
            return f"a field for `{reading}`"
        said["read"] = _read(read, items)
    return said | _optional(ours, request, response)


def _read(read: Property, items: Property) -> str:
    """The path of a cursor, or its header; one of an item is that of the last."""
    if read.header:
        return f"header {read.header}"
    inside = read.path.removeprefix(f"{items.path}[].")
    return f"{items.path}[-1].{inside}" if inside != read.path else read.path


def _optional(style: str, request: list[Property], response: list[Property]) -> dict[str, Json]:
    found = {
        "more": with_purpose(response, "has_next_page") or named(response, "more"),
        "limit": named(request, "limit"),
        "total": with_purpose(response, "offset_total_count_field"),
        "last": with_purpose(response, "total_page_count_field") if style == "page" else None,
    }
    return {
        key: f"header {one.header}" if one.header else one.path
        for key, one in found.items()
        if one is not None
    }
