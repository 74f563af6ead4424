"""What are the classes of answers in pages called, for languages that have such classes?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from sdkloom.ir.api import Api
from sdkloom.ir.pages import Path
from sdkloom.ir.paths import model_at
from sdkloom.name.distinct import Candidate, Clash, Key, Taken, folded, tell_apart
from sdkloom.name.propose import Proposal
from sdkloom.name.published import REASON, Published
from sdkloom.name.words import split_words

if TYPE_CHECKING:
    from sdkloom.name.type_names import TypeName

PageKey = tuple[str, Path]
"""The model that an answer is, and the path of the list in it."""


def paged_answers(api: Api) -> dict[str, PageKey]:
    """All answers in pages that are models, each by an id of its own."""
    found: dict[str, PageKey] = {}
    for operation in api.operations:
        pages, answer = operation.pagination, operation.response.type
        if pages is not None and answer is not None:
            model = model_at(api.definitions.get, answer)
            if model is not None:
                found[f"page {model.id} {'.'.join(pages.items)}"] = (model.id, pages.items)
    return found


def published_pages(answers: Mapping[str, PageKey], published: Published) -> Iterator[Candidate]:
    """The classes of pages that are published, while the names of their answers are the document's."""
    for id, (model, items) in answers.items():
        known = published.page(model, items) if model not in published.renamed else None
        if known is not None:
            yield Candidate(
                id, "", 2, (Proposal(known[1], known[2], known[0], REASON),), (len(id), id, "", "")
            )


def names_of_twins(answers: Mapping[str, PageKey], published: Published) -> Iterator[tuple[Key, str]]:
    """The class of a published page has a twin for asynchronous clients, whose name nothing new takes."""
    for candidate in published_pages(answers, published):
        name = candidate.proposals[0]
        yield (("", name.place), f"async{folded(name)}"), candidate.id


def name_pages(
    answers: Mapping[str, PageKey],
    settled: Mapping[str, Proposal],
    types: Mapping[str, TypeName],
    chosen: Mapping[str, str],
    taken: Taken,
) -> tuple[dict[PageKey, Proposal], tuple[Clash, ...]]:
    """A name for each that has none among the `settled`: that of its answer and `page`, if it is not `taken`.

    `chosen` are those of the configuration, by the ids of answers.
    """
    candidates, given = [], dict(taken)
    for id, (model, _) in answers.items():
        proposals = tuple(_proposals(types[model]))
        given |= dict(_twins_taken(proposals, taken))
        if model in chosen:
            own = Proposal(
                split_words(chosen[model]), chosen[model], types[model].place, "configuration: its `page`"
            )
            candidates.append(Candidate(id, "", 4, (own, *proposals), (len(id), id, "", "")))
        elif id not in settled:
            candidates.append(Candidate(id, "", 0, proposals, (len(id), id, "", "")))
    found, clashes = tell_apart(candidates, given)
    return {key: found.get(id) or settled[id] for id, key in answers.items()}, clashes


def _twins_taken(proposals: Iterable[Proposal], taken: Taken) -> Iterator[tuple[Key, str]]:
    """A name is as good as taken where that of its twin for asynchronous clients is."""
    for one in proposals:
        holder = taken.get((("", one.place), f"async{folded(one)}"))
        if holder is not None:
            yield (("", one.place), folded(one)), holder


def _proposals(named: TypeName) -> Iterator[Proposal]:
    """`PetPage` of `PetResponse`; what is called a page already is one of several."""
    words = named.words[:-1] if named.words[-1] == "response" and len(named.words) > 1 else named.words
    text = (named.text.removesuffix("Response") or named.text) if words != named.words else named.text
    if words[-1] == "page":
        yield Proposal((*words[:-1], "pages"), f"{text}s" if text else "", named.place, "a page of it")
    else:
        yield Proposal((*words, "page"), f"{text}Page" if text else "", named.place, "a page of it")
    yield Proposal((*words, "paged"), f"{text}Paged" if text else "", named.place, "a page of it")
