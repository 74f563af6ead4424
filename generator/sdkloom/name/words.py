"""How is a name on the wire cut into neutral words, and how are words put in the singular?"""

from __future__ import annotations

import re
import unicodedata

# Boundaries inside a run of letters and digits: aB, and ABc (an acronym ends before its last capital, unless
# an `s` for several of them follows: `userIDs`). A digit stays with the word before it: `oauth2`, `v1`, `s3`.
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z](?!s(?![a-z]))[a-z])")

_SYMBOLS = {
    "+": "plus",
    "-": "minus",
    "*": "star",
    "/": "slash",
    "<": "less",
    ">": "greater",
    "=": "equal",
    "!": "not",
    "@": "at",
    "#": "hash",
    "$": "dollar",
    "%": "percent",
    "&": "and",
    "|": "or",
    "~": "about",
    "^": "caret",
    "?": "question",
    ".": "dot",
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    "_": "underscore",
    " ": "space",
}

_IRREGULAR = {"people": "person", "children": "child", "men": "man", "women": "woman", "indices": "index"}
_IRREGULAR |= {
    "matrices": "matrix",
    "vertices": "vertex",
    "leaves": "leaf",
    "criteria": "criterion",
    "lives": "life",
    "statuses": "status",
    "aliases": "alias",
    "caches": "cache",
    "movies": "movie",
    "cookies": "cookie",
    "buses": "bus",
    "canvases": "canvas",
    "viruses": "virus",
    "campuses": "campus",
    "analyses": "analysis",
    "diagnoses": "diagnosis",
    "quizzes": "quiz",
    "apis": "api",
    "ids": "id",
    "ips": "ip",
    "vms": "vm",
    "dbs": "db",
}
_UNCHANGED = {
    "data",
    "series",
    "news",
    "species",
    "status",
    "analysis",
    "media",
    "aws",
    "kubernetes",
    "dns",
    "https",
}
_UNCHANGED |= {
    "sms",
    "address",
    "access",
    "process",
    "bus",
    "this",
    "always",
    "canvas",
    "alias",
    "gas",
    "lens",
    "tls",
}
_UNCHANGED |= {
    "sts",
    "rds",
    "ous",
    "ids",
    "ios",
    "os",
    "css",
    "gps",
    "vps",
    "cors",
    "pos",
    "cos",
    "chaos",
    "settings",
}


def split_words(text: str) -> tuple[str, ...]:
    """Cut a name into lower-case words; a name made of symbols alone is spoken (`+1` is `plus 1`).

    Never empty: a name in which nothing can be spoken becomes `empty` or its code points.
    """
    normal = unicodedata.normalize("NFKC", text).replace("OAuth", "Oauth")
    words = tuple(
        word.lower()
        for run in re.split(r"[^\w]+|_+", normal)
        for word in _CAMEL.split(run)
        if word and any(character.isalnum() for character in word)
    )
    sign = normal.strip()[:1]
    if sign in "+-<>=!" and sign and (not words or words[0].isdigit()):
        return (_SYMBOLS[sign], *words)
    return words or _speak(normal)


def _speak(text: str) -> tuple[str, ...]:
    if not text:
        return ("empty",)
    return tuple(_SYMBOLS.get(character, f"u{ord(character):x}") for character in text[:8])


def singular(word: str) -> str:
    """The singular of an English noun, or the word itself where it has no plural ending."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _UNCHANGED or len(word) < 4 or not word.endswith("s"):
        return word
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Does the word look like an English plural?"""
    return singular(word) != word


def singular_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with the last one in the singular."""
    return (*words[:-1], singular(words[-1])) if words else words


def join_words(*parts: tuple[str, ...]) -> tuple[str, ...]:
    """Join parts of a name; words that overlap at a joint are written once.

    `("message", "content") + ("content", "part")` is `message content part`.
    """
    joined: tuple[str, ...] = ()
    for part in parts:
        overlap = next(
            (size for size in range(min(len(joined), len(part)), 0, -1) if joined[-size:] == part[:size]), 0
        )
        joined += part[overlap:]
    return joined
