"""What do targets, queries, streams and the remaining settings say?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sdkloom.ir.base import Json
from sdkloom.stainless.casing import Casing
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.languages import Languages
from sdkloom.stainless.parts import Part

_ARRAYS = {"comma", "repeat", "brackets", "indices"}
_PUBLISHING = "publishing is no part of generation"

_AS_IT_IS = ({"handle": "give"}, {"handle": "fail", "event": ["error"]})
_HANDLED = {"yield": "give", "done": "end", "error": "fail", "ignore": "ignore", "continue": "ignore"}

# What of a target concerns where and how it is published.
_OF_TARGETS = {
    "production_repo": _PUBLISHING,
    "staging_repo": _PUBLISHING,
    "publish": _PUBLISHING,
    "edition": "editions belong to the other tool",
    "options": "options of a language belong to the other tool",
    "readme_title": "the title of the document heads its README",
    "screencast": "a README shows no films",
    "reviewers": _PUBLISHING,
}


def translate_targets(part: Part, client: str, languages: Mapping[str, str], draft: Draft) -> None:
    """Each language that there is, under our name for it; `languages` leads from theirs to ours."""
    for name, target in part.items():
        ours = languages.get(name)
        if ours is None:
            target.pass_over(f"there is no target for `{name}`")
            continue
        skip = target.get("skip")
        if skip is not None and skip.value is True:
            continue
        draft.put(target, {}, "targets", ours)
        if client:
            draft.put(target, client, "targets", ours, "client")
        package, project = target.get("package_name"), target.get("project_name")
        if package is not None and package.text():
            draft.put(package, _identifier(package.text()), "targets", ours, "package")
            draft.put(package, package.text(), "targets", ours, "distribution")
        if project is not None and project.text():
            draft.put(project, project.text(), "targets", ours, "distribution")
        for key, why in _OF_TARGETS.items():
            if (said := target.get(key)) is not None:
                said.pass_over(why)


def generated_languages(part: Part | None, known: Mapping[str, str]) -> Languages:
    """The languages of `targets` that are not skipped, of those that there are; else all that there are."""
    chosen = set(known.values())
    if part is not None and isinstance(part.value, Mapping):
        named = {known[name] for name, target in part.items() if name in known and not _skips(target)}
        chosen = named or chosen
    return Languages(
        tuple(frozenset(word for word, ours in known.items() if ours == one) for one in sorted(chosen))
    )


def _skips(target: Part) -> bool:
    return isinstance(target.value, Mapping) and target.value.get("skip") is True


def translate_queries(part: Part, draft: Draft) -> None:
    """`query_settings`: how arrays and objects are written in a query."""
    if (arrays := part.get("array_format")) is not None:
        if arrays.value in _ARRAYS:
            draft.put(arrays, arrays.value, "arrays", "query")
        else:
            arrays.lose(f"arrays in the form `{arrays.value}`")
    if (objects := part.get("nested_format")) is not None:
        if objects.value == "brackets":
            draft.put(objects, "brackets", "objects", "query")
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
    if (positions := part.get("positional_params")) is not None:
        positions.lose("that no argument has a position")
    if (header := part.get("file_header")) is not None:
        header.lose("a header of every file", hint="the licence is in the package's own files")
    for key, why in (
        ("sort_schema_properties", "fields come in the order of the document"),
        ("disable_mock_tests", "generated tests need no server"),
    ):
        if (said := part.get(key)) is not None:
            said.pass_over(why)


def client_name(organization: Part | None, casing: Casing) -> str:
    """The class of the client: the name of the organization."""
    name = organization.get("name") if organization is not None else None
    spelled = casing.class_name(name.text()) if name is not None else ""
    return spelled if re.fullmatch(r"[A-Z][A-Za-z0-9]*", spelled) else ""


def _identifier(name: str) -> str:
    return re.sub(r"\W+", "_", name.rpartition("/")[2], flags=re.ASCII).strip("_")
