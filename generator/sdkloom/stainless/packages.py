"""Which packages do `targets` make, and what are they called?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sdkloom.stainless.draft import Draft
from sdkloom.stainless.languages import Languages
from sdkloom.stainless.parts import Part

_PUBLISHING = "publishing is no part of generation"

# What of a target concerns where and how it is published.
_PASSED_OVER = {
    "production_repo": _PUBLISHING,
    "staging_repo": _PUBLISHING,
    "repo": _PUBLISHING,
    "publish": _PUBLISHING,
    "edition": "editions belong to the other tool",
    "options": "options of a language belong to the other tool",
    "readme_title": "the title of the document heads its README",
    "screencast": "a README shows no films",
    "reviewers": _PUBLISHING,
    "keep_files": "what is not generated is never touched",
}

# Where a package may have another name than in code.
_REGISTRIES = ("pypi", "npm")


def translate_targets(part: Part, client: str, languages: Mapping[str, str], draft: Draft) -> None:
    """Each language that there is, under our name for it; `languages` leads from theirs to ours."""
    wanted = set(_wanted(part, languages).values())
    for name, target in part.items():
        ours = languages.get(name)
        if ours is None:
            target.pass_over(f"there is no target for `{name}`")
        elif name in wanted:
            _package(target, ours, client, draft)
        elif _is_skipped(target):
            target.settle()
        else:
            target.pass_over("another target stands for the same language")


def generated_languages(part: Part | None, known: Mapping[str, str]) -> Languages:
    """The languages of `targets` that are not skipped, of those that there are; else all that there are."""
    wanted = _wanted(part, known) if part is not None else {}
    if wanted:
        return Languages(tuple(frozenset((wanted[ours],)) for ours in sorted(wanted)))
    every = sorted(set(known.values()))
    return Languages(tuple(frozenset(word for word in known if known[word] == ours) for ours in every))


def _wanted(part: Part, known: Mapping[str, str]) -> dict[str, str]:
    """By our names of languages, their words for them: where there are several, the one that is ours, too."""
    found: dict[str, str] = {}
    for word, target in part.items():
        ours = known.get(word)
        if ours is not None and not _is_skipped(target) and found.get(ours) != ours:
            found[ours] = word
    return found


def _is_skipped(target: Part) -> bool:
    return target.value is False or (isinstance(target.value, Mapping) and target.value.get("skip") is True)


def _package(target: Part, ours: str, client: str, draft: Draft) -> None:
    draft.put(target, {}, "targets", ours)
    if not isinstance(target.value, Mapping):
        return
    target.get("skip")
    chosen, project = target.get("package_name") or target.get("name"), target.get("project_name")
    own = _below(target, "options", "client_name")
    if own is not None and own.text():
        draft.put(own, own.text(), "targets", ours, "client")
    elif client:
        draft.put(target, client, "targets", ours, "client")
    if chosen is not None and chosen.text():
        draft.put(chosen, _identifier(chosen.text()), "targets", ours, "package")
        draft.put(chosen, chosen.text(), "targets", ours, "distribution")
    for named in (
        project,
        *(_below(target, "publish", registry, "package_name") for registry in _REGISTRIES),
    ):
        if named is not None and named.text():
            draft.put(named, named.text(), "targets", ours, "distribution")
    for key, why in _PASSED_OVER.items():
        if (said := target.get(key)) is not None:
            _pass_over(said, why)


def _pass_over(part: Part, why: str) -> None:
    """Note what of a part was not read, as a whole where that is all of it."""
    left = list(part.unread()) if isinstance(part.value, Mapping) else []
    if not isinstance(part.value, Mapping) or len(left) == len(part.value):
        left = [part]
    for one in left:
        one.pass_over(why)


def _below(part: Part, *keys: str) -> Part | None:
    """The part under keys, one below the other; whoever looks in vain has read none of them."""
    value = part.value
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    found: Part | None = part if value is not None else None
    for key in keys:
        found = found.get(key) if found is not None else None
    return found


def _identifier(name: str) -> str:
    return re.sub(r"\W+", "_", name.rpartition("/")[2], flags=re.ASCII).strip("_")
