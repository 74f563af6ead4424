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
        pascal = chosen.get("pascal")
        if initialism is not None and initialism.value is False:
            words.pop(term.lower(), None)
        elif initialism is not None:
            words[term.lower()] = term.upper()
        if pascal is not None:
            words[term.lower()] = pascal.text()
        chosen.settle()
    return Casing(words)
