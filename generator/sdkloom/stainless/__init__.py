"""What does a `stainless.yml` say, in the words of `sdkloom.yaml`?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json
from sdkloom.stainless.casing import read_casing
from sdkloom.stainless.client import translate_client, translate_security
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.endpoints import read_endpoint
from sdkloom.stainless.packages import generated_languages, translate_targets
from sdkloom.stainless.pages import translate_pages
from sdkloom.stainless.parts import Ledger, Part
from sdkloom.stainless.positions import read_positions
from sdkloom.stainless.readme import translate_readme
from sdkloom.stainless.resources import translate_resources
from sdkloom.stainless.settings import (
    client_name,
    translate_forms,
    translate_queries,
    translate_rest,
    translate_streams,
)
from sdkloom.stainless.transforms import translate_transforms

# Parts of the file that concern the other tool, or what happens to a package afterwards.
_ELSEWHERE = {
    "edition": "editions belong to the other tool",
    "codeflow": "publishing is no part of generation",
    "diagnostics": "findings have codes of their own here",
    "docs": "it concerns a website",
    "organization": "where to ask is no part of a package",
}

# What tells such a file from one of ours.
_THEIRS = frozenset(
    "organization client_settings query_settings security_schemes custom_casings codeflow edition "
    "unspecified_endpoints".split()
)
_OF_RESOURCES = frozenset(("methods", "models", "subresources"))


@dataclass(frozen=True, slots=True)
class Translated:
    """A configuration and an overlay, with the places in the file that each part of them comes from."""

    config: Mapping[str, Json]
    places: Mapping[str, str]
    overlay: Json
    changed: Mapping[str, str]


def is_stainless(data: Json) -> bool:
    """Is this a `stainless.yml`, or a part of one in a file of its own, and no configuration of ours?"""
    if not isinstance(data, Mapping) or "spec" in data:
        return False
    resources = data.get("resources")
    nodes = resources.values() if isinstance(resources, Mapping) else ()
    return (
        bool(data.keys() & _THEIRS)
        or isinstance(data.get("openapi"), Mapping)
        or any(isinstance(node, Mapping) and bool(node.keys() & _OF_RESOURCES) for node in nodes)
    )


def translate(data: Json, file: str, languages: Mapping[str, str], report: Report) -> Translated:
    """All that the file says; what is not carried over is reported, each at its place.

    `languages` leads from the names of languages in the file to the names of our targets.
    """
    root, draft = Part(data, "#", Ledger(file, report)), Draft()
    casing = read_casing(root.get("custom_casings"))
    organization, targets = root.get("organization"), root.get("targets") or root.get("package")
    client = client_name(organization, casing)
    if targets is not None:
        translate_targets(targets, client, languages, draft)
    if (resources := root.get("resources")) is not None:
        positions = read_positions(root.get("settings"), root.get("client_settings"))
        spoken = generated_languages(targets, languages)
        translate_resources(resources, casing, spoken, positions, draft)
        draft.put(resources, "skip", "unlisted")
    if (unlisted := root.get("unspecified_endpoints")) is not None:
        _unlisted(unlisted, draft)
    translate_client(root.get("client_settings"), root.get("environments"), draft)
    for key, translated in (
        ("pagination", translate_pages),
        ("streaming", translate_streams),
        ("query_settings", translate_queries),
        ("multipart_settings", translate_forms),
        ("settings", translate_rest),
        ("readme", translate_readme),
    ):
        if (part := root.get(key)) is not None:
            translated(part, draft)
    translate_security(root.get("security"), root.get("security_schemes"), draft)
    _document(root, draft)
    _finish(root)
    return Translated(draft.config, draft.places, draft.overlay, draft.changed)


def _unlisted(part: Part, draft: Draft) -> None:
    """What is left out; without resources there are no others that are."""
    for said in part.listed():
        endpoint = read_endpoint(said)
        if endpoint is None:
            said.refuse("an endpoint is a method and a path, such as `get /models`")
        elif "unlisted" not in draft.config:
            draft.put(said, True, "operations", endpoint.key, "skip")


def _document(root: Part, draft: Draft) -> None:
    """`openapi`: how the document is changed."""
    part = root.get("openapi")
    if part is None:
        return
    for key in ("transformations", "transforms"):
        if (commands := part.get(key)) is not None:
            translate_transforms(commands, draft)
    for key in ("code_samples", "code_sample_languages"):
        if (said := part.get(key)) is not None:
            said.pass_over("the document is not written anew")


def _finish(root: Part) -> None:
    """Nothing of the file is left without a word."""
    for key, why in _ELSEWHERE.items():
        if (part := root.get(key)) is not None:
            for left in part.unread():
                left.pass_over(why)
            if key != "organization":
                part.pass_over(why)
    for left in root.unread():
        if left.value is not None:
            left.lose(f"`{left.pointer.rpartition('/')[2]}`")
