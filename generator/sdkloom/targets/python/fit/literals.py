"""How does black write a string literal and a docstring?"""

from __future__ import annotations

import re
from functools import cache

from sdkloom.targets.python.docs import WIDTH

QUOTES = '"""'

_ESCAPE = re.compile(
    r"(?P<slashes>\\+)(?P<body>u(?P<u>[a-fA-F0-9]{4})|U(?P<U>[a-fA-F0-9]{8})|x(?P<x>[a-fA-F0-9]{2})"
    r"|N\{(?P<N>[a-zA-Z0-9 \-]{2,})\})?"
)
_BREAK = re.compile(r"\r\n|[\r\n]")
_JOINED = re.compile(r"\\\s*\n")
_PREFIX = re.compile(r"[A-Za-z]*")


def lower_escapes(text: str) -> str:
    """Hexadecimal escapes in lower case, names of characters in upper case."""
    return _ESCAPE.sub(_lower_escape, text) if "\\" in text else text


def _lower_escape(found: re.Match[str]) -> str:
    slashes, body = found["slashes"], found["body"]
    if body is None or len(slashes) % 2 == 0:
        return found[0]
    return slashes + body[0] + (body[1:].upper() if body[0] == "N" else body[1:].lower())


def string(text: str) -> str:
    """A string literal on one line, in double quotes where that needs no more escapes."""
    if "\\" not in text and (text[-1] == '"' or '"' not in text):
        return text if text[-1] == '"' else text.replace("'", '"')
    prefix = _PREFIX.match(text)[0]  # type: ignore[index]
    if "r" not in prefix:
        text = lower_escapes(text)
    return prefix + _requote(text[len(prefix) :], raw="r" in prefix)


def _requote(text: str, *, raw: bool) -> str:
    quote = text[0]
    other = "'" if quote == '"' else '"'
    body = text[1:-1]
    bare_other, escaped_other, escaped_quote = _quote_patterns(quote, other)
    if raw:
        if bare_other.search(body):
            return text
        changed = body
    else:
        body = _twice(escaped_other, rf"\1\2{other}", body)
        changed = _twice(escaped_quote, rf"\1\2{quote}", body)
        changed = _twice(bare_other, rf"\1\\{other}", changed)
    growth = changed.count("\\") - body.count("\\")
    if growth > 0 or (growth == 0 and quote == '"'):
        return f"{quote}{body}{quote}"
    return f"{other}{changed}{other}"


@cache
def _quote_patterns(quote: str, other: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(([^\\]|^)(\\\\)*){other}"),
        re.compile(rf"([^\\]|^)\\((?:\\\\)*){other}"),
        re.compile(rf"([^\\]|^)\\((?:\\\\)*){quote}"),
    )


def _twice(pattern: re.Pattern[str], replacement: str, text: str) -> str:
    """Matches may overlap by one character, so one pass misses every second of them."""
    return pattern.sub(replacement, pattern.sub(replacement, text))


def docstring(text: str, depth: int) -> str:
    """A docstring literal in three double quotes as it stands at this depth of indentation."""
    text = lower_escapes(text)
    if "\\" in text and _JOINED.search(text):
        return text  # another indentation would change the value
    indent = "    " * depth
    inner = text[3:-3]
    body = _reindented(inner, indent) if "\n" in inner else inner.strip()
    padded = _padded(body) if body else " " if inner else ""
    lines = padded.splitlines()
    if len(lines) > 1 and not padded.endswith("\n") and len(lines[-1]) + 3 > WIDTH:
        odd_slash = padded != body and padded.endswith("\\ ")
        if not odd_slash and len(indent) + 3 <= WIDTH and text[-4] != "\n":
            return f"{QUOTES}{padded.rstrip()}\n{indent}{QUOTES}"
    return f"{QUOTES}{padded}{QUOTES}"


def _padded(body: str) -> str:
    """A quote or a backslash must not touch the quotes of the literal."""
    if body[0] == '"':
        body = f" {body}"
    if body[-1] == '"':
        body += " "
    if body[-1] == "\\" and (len(body) - len(body.rstrip("\\"))) % 2:
        body += " "
    return body


def _reindented(text: str, indent: str) -> str:
    """The lines behind the first, moved together to the indentation of their block."""
    lines = [_untabbed(line) for line in _BREAK.split(text)] if "\t" in text else _BREAK.split(text)
    trimmed = [lines[0].strip()]
    widths = [len(line) - len(bare) for line in lines[1:] if (bare := line.lstrip())]
    if widths:
        least = min(widths)
        for line in lines[1:]:
            bare = line[least:].rstrip()
            trimmed.append(indent + bare if bare else "")
        if not trimmed[-1]:
            trimmed[-1] = indent
    return "\n".join(trimmed)


def _untabbed(line: str) -> str:
    bare = line.lstrip()
    if not bare or bare == line:
        return line
    return line[: len(line) - len(bare)].expandtabs(4) + bare
