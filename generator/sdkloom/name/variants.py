"""What are the nameless choices of a union called?

Lowering names a choice after its constant or its title. Where it has neither, its words say only which one it
is (`#0@5`: the first, five steps deep), and here the choice gets the name of a property that no other has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sdkloom.ir.api import Api
from sdkloom.ir.types import Definition, Model
from sdkloom.name.verbs import Words
from sdkloom.name.words import join_words

_CHOICE = re.compile(r"/(?:oneOf|anyOf)/(\d+)(?=/|$)")
_NUMBERED = re.compile(r"#\d+@(\d+)")


_SAYS_NOTHING = frozenset("type kind object event".split())


def name_variants(api: Api) -> dict[str, tuple[Words, ...]]:
    """The words of every definition, with a name instead of each number; then longer ones for choices."""
    choices = _choices(api)
    return {
        id: tuple(dict.fromkeys(_named(definition, choices))) for id, definition in api.definitions.items()
    }


def _choices(api: Api) -> Mapping[str, Mapping[str, Definition]]:
    """The inline choices of each union: its pointer, then the number of the choice and its definition."""
    found: dict[str, dict[str, Definition]] = {}
    for id, definition in api.definitions.items():
        for match in _CHOICE.finditer(id):
            of_union = found.setdefault(id[: match.start()], {})
            known = of_union.get(match[1])
            if known is None or (len(id), id) < (len(known.id), known.id):
                of_union[match[1]] = definition
    return found


def _named(definition: Definition, choices: Mapping[str, Mapping[str, Definition]]) -> Iterator[Words]:
    matches = list(_CHOICE.finditer(definition.id))
    places = {str(definition.id[: match.end()].count("/")): match for match in matches}
    words: list[str] = []
    for word in definition.name.words:
        number = _NUMBERED.fullmatch(word)
        place = places.get(number[1]) if number is not None else None
        if place is None:
            words.append(word)
        else:
            words += next(iter(_choice_words(choices[definition.id[: place.start()]], place[1])), ())
    yield tuple(words) or _only_field(definition) or ("value",)
    last = matches[-1] if matches and matches[-1].end() == len(definition.id) else None
    if last is not None:
        for further in _choice_words(choices[definition.id[: last.start()]], last[1]):
            yield join_words(tuple(words), further)


def _choice_words(siblings: Mapping[str, Definition], number: str) -> Iterator[Words]:
    """Nothing for an only choice; else its only property, or `with` what the fewest others have."""
    own = siblings[number]
    fields = _telling(own)
    if len(siblings) > 1 and not fields:
        yield ("plain",)
    elif len(siblings) > 1:
        required = _required(own)
        rare = sorted(fields, key=lambda name: (_count(siblings, name), name not in required, name))
        yield fields[rare[0]] if len(_fields(own)) == 1 else ("with", *fields[rare[0]])
        for second in rare[1:]:
            yield ("with", *fields[rare[0]], "and", *fields[second])


def _only_field(definition: Definition) -> Words:
    return next(iter(_telling(definition).values())) if len(_telling(definition)) == 1 else ()


def _telling(definition: Definition) -> Mapping[str, Words]:
    return {name: words for name, words in _fields(definition).items() if name not in _SAYS_NOTHING}


def _count(siblings: Mapping[str, Definition], name: str) -> int:
    return sum(name in _fields(sibling) for sibling in siblings.values())


def _fields(definition: Definition) -> Mapping[str, Words]:
    if not isinstance(definition, Model):
        return {}
    return {field.name.wire: field.name.words for field in definition.fields}


def _required(definition: Definition) -> frozenset[str]:
    if not isinstance(definition, Model):
        return frozenset()
    return frozenset(field.name.wire for field in definition.fields if field.required)
