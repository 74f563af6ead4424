"""Which resource and which method does every operation speak of, by all that its document says?

The path is asked first, since every document has one: its names are resources, its parameters select items.
An operation id in which the author marked off the resource goes before it. Where the path leaves a method
open, the verb of the id decides. Tags help where the path names nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sdkloom.ir.api import Api, Operation
from sdkloom.name.call import Call
from sdkloom.name.family import Families, answers_many, find_families
from sdkloom.name.ids import Habits, find_habits, own_words, read_id
from sdkloom.name.methods import Subject, path_call, root_call
from sdkloom.name.paths import Path, shape_of
from sdkloom.name.verbs import Words, base_verb, without
from sdkloom.name.words import singular, split_words

# Whom an API serves. Where every path begins with such an item, it is the account that is worked in.
_TENANTS = frozenset(
    "account accounts org orgs organization organizations organisation organisations tenant tenants "
    "workspace workspaces zone zones company companies store stores shop shops".split()
)
_SPOKEN: Mapping[Words, Words] = {("get",): ("retrieve",), ("post",): ("create",)}
_NO_RESOURCE = frozenset("default api apis misc general other public internal root rest".split())


def infer_calls(api: Api) -> Mapping[str, tuple[Call, ...]]:
    """For every operation the calls that fit it, best first; two operations may want the same."""
    families, habits = find_families(api.operations), find_habits(api.operations)
    return {
        operation.id: _with_second(tuple(_proposals(_subject(api, families, habits, operation))))
        for operation in api.operations
    }


def _with_second(calls: tuple[Call, ...]) -> tuple[Call, ...]:
    """The calls, the best of them with the next one that reads differently."""
    first, *others = calls
    second = next((call for call in others if call.dotted != first.dotted), None)
    if second is None:
        return calls
    return (replace(first, second=f"{second.dotted}, because {second.reason}"), *others)


def _subject(api: Api, families: Families, habits: Habits, operation: Operation) -> Subject:
    said = read_id(operation, habits)
    return Subject(operation, families.whole(operation), families, said, answers_many(api, operation))


def _proposals(subject: Subject) -> Iterator[Call]:
    named = _marked_call(subject)
    if named is not None:
        yield named
    scoped = _without_scope(subject)
    if scoped is not None:
        yield from _path_proposals(replace(subject, path=scoped[0]), scoped[1])
    yield from _path_proposals(subject, "")


def _marked_call(subject: Subject) -> Call | None:
    """The operation id as a call, where its author marked off the resource."""
    said = subject.said
    if said is None or not said.resources:
        return None
    method = _SPOKEN.get(said.about, said.about)
    reason = f"the operation id `{subject.operation.name.wire}` marks off its resource"
    return Call(said.resources, method, reason)


def _path_proposals(subject: Subject, scope: str) -> Iterator[Call]:
    call = path_call(subject)
    if call is None or not call.resources:
        call = _tagged(subject, call or root_call(subject))
    stage = subject.family.stage(subject.operation)
    if stage and call.resources[:1] != ((stage,),):
        reason = f"{call.reason}; the version is {stage}, and others are stable"
        call = replace(call, resources=((stage,), *call.resources), reason=reason)
    if call.reason and scope:
        call = replace(call, reason=f"{call.reason}; {scope}", unscoped=True)
    yield call
    yield from _others(subject, call)


def _tagged(subject: Subject, call: Call) -> Call:
    """A call at the root goes below the resource that the first tag names."""
    tag = next((split_words(tag) for tag in subject.operation.tags), ())
    if not tag or len(tag) > 3 or tag[0] in _NO_RESOURCE or not without(call.method, tag):
        return call
    method = without(call.method, tag)
    if len(method) == 1 and base_verb(method[0]) == "retrieve":
        method = ("retrieve",)
    resource = subject.family.known_as(tag)
    return Call(
        (resource,), method, f"{call.reason}; the tag `{subject.operation.tags[0]}` names the resource"
    )


def _others(subject: Subject, call: Call) -> Iterator[Call]:
    """Further names, for when the best one is taken: the version, then what the id says beyond the path."""
    if subject.family.has_versions(subject.operation) and call.resources:
        first, *rest = call.resources
        reason = f"{call.reason}; the version tells it apart"
        yield replace(call, resources=((*first, *subject.path.version), *rest), reason=reason)
    known = (
        *subject.path.prefix,
        *subject.path.version,
        *(word for words in call.resources for word in words),
    )
    if subject.said is not None and not subject.said.resources:
        words = own_words(subject.said, known)
        if words and not words[-1].isdigit():  # a number only says that an id was taken
            why = f"what the operation id `{subject.operation.name.wire}` says beyond the resource"
            yield replace(call, method=words, reason=why)


def _without_scope(subject: Subject) -> tuple[Path, str] | None:
    """The path without a leading `/accounts/{id}`, where the operation does not speak of accounts.

    Its id or its tag tells; where it has neither, an account is no resource if nothing can be done to itself.
    """
    segments = subject.path.segments
    if len(segments) < 3 or segments[0].wire.lower() not in _TENANTS or segments[1].kind != "item":
        return None
    rest = replace(subject.path, segments=segments[2:])
    alone = path_call(replace(subject, path=rest))
    if alone is None or not alone.resources or rest.segments[0].kind == "item":
        return None
    noun = singular(segments[0].words[-1])
    words = subject.said.words if subject.said is not None else _tag_words(subject.operation)
    if subject.operation.name.wire and subject.said is None:
        return None
    if words:
        spoken = {singular(word) for word in words}
        about = {singular(word) for part in rest.things for word in part}
        drops = noun not in spoken and bool(about & spoken)
    else:
        drops = not _is_asked_for(subject)
    return (rest, f"`{segments[0].wire}` only says where to work") if drops else None


def _tag_words(operation: Operation) -> Words:
    return tuple(word for tag in operation.tags for word in split_words(tag))


def _is_asked_for(subject: Subject) -> bool:
    shape = shape_of(subject.operation.path)
    index = next((place for place, part in enumerate(shape) if "{" in part), 0)
    return bool({shape[:index], shape[: index + 1]} & subject.family.methods.keys())
