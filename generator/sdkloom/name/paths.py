"""What does a path consist of: prefixes, collections, items, keys and actions?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sdkloom.name.verbs import FORMATS, Words, is_pure_verb
from sdkloom.name.words import singular, split_words

Kind = Literal["thing", "item", "action"]

_VERSION = re.compile(r"v\d+([._-]?\w+)?|\d+(\.\d+)+|\d{4}-\d{2}(-\d{2})?", re.IGNORECASE)
_STAGE = re.compile(r"alpha|beta")
_PREFIXES = {"api", "apis", "rest", "public", "openapi"}
_FORMATS = (
    "aac ashx aspx? atom bmp cgi css csv gif gpg gz html? ico ics jpe?g js json json-?l jsonld jsp m3u8 mp3 "
    "mp4 ndjson ogg p12 pbf pdf php png rdf rss svg tsv ttl txt wav webp xlsx? xml xsd ya?ml zip"
)
_EXTENSION = re.compile(rf"\.({'|'.join(_FORMATS.split())})$", re.IGNORECASE)
_FORMAT = re.compile(r"(?<=[^/{])\.?\{\.?\w*?(format|extension|ext)\}$", re.IGNORECASE)
_FLAG = re.compile(r"\b(\w+)=true\b")
_ASKED = re.compile(r"[{](\w+)[}]")
_PARTS = re.compile(r"(?:\{[^{}]*\}|[^/#?{}])+")
_KEYS = frozenset("id ids uuid guid key code name slug email token number hash handle username sku".split())


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a path: something that is named, an item that a parameter selects, or a marked action."""

    wire: str
    words: Words
    kind: Kind


@dataclass(frozen=True, slots=True)
class Path:
    """What is left of a path behind its prefix.

    `version` and `prefix` are the words that were cut off in front; `by` is the key that an item is looked
    up by, where it is not its own (`/users/email/{email}`), `form` the format that ends the path (`.txt`) or
    a flag of the query (`?full=true`), and `asked` what is filled in behind its question mark.
    """

    segments: tuple[Segment, ...]
    version: Words = ()
    prefix: Words = ()
    by: Words = ()
    form: Words = ()
    asked: Words = ()

    @property
    def things(self) -> tuple[Words, ...]:
        """The words of everything that is named, from the root."""
        return tuple(part.words for part in self.segments if part.kind != "item")

    @property
    def product(self) -> Words:
        """What stands before a version and is no mere prefix such as `api`: `("cloud",)` of `/cloud/v1`."""
        plain = (word for word in self.prefix if word not in _PREFIXES and not _STAGE.fullmatch(word))
        return tuple(plain) if self.version else ()

    def behind_product(self) -> Path:
        """The path with the product in front of everything else."""
        if not self.product:
            return self
        front = Segment("_".join(self.product), self.product, "thing")
        return replace(self, segments=(front, *self.segments), prefix=())

    @property
    def stage(self) -> str:
        """What version and prefix say of how ready it is: `alpha`, `beta`, or `""` for a stable one."""
        found = _STAGE.search("".join((*self.prefix, *self.version)).lower())
        return found[0] if found is not None else ""

    @property
    def ends_in_item(self) -> bool:
        """Does the path end in a parameter?"""
        return bool(self.segments) and self.segments[-1].kind == "item"


def read_path(path: str) -> Path:
    """Cut a path into its segments, and take off what leads up to the API's own words.

    A stage that is fixed in the query (`?beta=true`) selects another set of operations, and stands in front;
    any other flag says in which form an answer is wanted, as `.xml` does.
    """
    place, _, query = path.partition("?")
    place, marked = _marked(place)
    segments = tuple(segment for part in _PARTS.findall(place) for segment in _segments(part))
    segments, version, prefix = _strip_prefix(segments)
    flags = _FLAG.findall(query)
    stages = tuple(Segment(flag, (flag,), "thing") for flag in flags if _STAGE.fullmatch(flag))
    form = _EXTENSION.search(place)
    forms = (
        *([form[1]] if form is not None else ()),
        *(flag for flag in flags if not _STAGE.fullmatch(flag)),
    )
    words = tuple(word for name in forms for word in split_words(name))
    asked = tuple(word for name in _ASKED.findall(query) for word in split_words(name))
    segments = (*stages, *_strip_format(segments), *marked)
    return _fold_keys(Path(segments, version, prefix, form=words, asked=asked))


def last_part(path: str) -> str:
    """What stands behind the last slash, but for the name of a format."""
    return _EXTENSION.sub("", path.rsplit("/", 1)[-1])


def _marked(place: str) -> tuple[str, tuple[Segment, ...]]:
    """`/#X-Amz-Target=Shield_20160616.ListAttacks`: what tells operations of one path apart is an action."""
    front, _, mark = place.partition("#")
    if "=" not in mark:
        return place, ()
    action = re.split(r"[=.]", mark)[-1]
    return front, (Segment(action, split_words(action), "action"),) if action else ()


