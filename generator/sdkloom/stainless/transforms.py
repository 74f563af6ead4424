"""How do changes of the document become actions of an overlay?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sdkloom.ir.base import Json
from sdkloom.load.overlay import query_fault
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.parts import Part

_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_DOTS = re.compile(r"\.\.?")
_ODD = re.compile(r"\.(\$\w+|\w+-[\w-]+)")
_SEVERAL = re.compile(r"\*|\.\.|\?|:|,")
_QUOTED = re.compile(r"""'[^']*'|"[^"]*\"""")
_STEP = re.compile(r"(?:[^.\[]|\.(?=json\b|ya?ml\b))+")


def translate_transforms(part: Part, draft: Draft) -> None:
    """Every command, in order."""
    for command in part.listed():
        name, given = command.get("command"), command.get("args")
        command.get("reason")
        if name is None:
            command.refuse("a change of the document has a `command`")
        elif name.value == "oneOfToAnyOf":
            command.pass_over("both kinds of union are typed alike")
        else:
            _translate(str(name.value), command, given, draft)


def _translate(name: str, command: Part, given: Part | None, draft: Draft) -> None:
    said = given.value if given is not None else None
    args: Mapping[str, Json] = said if isinstance(said, Mapping) else {}
    targets = list(_queries(args.get("target", args.get("from"))))
    destinations = list(_queries(args.get("to", args.get("destination"))))
    value = args.get("value", args.get("object"))
    queries = [*targets, *destinations]
    if not targets or None in queries:
        command.lose(f"the change `{name}`, which an overlay cannot express")
        return
    known = [query for query in targets if query is not None]
    places = [query for query in destinations if query is not None]
    about = {"description": reason} if (reason := _reason(command)) else {}
    match name:
        case "remove":
            keys = args.get("keys")
            below = [str(key) for key in keys] if isinstance(keys, list) else []
            for query in known:
                for target in [f"{query}{_step(key)}" for key in below] or [query]:
                    draft.change(command, target, remove=True, **about)
        case "update" if args.get("template") is True and isinstance(value, str) and "{{value}}" in value:
            for query in known:
                draft.change(command, query, update=value, **{"x-sdkloom-template": True}, **about)
        case "update" if value is not None:
            for query in known:
                draft.change(command, query, update=value, **{"x-sdkloom-replace": True}, **about)
        case "append" | "merge" | "mergeObject" if value is not None:
            for query in known:
                draft.change(command, query, update=value, **about)
        case "copy" | "move" if _is_one(known) and places and all(map(_parent, places)):
            for place in places:
                outer, key = _parent(place)
                draft.change(command, outer, update={key: {}}, **{"x-sdkloom-replace": [key]}, **about)
                draft.change(command, place, copy=known[0], **about)
            if name == "move":
                draft.change(command, known[0], remove=True, **about)
        case _:
            command.lose(f"the change `{name}`, which an overlay cannot express")
            return
    command.settle()


def _is_one(queries: list[str]) -> bool:
    """Can the queries match one place only?"""
    return len(queries) == 1 and _SEVERAL.search(_QUOTED.sub("", queries[0])) is None


def _reason(command: Part) -> str:
    said = command.get("reason")
    return said.text() if said is not None else ""


def _queries(value: Json) -> Iterator[str | None]:
    """JSONPaths as RFC 9535 writes them; None for one that it cannot say."""
    for query in value if isinstance(value, list) else [value] if value is not None else []:
        yield _standard(query) if isinstance(query, str) else None


def _standard(query: str) -> str | None:
    """`$.paths./files.get` as `$.paths['/files'].get`."""
    if not query.startswith("$"):
        return None
    found, rest = "$", query[1:]
    while rest:
        if rest.startswith("["):
            end = _bracket(rest)
            found, rest = found + _inside(rest[:end]), rest[end:]
            continue
        dots = _DOTS.match(rest)
        if dots is None:
            return None
        rest = rest[dots.end() :]
        step = _STEP.match(rest)
        if step is None:
            found += ".." if dots[0] == ".." else ""
            if not rest.startswith("["):
                return None
            continue
        plain = step[0] == "*" or _NAME.fullmatch(step[0]) is not None
        found += f"{dots[0]}{step[0]}" if plain else f"{'..' if dots[0] == '..' else ''}{_step(step[0])}"
        rest = rest[step.end() :]
    return None if query_fault(found) else found


def _inside(bracket: str) -> str:
    """What stands in brackets: other signs of equality, and names that stand behind a dot as they are."""
    parts = re.split(r"""('[^']*'|"[^"]*")""", bracket)
    parts[::2] = [_ODD.sub(r"['\1']", part.replace("===", "==").replace("!==", "!=")) for part in parts[::2]]
    return "".join(parts)


def _bracket(text: str) -> int:
    """Where a bracket ends, whatever is quoted inside."""
    depth, quote = 0, ""
    for index, char in enumerate(text):
        if quote:
            quote = "" if char == quote and text[index - 1] != "\\" else quote
        elif char in "'\"":
            quote = char
        elif char == "[":
            depth += 1
        elif char == "]":
            depth -= 1
            if depth == 0:
                return index + 1
    return len(text)


def _step(key: str) -> str:
    escaped = key.replace("\\", "\\\\").replace("'", "\\'")
    return f".{key}" if _NAME.fullmatch(key) else f"['{escaped}']"


def _parent(query: str) -> tuple[str, str]:
    """The query for what holds a place, and the key in it; ("", "") where that cannot be told."""
    match = re.fullmatch(r"(\$.*?)(?:\.([A-Za-z_]\w*)|\['((?:[^'\\]|\\.)*)'\])", query, re.DOTALL | re.ASCII)
    if match is None:
        return "", ""
    return match[1], match[2] or re.sub(r"\\(.)", r"\1", match[3] or "")
