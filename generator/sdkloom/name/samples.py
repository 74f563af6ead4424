"""Which call do the document's own code samples make?

The samples may be in any language, so nothing is parsed: a client is a variable that something is
constructed into, and a call is the chain of names behind it. A chain counts only where it speaks of the same
things as the operation, which leaves out programs that send a request by hand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from sdkloom.ir.api import Api, Operation, Sample
from sdkloom.name.call import Call, ResourcePath
from sdkloom.name.verbs import Words, base_verb
from sdkloom.name.words import singular, split_words

_COMMENT = re.compile(r"(?m)(?:^|(?<=\s))(?://|#)(?!\{).*$")
# `client = Acme(`, `const client = new Acme(`, `client := acme.NewClient(`, `Acme client = Acme.builder(`,
# `$client = new \Acme\Client(`, `client = Acme::Client.new(`, `const acme = require("acme")(`
_CONSTRUCTED = re.compile(
    r"(?P<name>\$?[A-Za-z_]\w*)\s*(?::\s*[\w.<>\[\]]+\s*)?:?=\s*"
    r"(?:(?:await|new|try|&)\s*)*"
    r"(?P<made>[\\A-Za-z_][\w.:\\]*|require\([^()]*\))\s*\("
)
_ENTERED = re.compile(
    r"\bwith\s+(?P<made>[A-Za-z_][\w.]*)\s*\(.{0,300}?\)\s+as\s+(?P<name>[A-Za-z_]\w*)", re.DOTALL
)
_STEP = r"\s*(?:\?\.|->|\.)\s*([A-Za-z_]\w*)(?:\(\))?"
_CHAIN = rf"((?:{_STEP}){{0,8}}\s*(?:\?\.|->|\.)\s*[A-Za-z_]\w*)\s*[!]?\("
_NAMES = re.compile(r"[A-Za-z_]\w*")
_WRAPPERS = {("with", "raw", "response"), ("with", "streaming", "response"), ("raw", "response")}
_ENDINGS = {("execute",), ("send",), ("build",), ("then",)}
_ENOUGH = 20_000
_HTTP = frozenset("get put post delete options head patch trace query request send execute do call".split())


def sampled_calls(api: Api) -> Mapping[str, Call]:
    """The calls that samples make, by operation id; only those that most samples of an operation agree on."""
    found = {}
    for operation in api.operations:
        steps = _agreed(operation)
        if steps is not None:
            *resources, method = steps
            call = Call(tuple(resources), method, "")
            reason = f"a code sample of the document calls it `{call.dotted}`"
            found[operation.id] = Call(call.resources, call.method, reason)
    return found


def _agreed(operation: Operation) -> ResourcePath | None:
    """The call of more than half of the samples that make one."""
    counted = Counter(steps for sample in operation.samples if (steps := _call_in(sample, operation)))
    if not counted:
        return None
    best, count = counted.most_common(1)[0]
    return best if count * 2 > counted.total() else None


def _call_in(sample: Sample, operation: Operation) -> ResourcePath | None:
    """The chain that fits the operation best; None where none does, or two fit equally well."""
    text = _COMMENT.sub("", sample.source[:_ENOUGH])
    return _best(_client_chains(text), operation) or _best(_free_chains(text), operation)


def _best(chains: Iterator[ResourcePath], operation: Operation) -> ResourcePath | None:
    scored = {steps: _fit(steps, operation) for steps in chains}
    best = max(scored.values(), default=0)
    fitting = [steps for steps, fit in scored.items() if fit == best]
    return fitting[0] if best > 0 and len(fitting) == 1 else None


def _client_chains(text: str) -> Iterator[ResourcePath]:
    """Every call on something that the sample constructs."""
    made = [*_CONSTRUCTED.finditer(text), *_ENTERED.finditer(text)]
    for name in dict.fromkeys(match["name"] for match in made if _is_client(match["name"], match["made"])):
        for match in re.finditer(rf"(?<![\w.$>]){re.escape(name)}{_CHAIN}", text):
            yield from _steps(match[1])


def _free_chains(text: str) -> Iterator[ResourcePath]:
    """Where a sample leaves out how its client is made: calls on a name that it never assigns."""
    assigned = {match[1] for match in re.finditer(r"(\$?[A-Za-z_]\w*)\s*:?=(?!=)", text)}
    for match in re.finditer(rf"(?<![\w.$>'\"/@-])(\$?[A-Za-z_]\w*){_CHAIN}", text):
        if match[1] not in assigned:
            yield from (steps for steps in _steps(match[2]) if len(steps) > 1)


def _steps(chain: str) -> Iterator[ResourcePath]:
    steps = (split_words(step) for step in _NAMES.findall(chain))
    kept = [step for step in steps if step not in _WRAPPERS]
    while len(kept) > 2 and kept[-1] in _ENDINGS:
        kept.pop()
    if kept:
        yield tuple(kept)


def _is_client(name: str, made: str) -> bool:
    """Is this made by a class, or by something that says it makes a client?"""
    parts = [part for part in re.split(r"[.:\\]+", made) if part]
    last = parts[-1] if parts else ""
    if made.startswith("require") or "client" in f"{name} {last}".lower():
        return True
    return last[:1].isupper() or (last in {"new", "builder"} and len(parts) > 1)


def _fit(steps: ResourcePath, operation: Operation) -> int:
    """How many of the things that an operation speaks of a chain speaks of, too; 0 where it sends by hand."""
    *resources, method = steps
    if not resources and method[0] in _HTTP and len(method) == 1:
        return 0
    spoken = {singular(word) for step in steps for word in step}
    about = {singular(word) for word in _spoken_words(operation)}
    verbs = {base_verb(word) or word for word in method} & {
        base_verb(word) or word for word in operation.name.words
    }
    named = {singular(word) for step in resources for word in step}
    shared = len(((named or spoken) & about) - _HTTP)
    return shared * 4 + len(verbs) if shared else 0


def _spoken_words(operation: Operation) -> Words:
    static = re.sub(r"\{[^{}]*\}", " ", operation.path)
    words = split_words(static) if re.search(r"\w", static) else ()
    said = operation.name.words if operation.name.wire else ()
    return (*words, *said, *(word for tag in operation.tags for word in split_words(tag)))
