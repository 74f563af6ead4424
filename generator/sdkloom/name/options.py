"""Which options of a client hold the credentials of each security scheme?

Those that a person chose, else those that are published, else the usual ones: `api_key` where the API has one
scheme, and its name where there are several.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import EVENTS, Api, AuthKind, AuthScheme
from sdkloom.ir.base import Source
from sdkloom.name.keys import quoted
from sdkloom.name.published import Published
from sdkloom.name.schemes import FETCHING, fetching_flow, fetching_schemes, option_parts, served_schemes
from sdkloom.name.verbs import Words
from sdkloom.name.words import split_words


@dataclass(frozen=True, slots=True)
class _Option:
    """One option of one scheme; `rank` says how firm its name is."""

    scheme: str
    part: str
    words: Words
    rank: int
    source: Source


def settle_options(api: Api, config: Config, report: Report, published: Published) -> Api:
    """The API with words of their own for all options of all its schemes."""
    wanted = [option for scheme in served_schemes(api) for option in _wanted(api, scheme, published)]
    if EVENTS in api.definitions:
        words, source = split_words(config.webhooks.option), api.definitions[EVENTS].source
        wanted.append(_Option("", "", words, 3, source))
    taken: dict[Words, _Option] = {}
    order = sorted(
        wanted, key=lambda one: (-one.rank, one.scheme.lower() != one.scheme, one.scheme, one.part)
    )
    losing = [one for one in order if taken.setdefault(one.words, one) is not one]
    for option in losing:
        words = next(words for words in _alternatives(option) if words not in taken)
        _report(option, taken[option.words], words, report)
        taken[words] = option
    settled = {(option.scheme, option.part): words for words, option in taken.items()}
    return replace(api, auth=tuple(_named(scheme, settled) for scheme in api.auth))


def _wanted(api: Api, scheme: AuthScheme, published: Published) -> Iterator[_Option]:
    wire, alone = scheme.name.wire, len(served_schemes(api)) == 1
    words = scheme.name.words
    usual: tuple[Words, ...] = (("api", "key") if alone else words,)
    if scheme.kind is AuthKind.BASIC:
        usual = tuple((part,) if alone else (*words, part) for part in ("username", "password"))
    chosen = scheme.options or ((),) * len(usual)
    parts = list(zip(option_parts(scheme), usual, chosen, strict=False))
    if fetching_flow(scheme) is not None:
        prefix = () if len(fetching_schemes(api)) == 1 else words
        parts += [("_".join(part), (*prefix, *part), ()) for part in FETCHING]
    for part, own, given in parts:
        said = published.lock.said("option", wire, part)
        kept = tuple(said[0].split("_")) if said is not None else ()
        rank = 2 if given else 1 if kept else 0
        yield _Option(wire, part, given or kept or own, rank, scheme.source)


def _alternatives(option: _Option) -> Iterator[Words]:
    words = (*split_words(option.scheme), *option.part.split("_"))
    if words != option.words:
        yield words
    yield from ((*option.words, str(number)) for number in count(2))


def _named(scheme: AuthScheme, settled: dict[tuple[str, str], Words]) -> AuthScheme:
    if scheme.kind is AuthKind.MUTUAL_TLS:
        return scheme
    words = tuple(settled[scheme.name.wire, part] for part in option_parts(scheme))
    own = 2 if scheme.kind is AuthKind.BASIC else 1
    return replace(scheme, options=words[:own], fetching=words[own:])


def _report(option: _Option, holder: _Option, words: Words, report: Report) -> None:
    name, value = "_".join(words), quoted(option.scheme)
    if option.part in {"username", "password"}:
        value = f"{{scheme: {value}, part: {option.part}}}"
    report.add(
        "W316",
        option.source,
        f"`{'_'.join(option.words)}`; this one becomes `{name}`",
        label="named here",
        hint=f"choose its name under `credentials:` in the configuration, e.g. `{name}: {value}`",
        also=(holder.source,),
    )
