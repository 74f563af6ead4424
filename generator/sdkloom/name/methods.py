"""Which method does the end of a path speak of, together with its HTTP method?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile

from sdkloom.ir.api import Operation
from sdkloom.name.call import Call, ResourcePath
from sdkloom.name.family import Families
from sdkloom.name.ids import Said, own_words, told_verb
from sdkloom.name.paths import Path, shape_of
from sdkloom.name.verbs import (
    Words,
    base_verb,
    can_be_made,
    is_action,
    is_body,
    is_collection,
    is_pure_action,
    is_verb,
)
from sdkloom.name.words import singular_words, split_words

_KINDS_OF_KEY = frozenset("external internal public private own".split())
_OF_ALL = {"get": "list", "put": "update", "patch": "update", "delete": "delete"}
_BASE = {"get": "retrieve", "put": "update", "patch": "update", "delete": "delete"}


@dataclass(frozen=True, slots=True)
class Subject:
    """All that is known of one operation when it is named.

    `many` tells whether it answers with a list, None where that is not known.
    """

    operation: Operation
    path: Path
    family: Families
    said: Said | None
    many: bool | None

    @property
    def http(self) -> str:
        """The HTTP method, in lower case."""
        return self.operation.method

    @property
    def sent_as(self) -> str:
        """How a reason begins: `GET of`."""
        return f"{self.http.upper()} of"


def path_call(subject: Subject) -> Call | None:
    """The call that the path and the HTTP method speak of; None where the path names nothing.

    Everything below an item that was looked up by another key says so, so that both branches read alike.
    """
    call = _bare_call(subject) if subject.path.things else None
    if call is None or not subject.path.by or "for" in call.method:
        return call
    return replace(call, method=(*call.method, "by", *subject.path.by))


def _bare_call(subject: Subject) -> Call:
    things, path = subject.path.things, subject.path
    if path.segments[-1].kind == "action":
        return _marked_action(subject, things)
    spoken = _verb_in_front(subject, things)
    if spoken is not None:
        return spoken
    if len(things) > 1 and is_pure_action(things[0]) and subject.http == "post":
        return _action_in_front(subject, things)
    if path.ends_in_item:
        return _on_item(subject, things)
    return _inside_action(subject, things) or _of_all(subject, things) or _on_thing(subject, things)


def _marked_action(subject: Subject, things: ResourcePath) -> Call:
    """`chat.postMessage` and `{name}:cancel`: the author set the action apart."""
    *resources, method = things
    reason = f"the path sets the action `{'_'.join(method)}` apart"
    if subject.http == "post" and "get" in subject.family.others(subject.operation):
        return Call(tuple(resources), (*method, "by", "post"), f"{reason}, which GET does as well")
    return Call(tuple(resources), _plain(method), reason)


def _plain(method: Words) -> Words:
    return ("retrieve",) if method == ("get",) else method


def _verb_in_front(subject: Subject, things: ResourcePath) -> Call | None:
    """`/create-agent`, `/get-agent/{id}` and `/list-agents` speak of one resource, which has methods."""
    verb, *words = things[0]
    noun = subject.family.spoken_of(tuple(words)) if len(things) == 1 and words else None
    if noun is None or subject.operation.tags or subject.operation.name.wire:
        return None
    rest = tuple(words[len(noun) :])
    if rest and not is_verb(verb):
        return None
    base = base_verb(verb)
    if base == "retrieve" and is_collection(things[0]) and not subject.path.ends_in_item:
        base = "list"
    method = (base or verb,) if not rest else (verb, *rest)
    return Call((noun,), method, f"paths begin with several verbs on `{'_'.join(noun)}`")


def _action_in_front(subject: Subject, things: ResourcePath) -> Call:
    """`/simulate/payments/receipt` does something to what follows: `payments.simulate_receipt`."""
    action, *rest = things
    reason = f"`{'_'.join(action)}` stands in front and is an action on what follows"
    if subject.path.ends_in_item or is_collection(rest[-1]):
        return Call(tuple(rest), action, reason)
    if len(rest) == 1:
        return Call((action,), rest[0], reason)
    return Call(tuple(rest[:-1]), (*action, *rest[-1]), reason)


def _inside_action(subject: Subject, things: ResourcePath) -> Call | None:
    """What follows an action belongs to it: `change-plan/preview` is `preview_change_plan`."""
    if len(things) < 3 or subject.path.segments[-2].kind == "item" or is_collection(things[-2]):
        return None
    if not (is_action(things[-2], subject.http) or is_action(things[-2], "post")) or subject.family.has_items(
        subject.operation.path
    ):
        return None
    reason = f"`{'_'.join(things[-2])}` is an action, and `{'_'.join(things[-1])}` belongs to it"
    both = (things[-1], things[-2]) if is_action(things[-1], "post") else (things[-2], things[-1])
    lead = ("delete",) if subject.http == "delete" else ()
    return Call(things[:-2], (*lead, *both[0], *both[1]), reason)


def _of_all(subject: Subject, things: ResourcePath) -> Call | None:
    """`/contacts/all` is `contacts.list_all`: no thing of its own."""
    verb = _OF_ALL.get(subject.http)
    if verb is None or len(things) < 2 or things[-1] != ("all",) or subject.path.segments[-2].kind == "item":
        return None
    if subject.family.has_items(subject.operation.path):
        return None
    return Call(things[:-1], (verb, "all"), f"{subject.sent_as} all of `{'_'.join(things[-2])}`")


def _on_item(subject: Subject, things: ResourcePath) -> Call:
    last = things[-1]
    if _is_action_on_item(subject, things):
        return Call(things[:-1], _plain(last), f"`{'_'.join(last)}` stands before the item and is an action")
    if subject.family.is_scope(subject.operation.path):
        method, why = _scoped_method(subject, last)
        return Call(things, method, f"{subject.sent_as} the collection `{'_'.join(last)}` in one place{why}")
    method, why = _item_method(subject)
    if subject.http == "post" and subject.path.by[:-1] and not set(subject.path.by[:-1]) <= _KINDS_OF_KEY:
        noun = subject.path.by[:-1]
        return Call(things, ("create", "for", *noun), f"`{' '.join(noun)}` is what the new item belongs to")
    told_apart = () if subject.path.by else _second_key(subject, last)
    return Call(things, (*method, *told_apart), f"{subject.sent_as} one item of `{'_'.join(last)}`{why}")


def _is_action_on_item(subject: Subject, things: ResourcePath) -> bool:
    """`/tools/attach/{id}`: nothing but items follow the action, and nothing else is done with them."""
    shape, methods = shape_of(subject.operation.path), subject.family.methods
    items = sum(1 for _ in takewhile(lambda part: part.kind == "item", reversed(subject.path.segments)))
    alone = not any(shape[: len(shape) - count] in methods for count in range(1, items + 1))
    free = alone and not subject.family.others(subject.operation)
    return len(things) > 1 and free and is_action(things[-1], subject.http)


def _item_method(subject: Subject) -> tuple[Words, str]:
    others = subject.family.others(subject.operation)
    match subject.http:
        case "put" if "patch" in others:
            return _told(subject, "update", ("replace",)), ", where PATCH updates"
        case "post" if others & {"put", "patch"}:
            return _told(subject, "update", ("post",)), ", where another method updates"
        case "post":
            return _told(subject, "update", ("update",)), ""
        case "put":
            return _told(subject, "update", ("update",)), ""
        case "get" | "patch" | "delete":
            return (_BASE[subject.http],), ""
        case _:
            return _told(subject, "", (subject.http,)), ""


def _told(subject: Subject, expected: str, otherwise: Words) -> Words:
    """The verb of the operation id, where the path and the HTTP method leave it open."""
    return told_verb(subject.said, expected) or otherwise


def _scoped_method(subject: Subject, last: Words) -> tuple[Words, str]:
    """`/disks/{project}/{region}` holds disks; what deletes there is not said to delete all of them."""
    if subject.http == "delete" and "delete" in subject.family.item_methods(subject.operation.path):
        return ("delete", "by", *_without_owner_of_key(subject, last)), ", whose items are deleted one by one"
    return _collection_method(subject, subject.family.others(subject.operation))


def _second_key(subject: Subject, last: Words) -> Words:
    """An item inside an item (`/webhooks/{id}/{token}`) is told from the outer one by its own key."""
    segments = subject.path.segments
    if (
        len(segments) < 2
        or segments[-2].kind != "item"
        or subject.http not in subject.family.above(subject.operation.path)
        or shape_of(subject.operation.path)[:-1] in subject.family.scopes
    ):
        return ()
    words = segments[-1].words
    if words[-1] in {"id", "key", "uuid", "gid"} and len(words) > 1:
        return words[:-1]
    return ("by", *_without_owner_of_key(subject, last))


def _without_owner_of_key(subject: Subject, last: Words) -> Words:
    """The key that ends the path, without the words of the collection in front."""
    words, owner = subject.path.segments[-1].words, singular_words(last)
    return words[len(owner) :] if words[: len(owner)] == owner and len(words) > len(owner) else words


def _on_thing(subject: Subject, things: ResourcePath) -> Call:
    """A path that ends in a name: an action, a collection or a single thing."""
    last, http = things[-1], subject.http
    family, path = subject.family, subject.operation.path
    said = f"`{'_'.join(last)}` ends the path"
    others = family.others(subject.operation)
    alone = not family.has_items(path)
    acts = _is_acted(last, http, others) or _without_owner(subject, things) != last
    if alone and (acts or _is_said_to_act(subject, things)):
        return _action(subject, things, others, f"{said} and is an action")
    many = subject.many if http == "get" else None
    if not alone or many or (is_collection(last) and many is not False):
        method, why = _collection_method(subject, others)
        return Call(things, method, f"{subject.sent_as} the collection `{'_'.join(last)}`{why}")
    if last == ("async",) and len(things) > 1 and http == "post":
        return Call(things[:-1], ("create", *last), f"{said} and tells how something is created")
    follows_item = len(things) > 1 and subject.path.segments[-2].kind == "item"
    if len(things) > 1 and not others and not family.goes_on(path):
        if http == "get" and family.is_nowhere_else(last):
            return Call(things[:-1], last, f"{said}, is read there, and stands in no other path")
        if _is_done(subject, last, follows_item):
            return Call(things[:-1], last, f"{said} and is all that is asked of what stands before it")
    return Call(things, _single_method(subject, others), f"{subject.sent_as} the single `{'_'.join(last)}`")


def _is_said_to_act(subject: Subject, things: ResourcePath) -> bool:
    """`reframeImage` posts to `/image/reframe`: the id begins with the word that ends the path."""
    words, last = subject.operation.name.words, things[-1]
    if subject.http != "post" or len(things) < 2 or is_collection(last) or not subject.operation.name.wire:
        return False
    family, path = subject.family, subject.operation.path
    alone = not family.others(subject.operation) and not family.goes_on(path)
    return alone and words[: len(last)] == last and len(words) > len(last)


def _is_acted(last: Words, http: str, others: frozenset[str]) -> bool:
    """What is read somewhere is a thing, whoever acts on it; what another method does, DELETE undoes."""
    if http == "delete":
        return is_action(last, http) or any(
            is_action(last, other) for other in others & {"post", "put", "patch"}
        )
    return is_action(last, http) and all(is_action(last, other) for other in others & {"get", "post"})


def _action(subject: Subject, things: ResourcePath, others: frozenset[str], reason: str) -> Call:
    """Where several methods share a path, one has the bare word, and the others say what they do to it."""
    last = _plain(_without_owner(subject, things))
    if subject.http == "post" and "get" in others and base_verb(last[0]) in {"retrieve", "list"} and last[1:]:
        return Call(things[:-1], (*last, "by", "post"), f"{reason}, which GET does as well")
    order = ("post", "put", "patch", "get", "delete")
    before = order[: order.index(subject.http)] if subject.http in order else order
    bare = base_verb(last[0]) == "" or (len(last) > 1 and subject.http != "get")
    if bare and any(is_action(last, other) and other in others for other in before):
        lead = _BASE.get(subject.http, subject.http)
        return Call(things[:-1], _told_apart(subject, things, (lead, *last)), reason)
    return Call(things[:-1], last, reason)


def _without_owner(subject: Subject, things: ResourcePath) -> Words:
    """`/documents/add-document` is `documents.add`: what it is done to stands in front of it."""
    action = things[-1]
    if len(things) < 2 or subject.path.segments[-2].kind == "item" or not is_collection(things[-2]):
        return action
    owner = singular_words(things[-2])
    if singular_words(action[1 : 1 + len(owner)]) != owner or not is_verb(action[0]):
        return action
    return (action[0], *action[1 + len(owner) :])


def _told_apart(subject: Subject, things: ResourcePath, otherwise: Words) -> Words:
    """What the operation id says of an action that another method of the path does, too."""
    if subject.said is None or not subject.said.verb:
        return otherwise
    words = own_words(subject.said, tuple(word for words in things[:-1] for word in words))
    return otherwise if words == things[-1] or base_verb(words[0]) else words


def _collection_method(subject: Subject, others: frozenset[str]) -> tuple[Words, str]:
    below = subject.family.item_methods(subject.operation.path)
    match subject.http:
        case "get":
            return ("list",), ""
        case "post":
            return ("create",), ""
        case "delete":
            return (("delete", "all") if "delete" in below else ("delete",)), ""
        case "put" if "patch" in others or below & {"put", "patch", "post"}:
            return _told(subject, "update", ("upsert",)), ", whose items are updated one by one"
        case "patch" if below & {"put", "patch", "post"}:
            return _told(subject, "update", ("update", "all")), ", whose items are updated one by one"
        case "put" | "patch":
            return _told(subject, "update", ("update",)), ""
        case _:
            return _told(subject, "", (subject.http,)), ""


def _is_done(subject: Subject, last: Words, follows_item: bool) -> bool:
    """A word for what is done to an item, or for what an item holds."""
    if subject.http == "post":
        makes = told_verb(subject.said, "") in {("create",), ("add",)}
        return not makes and (follows_item or not subject.family.makes_beside(subject.operation.path))
    if subject.http != "get" or not follows_item:
        return False
    spoken = subject.said is not None and not subject.said.verb and subject.said.about[-len(last) :] == last
    return is_body(last) or spoken


def _single_method(subject: Subject, others: frozenset[str]) -> Words:
    match subject.http:
        case "post" if (
            "get" in others and not others & {"put", "patch"} and not can_be_made(subject.path.things[-1])
        ):
            told = told_verb(subject.said, "update")
            return told if told and base_verb(told[0]) == "create" else ("update",)
        case "post":
            return ("create",)
        case "put" if "patch" in others:
            return _told(subject, "update", ("replace",))
        case "put":
            return _told(subject, "update", ("update",))
        case "get" | "patch" | "delete":
            return (_BASE[subject.http],)
        case _:
            return _told(subject, "", (subject.http,))


def root_call(subject: Subject) -> Call:
    """Where the path names nothing: the operation id, else the HTTP method, on the resource of the tag."""
    operation = subject.operation
    if subject.said is not None:
        return Call((), subject.said.words, "the path names no resource, so the operation's own name is used")
    words = (
        split_words(operation.name.wire)
        if operation.name.wire
        else (_BASE.get(operation.method, operation.method),)
    )
    return Call((), words, "the path names no resource")
