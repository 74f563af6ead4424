"""What do queries, forms, streams and the remaining settings say?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sdkloom.ir.base import Json
from sdkloom.stainless.casing import Casing
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.parts import Part

_ARRAYS = {"comma", "repeat", "brackets", "indices"}
_OBJECTS = {"brackets", "dots"}

_AS_IT_IS = ({"handle": "give"}, {"handle": "fail", "event": ["error"]})
_HANDLED = {"yield": "give", "done": "end", "error": "fail", "ignore": "ignore", "continue": "ignore"}


def translate_queries(part: Part, draft: Draft) -> None:
    """`query_settings`: how arrays and objects are written in a query."""
    if (arrays := part.get("array_format")) is not None:
        if arrays.value in _ARRAYS:
            draft.put(arrays, arrays.value, "arrays", "query")
        else:
            arrays.lose(f"arrays in the form `{arrays.value}`")
    if (objects := part.get("nested_format")) is not None:
        if objects.value in _OBJECTS:
            draft.put(objects, objects.value, "objects", "query")
        else:
            objects.lose(f"objects in the form `{objects.value}`")


def translate_forms(part: Part, draft: Draft) -> None:
    """`multipart_settings`: how arrays are written in a form."""
    if (arrays := part.get("array_format")) is not None:
        if arrays.value == "brackets":
            draft.put(arrays, "brackets", "arrays", "multipart")
        elif arrays.value != "repeat":
            arrays.lose(f"arrays of forms as `{arrays.value}`")


def translate_streams(part: Part, draft: Draft) -> None:
    """`streaming`: which event ends a stream, and where one carries an error."""
    rules = part.get("on_event")
    for rule in rules.listed() if rules is not None else ():
        handle, start, named = (rule.get(key) for key in ("handle", "data_starts_with", "event_type"))
        error, kind = rule.get("error_property"), rule.get("kind")
        if kind is not None and kind.value != "fallthrough":
            kind.lose(f"events of the kind `{kind.value}`")
        if error is not None and error.text():
            draft.put(error, error.text(), "streams", "error")
        what = _HANDLED.get(str(handle.value)) if handle is not None else "give"
        if what is None:
            rule.lose(f"events that are handled as `{handle.value if handle is not None else ''}`")
        elif what == "end" and start is not None and named is None and len(start.text().strip("[]")) > 0:
            _ending(rule, start, draft)
        else:
            _event_rule(rule, what, start, named, draft)


def _ending(rule: Part, start: Part, draft: Draft) -> None:
    """The data that end a stream: a whole sentinel such as `[DONE]`, or what they begin with."""
    text = start.text()
    if text.startswith("[") and text.endswith("]") and "sentinel" not in draft.config.get("streams", {}):
        draft.put(start, text, "streams", "sentinel")
    else:
        _event_rule(rule, "end", start, None, draft)


def _event_rule(rule: Part, what: str, start: Part | None, named: Part | None, draft: Draft) -> None:
    names = [name.text() for name in named.listed()] if named is not None else []
    said: dict[str, Json] = {"handle": what}
    if any(names):
        said["event"] = [name for name in names if name]
    if start is not None and start.text():
        said["prefix"] = start.text()
    if said not in _AS_IT_IS:
        draft.add(rule, said, "streams", "events")


def translate_rest(part: Part, draft: Draft) -> None:
    """`settings`: the licence, and answers in envelopes."""
    if (chosen := part.get("license")) is not None:
        named = chosen.get("name") if isinstance(chosen.value, Mapping) else chosen
        if named is not None and named.text():
            draft.put(named, named.text(), "license")
        if isinstance(chosen.value, Mapping) and (text := chosen.get("contents")) is not None:
            text.lose("the text of a licence", hint="keep it beside the generated files")
            chosen.settle()
    if (fields := part.get("unwrap_response_fields")) is not None:
        for field in fields.listed():
            if field.text():
                draft.add(field, field.text(), "unwrap")
    if (header := part.get("file_header")) is not None and header.text().strip():
        draft.put(header, header.text().strip(), "notice")
    for key, why in (
        ("sort_schema_properties", "fields come in the order of the document"),
        ("disable_mock_tests", "generated tests need no server"),
        ("disable_tests", "generated tests are beside the package, and need no server"),
        ("mock_server", "generated tests need no server"),
        ("per_endpoint_security", "each call is secured as the document says"),
    ):
        if (said := part.get(key)) is not None:
            said.pass_over(why)


def client_name(organization: Part | None, casing: Casing) -> str:
    """The class of the client: the name of the organization."""
    name = organization
    if organization is not None and isinstance(organization.value, Mapping):
        name = organization.get("name")
    spelled = casing.class_name(name.text()) if name is not None else ""
    return spelled if re.fullmatch(r"[A-Z][A-Za-z0-9]*", spelled) else ""
