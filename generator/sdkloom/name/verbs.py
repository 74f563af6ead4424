"""Which words name an action, and which a thing?

English does not tell `order` the noun from `order` the verb, so there are three sets: words that are actions
wherever they stand, those that are actions when something is only read, and those that are actions when
something is sent. What is in none of them is a thing.
"""

from __future__ import annotations

from sdkloom.name.words import is_plural, singular

Words = tuple[str, ...]

BASE = {
    "retrieve": "get read fetch retrieve show describe view inspect load find lookup",
    "list": "list index",
    "create": "create add new insert post make",
    "update": "update put patch edit modify change replace set",
    "delete": "delete remove destroy del",
}
"""The verbs that every resource has, each with the words that other people use for it."""

_BASE_OF = {word: base for base, words in BASE.items() for word in words.split()}

# Actions wherever they stand.
_ACTIONS = frozenset("""
    abort accept acknowledge activate add adjust advance allocate amend analyze annotate append apply approve
    assign attach authenticate authorize backfill ban block bootstrap build calculate can cancel capture
    check claim clear close commit compact compare complete compute configure confirm connect consolidate
    consume contains convert count create deactivate decline decrease decrement decrypt delegate delete
    deliver deny deploy deprecate describe destroy detach detect disable discard disconnect dismiss dispatch
    downgrade duplicate edit embed enable encrypt enqueue enrich enroll enter evaluate execute exists
    expire explain extend extract failover fetch finalize find finish fire flag flush forward freeze
    fulfill generate get grant handle has health healthcheck healthz identify impersonate increase
    increment ingest init initialize initiate insert inspect install introspect invalidate invite invoke
    is issue join kick kill leave lint list livez login logout lookup mark migrate modify move mute notify
    onboard overwrite parse pause persist pin ping plan populate prepare prevent promote propose provide
    provision prune publish pull purge push reactivate readyz reauthenticate rebuild recalculate receive
    recommend recompile reconcile reconnect recover redeem redeliver redo refresh regenerate register
    reindex reissue reject reload remove rename render renew reopen reorder replace replay replicate
    reprocess requeue rerank rerun reschedule resend resize resolve restart restore resume retire retrieve
    retrigger retry reveal reverse revert revoke rollback rotate sanitize save scrape send serialize set
    shutdown simulate snooze solve split start stop submit subscribe summarize suspend swap sync
    synchronize tag terminate toggle tokenize track train transcribe transform transition translate
    trigger unarchive unassign unban unblock undelete undo unenroll unfollow unfreeze uninstall unlink
    unlock unmute unpack unpause unpin unpublish unregister unschedule unsplit unstar unsubscribe unsuspend
    untag update upgrade upsert validate verify vote withdraw write
    """.split())  # fmt: skip

# Actions that are often the first word of a thing: `issue types`.
_NOUNS_TOO = frozenset("""
    block build check claim connect deploy edit embed flag handle index install invite issue join list
    load login logout lookup mark pin plan play pull push render split stop sync tag track train
    transition trigger
    """.split())  # fmt: skip

# Actions that only look, and so may be asked for by GET under several words.
_LOOKS = frozenset("""
    can check contains count exists fetch find get has identify is list lookup retrieve validate verify
    """.split())  # fmt: skip

# Actions where something is read, and where something is sent; as the first word of a plural they are things
# (`export jobs`).
_READINGS = frozenset("""
    autocomplete debug diff download export poll preview query search stream suggest watch
    """.split())  # fmt: skip

# Actions only where something is sent.
_SENDINGS = frozenset("""
    archive backup batch bulk call change charge clone comment copy credit debit draft echo estimate
    exchange favorite follow fork import invoice like link load lock log match merge message open order
    pay post print process quote rate read rebase recharge refund release report request reset return
    review route run scan schedule screen share shift sign snapshot star test transfer upload use void
    wait
    """.split())  # fmt: skip

# Particles that make an action of the word before them: `sign in`, `close all`.
_PARTICLES = frozenset("in out off on up down by all for async from to now".split())
_MANY = frozenset("bulk batch multi mass".split())

# What reads like a plural and is one thing all the same.
_ONE_THING = frozenset("""
    analytics contents details diagnostics headers metrics options preferences settings statistics stats
    """.split())  # fmt: skip

# What reads like one thing and holds many.
_MANY_THINGS = frozenset("ledger history activity directory feed timeline backlog inbox roster".split())

_BODIES = frozenset("content contents pdf csv raw body archive".split())
FORMATS = frozenset("json xml yaml".split())


def base_verb(word: str) -> str:
    """The base verb that a word stands for, `""` for any other word: `remove` stands for `delete`."""
    return _BASE_OF.get(word, "")


def is_verb(word: str) -> bool:
    """Does this word name an action in an operation id, where a verb is expected?"""
    known = _ACTIONS | _READINGS | _SENDINGS | _BASE_OF.keys()
    return word in known or (word.startswith("un") and word[2:] in known)


def is_pure_action(words: Words) -> bool:
    """Do these words name an action and nothing else, wherever they stand?"""
    return words[0] in _ACTIONS - _NOUNS_TOO and not base_verb(words[0])


def is_pure_verb(words: Words) -> bool:
    """Is this one word that names what is done, and nothing else: `get`, `cancel`?"""
    return len(words) == 1 and (words[0] in _ACTIONS - _NOUNS_TOO or bool(base_verb(words[0])))


def is_action(words: Words, method: str) -> bool:
    """Do the words at the end of a path name an action, when they are called by this HTTP method?"""
    first, last = words[0], words[-1]
    if first in _MANY and len(words) > 1:
        return is_verb(words[1])
    if first in _ACTIONS and (len(words) == 1 or not _is_compound(words, method)):
        return True
    sends = method in {"post", "put", "patch"}
    if first in _READINGS or (first in _SENDINGS and method == "post"):
        a_thing = is_plural(last) and last != "ids"  # `export jobs` are jobs; `search ids` asks for ids
        return len(words) == 1 or last in _PARTICLES or words[1] in _PARTICLES or not a_thing
    if first in _SENDINGS and sends:
        has_particle = len(words) > 1 and (last in _PARTICLES or words[1] in _PARTICLES)
        return has_particle or first in _SWITCHES
    return sends and len(words) > 1 and last in _ACTIONS


def _is_compound(words: Words, method: str) -> bool:
    """Several words of which the first is a verb, and which name a thing all the same: `join requests`."""
    if method == "get" and words[0] not in _LOOKS:
        return True
    if words[-1] in _PARTICLES or words[1] in _PARTICLES:
        return False
    return words[0] in _NOUNS_TOO and is_plural(words[-1])


# Sent with PUT or PATCH as well: what turns something on or marks it.
_SWITCHES = frozenset("archive lock open reset star follow like favorite share merge".split())


def can_be_made(words: Words) -> bool:
    """Is this the name of what comes about when it is sent, such as a refund?"""
    return words[-1] in _SENDINGS


def is_collection(words: Words) -> bool:
    """Do these words name many things, of which each can be asked for?"""
    return words[-1] in _MANY_THINGS or (is_plural(words[-1]) and words[-1] not in _ONE_THING)


def is_body(words: Words) -> bool:
    """Do these words name what an item holds, rather than a thing of its own: `content`, `pdf`?"""
    return words[-1] in _BODIES


def same_word(one: str, other: str) -> bool:
    """Are the words equal but for their number?"""
    return singular(one) == singular(other)


def without(words: Words, known: Words) -> Words:
    """The words that are not among the known ones, whatever their number."""
    seen = {singular(word) for word in known}
    return tuple(word for word in words if singular(word) not in seen)
