"""How does a name in snake case become the name of a class?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sdkloom.stainless.parts import Part

# What the other tool writes in capitals where nothing else is configured.
_INITIALISMS = (
    "3ds ach acl ai api ats cpu crm db dns e2e eeoc gb gpu hd hris html http https id ip iso jsonl kb kyb "
    "kyc lfs mb mp3 mp4 nft saml sdk sku sms ss ssh sso url"
).split()
_USUAL = {"snake": re.compile(r"[a-z0-9_]+"), "camel": re.compile(r"[a-z0-9]+([A-Z][a-z0-9]+)*")}
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[0-9]+")


@dataclass(frozen=True, slots=True)
class Casing:
    """Words that are written in a way of their own at the start of, or inside, the name of a class."""

    words: Mapping[str, str] = field(default_factory=dict)

    def class_name(self, name: str) -> str:
        """`chat_completion_url` as `ChatCompletionURL`; what is not a letter or digit only parts words."""
        whole = self.words.get(name.lower())
        if whole is not None:
            return whole
        spelled = (
            self.words.get(word.lower(), word[:1].upper() + word[1:])
            for piece in re.split(r"[^A-Za-z0-9]+", name)
            for word in _WORD.findall(piece)
        )
        return "".join(spelled)


def read_casing(part: Part | None) -> Casing:
    """The casing that `custom_casings` chooses, on top of the usual initialisms."""
    words = {word: word.upper() for word in _INITIALISMS}
    if part is None:
        return Casing(words)
    for term, chosen in part.items():
        initialism = chosen.get("initialism")
        if initialism is not None and initialism.value is False:
            words.pop(term.lower(), None)
        elif initialism is not None:
            words[term.lower()] = term.upper()
        single, several = chosen.get("singular"), chosen.get("plural")
        for said in filter(None, (chosen, single, several)):
            if (pascal := said.get("pascal")) is not None and pascal.text():
                word = term if said is not several else _plural(said, term)
                words[word.lower()] = pascal.text()
            _spellings(term, said)
    return Casing(words)


def _plural(said: Part, term: str) -> str:
    snake = said.get("snake")
    return snake.text() if snake is not None and snake.text() else f"{term}s"


def _spellings(term: str, said: Part) -> None:
    """Names of calls and of arguments are spelled as the file and the document write their words."""
    for key, usual in _USUAL.items():
        spelling = said.get(key)
        if spelling is None or usual.fullmatch(spelling.text()):
            continue
        spelling.lose(f"the spelling `{spelling.text()}` of `{term}` in names that are none of classes")
    if (capital := said.get("capital")) is not None:
        capital.pass_over("a title is that of the document")
