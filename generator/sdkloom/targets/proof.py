"""What is said of what proves who calls: of each option for it, and in a README?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sdkloom.ir.api import Api, AuthKind, AuthScheme, Place
from sdkloom.name.spell import Identifier
from sdkloom.targets.credentials import fetching_flow, option_words, served_schemes
from sdkloom.targets.layout import wrap_prose
from sdkloom.targets.markdown import inline_code

_WIDTH = 118
_PLACES = {Place.QUERY: "query parameter", Place.COOKIE: "cookie"}


@dataclass(frozen=True, slots=True)
class Held:
    """What an option of the client holds: a noun, and how it is used where that is not plain."""

    noun: str
    use: str = ""

    @property
    def text(self) -> str:
        """Both, to stand in the documentation of the option."""
        return f"{self.noun}{self.use}"


def held_by(scheme: AuthScheme) -> Iterator[Held]:
    """What the options of a scheme hold: those of its credentials, then those by which it gets tokens."""
    is_key = any("key" in words for words in scheme.options)
    match scheme.kind:
        case AuthKind.BASIC:
            yield from (Held("The user name"), Held("The password"))
        case AuthKind.API_KEY:
            where = _PLACES.get(scheme.place or Place.HEADER, "header")
            yield Held("The API key", f", for the {where} `{scheme.parameter}`")
        case AuthKind.BEARER | AuthKind.MUTUAL_TLS:
            yield Held("The API key" if is_key else "The access token")
    if fetching_flow(scheme) is not None:
        yield Held("The id", " by which the client gets tokens")
        yield Held("The secret", " by which the client gets tokens")
        yield Held("The address", " where tokens come from")


def proof_text(
    api: Api,
    options_of: Callable[[AuthScheme], Sequence[Identifier]],
    variables: Mapping[Identifier, str],
    *more: str,
) -> str:
    """A paragraph on how a client comes to what most calls need; "" where no call needs anything.

    `variables` are the environment variables behind the options; `more` is said of credentials in general.
    """
    main = main_schemes(api)
    if not main:
        return ""
    held: dict[Identifier, Held] = {}
    fetching: Sequence[Identifier] = ()
    for scheme in main:
        own = len(option_words(scheme))
        held |= dict(zip(options_of(scheme)[:own], held_by(scheme), strict=False))
        fetching = fetching or options_of(scheme)[own:][:2]
    said = [_where_from(tuple(held.values()), [variables[name] for name in held], tuple(held))]
    if any(scheme not in main for scheme in served_schemes(api)):
        said.append("The other credentials of the API are listed [below](#configuration-by-environment).")
    said += more
    if fetching:
        given = _listed([f"`{name}`" for name in fetching])
        place = "in its place" if len(held) == 1 else "in their place"
        said.append(f"With {given} {place}, the client gets tokens by itself, and renews them in time.")
    return wrap_prose(" ".join(said), _WIDTH)


def main_schemes(api: Api) -> tuple[AuthScheme, ...]:
    """The schemes that most calls are proven by, together; () where the API knows none."""
    served = {scheme.name.wire: scheme for scheme in served_schemes(api)}
    counted: Counter[tuple[str, ...]] = Counter()
    for operation in api.operations:
        alternatives = api.security if operation.security is None else operation.security
        usable = (names for names in alternatives if names and set(names) <= served.keys())
        counted.update([found] if (found := next(usable, ())) else [])
    chosen = counted.most_common(1)
    return tuple(served[name] for name in chosen[0][0]) if chosen else tuple(served.values())[:1]


def _where_from(held: Sequence[Held], variables: Sequence[str], options: Sequence[str]) -> str:
    nouns = _listed([held[0].noun, *(one.noun.replace("The ", "the ", 1) for one in held[1:])])
    names, marks = _listed(list(map(inline_code, variables))), _listed([f"`{name}`" for name in options])
    verb, things = ("is", "variable") if len(held) == 1 else ("are", "variables")
    return f"{nouns} {verb} read from the environment {things} {names}, unless you pass {marks}."


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
