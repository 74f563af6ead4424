"""How do the words of a document become sentences that stand alone, whatever the language?"""

from __future__ import annotations

import re

from sdkloom.config import Retry
from sdkloom.ir.api import Api
from sdkloom.ir.base import Docs
from sdkloom.name.call import ResourcePath
from sdkloom.name.words import singular_words, split_words
from sdkloom.targets.layout import first_sentence

_CLOSING = re.compile(r"[A-Za-z0-9)\"'%`*_]")
_BLOCK = re.compile(r"\s*(?:[>|#]|[-*+]\s|\d+[.)]\s|```|~~~|    |\t|<)")
_SUFFIXES = ("ations", "ation", "ing", "ies", "ed", "es", "s", "e", "y")
_SMALL = frozenset("a an and as at by for from given in its of on or that the this to with your".split())
_LONGEST = 200  # characters of a sentence that may open a text
_API = re.compile(r"\bAPIs?\b", re.IGNORECASE)
_DETERMINED = re.compile(r"(?:an?|the|this|my|our|your)\b|\S+['\u2019]s?\s", re.IGNORECASE)


def opening(docs: Docs, fallback: str) -> tuple[str, str]:
    """What is said first of a thing, as a sentence, and the rest; the fallback where nothing is said.

    A description that begins by saying the summary again, with more words, says it alone.
    """
    summary, body = docs.summary.strip(), docs.body.strip()
    if not summary and not body:
        return fallback, ""
    first, rest = _split(body)
    if not summary or _repeats(first, summary):
        return ended(first), rest
    return summary if "\n" in summary else ended(summary), ended(body)


def ended(text: str) -> str:
    """The text with the full stop that it lacks; a list, a table, code or an address has none."""
    text = text.rstrip()
    block = re.split(r"\n[ \t]*\n", text)[-1]
    is_prose = not any(map(_BLOCK.match, block.split("\n")))
    last = block.split()[-1] if block.split() else ""
    ends = (
        is_prose
        and _CLOSING.fullmatch(text[-1:])
        and not _is_address(last)
        and text[-2:-1] not in {".", "!", "?", ":"}
    )
    return f"{text}." if ends else text


def told(docs: Docs) -> str:
    """All that is said of a part of something, and that it is deprecated where it does not say so itself."""
    text = ended("\n\n".join(part for part in (docs.summary.strip(), docs.body.strip()) if part))
    if not docs.deprecated or "deprecated" in first_sentence(text).lower():
        return text
    return f"Deprecated. {text}".strip()


def whole(docs: Docs) -> str:
    """All that is said of a thing, in the paragraphs of the document."""
    summary, body = docs.summary.strip(), docs.body.strip()
    if not summary or _repeats(first_sentence(body), summary):
        return ended(body)
    return "\n\n".join(part for part in (ended(summary), ended(body)) if part)


def about(api: Api) -> str:
    """What the API is, in a sentence: the first of its description that stands in no heading or list."""
    return _first_prose(api.docs.body or api.docs.summary or api.title)


def of_resource(api: Api, path: ResourcePath) -> Docs:
    """What the document says of the operations of a resource: of the tag by its name."""
    wanted = singular_words(path[-1]) if path else ()
    found = (docs for name, docs in api.tags if singular_words(split_words(name)) == wanted)
    return next(found, Docs())


def resource_text(api: Api, path: ResourcePath, reached: str) -> str:
    """What a resource is, in a sentence where the document has one, and how it is reached."""
    docs = of_resource(api, path)
    return f"{_first_prose(docs.body)}\n\n{reached}" if docs.body else reached


def _first_prose(said: str) -> str:
    """The first sentence that stands in no heading or list."""
    blocks = (block.strip() for block in re.split(r"\n[ \t]*\n|\n(?=#)", said))
    prose = (_without_heading(block) for block in blocks)
    return ended(first_sentence(next((block for block in prose if block and not _BLOCK.match(block)), said)))


def named(title: str) -> str:
    """The title as it stands in a sentence: `the Acme API`, but `Acme`."""
    return f"the {title}" if _API.search(title) and not _DETERMINED.match(title) else title


def retried(retry: Retry) -> str:
    """How often a request is sent again, and after what: a sentence."""
    statuses = [str(status) for status in sorted(retry.statuses)]
    statuses += ["500 and above"] if retry.server_errors else []
    what = "a connection error or a timeout"
    if statuses:
        listed = " or ".join([", ".join(statuses[:-1]), statuses[-1]] if statuses[1:] else statuses)
        what = f"a connection error, a timeout, or an answer of status {listed}"
    match retry.attempts:
        case 0:
            return f"A request is sent again only where you ask for it, after {what}."
        case 1:
            return f"A request is sent again once after {what}."
    return f"A request is sent again up to {retry.attempts} times after {what}."


def says_deprecated(docs: Docs) -> bool:
    """Does the document say in words that the thing is deprecated?"""
    return "deprecated" in f"{docs.summary} {docs.body}".lower()


def _without_heading(block: str) -> str:
    """A block without the heading that stands right above its text."""
    heading, _, rest = block.partition("\n")
    return rest.strip() if heading.startswith("#") else block


def _is_address(word: str) -> bool:
    return "://" in word and not word.endswith(")")


def _split(body: str) -> tuple[str, str]:
    """The first sentence of a description, and what follows it."""
    sentence = first_sentence(body)
    paragraph, _, rest = body.partition("\n\n")
    flat = " ".join(paragraph.split())
    left = flat[len(sentence) :].strip() if flat.startswith(sentence) else ""
    return sentence, ended("\n\n".join(part for part in (left, rest.strip()) if part))


def _repeats(sentence: str, summary: str) -> bool:
    """Does the sentence do what the summary does, and name all that it names?"""
    if len(sentence) > _LONGEST or _BLOCK.match(sentence):
        return False
    said, wanted = _stems(sentence), _stems(summary)
    return bool(wanted) and said[:1] == wanted[:1] and set(wanted) <= set(said)


def _stems(text: str) -> list[str]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return [_stem(word) for word in words if word not in _SMALL]


def _stem(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) > 2:
            return word.removesuffix(suffix)
    return word