def shape_of(path: str) -> tuple[str, ...]:
    """The path with its parameters unnamed, by which relatives are found."""
    parts = (
        re.sub(r"\{[^{}]*\}", "{}", _EXTENSION.sub("", _FORMAT.sub("", part)))
        for part in _PARTS.findall(path)
    )
    return tuple(part for part in parts if part)


def _segments(part: str) -> Iterator[Segment]:
    """One segment, or several: `chat.postMessage` is two, and `{name}:cancel` is an item and an action."""
    part = _EXTENSION.sub("", _FORMAT.sub("", part))
    outside = re.sub(r"\{[^{}]*\}", lambda match: "_" * len(match[0]), part)
    head, mark, action = outside.rpartition(":")
    if mark and head and action:
        yield from _segments(part[: len(head)])
        yield Segment(action, split_words(action), "action")
    elif "{" in part:
        inside = re.search(r"\{([^{}]*)\}", part)
        name = re.split(r"[=:*]", inside[1])[0] if inside is not None else part
        yield Segment(part, split_words(name), "item")
    elif "." in part.strip(".") and not _VERSION.fullmatch(part):
        *things, last = (piece for piece in part.split(".") if piece)
        yield from (Segment(piece, split_words(piece), "thing") for piece in things)
        yield Segment(last, split_words(last), "action")
    else:
        yield Segment(part, split_words(part), "thing")


def _strip_prefix(segments: tuple[Segment, ...]) -> tuple[tuple[Segment, ...], Words, Words]:
    """What leads up to a version is a prefix, and so are words such as `api`."""
    version: Words = ()
    prefix: Words = ()
    for index in range(min(3, len(segments)) - 1, -1, -1):
        before = segments[:index]
        leads = index + 1 < len(segments) or all(part.wire.lower() in _PREFIXES for part in before)
        if leads and _is_version(segments[index], before) and all(part.kind != "item" for part in before):
            version = segments[index].words
            kept = _kept(before, segments[index + 1 :])
            prefix = tuple(word for part in before[: index - len(kept)] for word in part.words)
            segments = (*kept, *segments[index + 1 :])
            break
    while len(segments) > 1 and _is_prefix(segments):
        prefix += segments[0].words
        segments = segments[1:]
    return segments, version, prefix


def _is_prefix(segments: tuple[Segment, ...]) -> bool:
    """Where an item follows, `apis` are what the API is about."""
    wire = segments[0].wire.lower()
    return wire in _PREFIXES and not (wire == "apis" and segments[1].kind == "item")


def _is_version(part: Segment, before: tuple[Segment, ...]) -> bool:
    """A bare number is a version right behind a prefix: `/api/2/issues`."""
    behind_prefix = bool(before) and before[-1].wire.lower() in _PREFIXES
    return bool(_VERSION.fullmatch(part.wire)) or (
        behind_prefix and bool(re.fullmatch(r"\d{1,2}", part.wire))
    )


def _kept(before: tuple[Segment, ...], behind: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """What stands before a version and is needed: `/segments/2.0/{id}` is one of the segments."""
    if behind and behind[0].kind == "item" and _named(before):
        return before
    return () if _names_something(behind) else _named(before)


def _names_something(segments: tuple[Segment, ...]) -> bool:
    """Is there more behind a version than one verb? `/reports/v1/get` speaks of reports."""
    return len(segments) != 1 or segments[0].kind != "thing" or not is_pure_verb(segments[0].words)


def _named(before: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The last of the segments before a version, where it is no mere prefix."""
    return before[-1:] if before and before[-1].wire.lower() not in _PREFIXES else ()


def _strip_format(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The name of a format at the end says how something is written, not what it is."""
    return segments[:-1] if len(segments) > 1 and segments[-1].wire.lower() in FORMATS else segments


def _fold_keys(path: Path) -> Path:
    """`/users/email/{email}` selects an item of `users`: `email` is a key, and no collection."""
    kept: list[Segment] = []
    by: Words = ()
    for index, part in enumerate(path.segments):
        item = path.segments[index + 1] if index + 1 < len(path.segments) else None
        if item is not None and item.kind == "item" and kept and _is_key(part, item):
            key = part.words[1:] if part.words[0] == "by" else part.words
            owner = {singular(word) for word in kept[-1].words}
            by = tuple(word for word in key if singular(word) not in owner) or key
        else:
            kept.append(part)
    return replace(path, segments=tuple(kept), by=by)


def _is_key(part: Segment, item: Segment) -> bool:
    if part.kind != "thing":
        return False
    if part.words[0] == "by" and len(part.words) > 1:
        return True
    return part.words == item.words and part.words[-1] in _KEYS
