"""Which statements are tidy as they stand?"""

from __future__ import annotations

import re

_DOTTED = r"[A-Za-z_][\w.]*"
_STRING = r'(?<![\w"])"[^"\\\n]*"'
_CALLEE = rf"(?!(?:assert|await|del|in|not|raise|return|yield)\(){_DOTTED}"
_TYPE = rf"(?:{_DOTTED}|{_STRING}|\[(?!\])|(?<!, )\]|, | \| )++"
_ARGUMENT = rf"(?:{_DOTTED}=|\*\*)?(?:{_DOTTED}|{_STRING})"
_ARGUMENTS = rf"\((?:{_ARGUMENT}(?:, {_ARGUMENT})*+)?\)"
_PLAIN = re.compile(
    rf"{_DOTTED}: {_TYPE}(?: = {_DOTTED}(?:\(\))?)?"
    rf"|(?:return (?:await )?|await |@|{_DOTTED} = )?{_CALLEE}(?:{_ARGUMENTS})?"
    rf"|def {_DOTTED}\(self\) -> {_TYPE}:"
    rf"|class \w+(?:\({_DOTTED}(?:, total=False)?\))?:"
    rf"|from [\w.]+ import \w+(?: as \w+)?(?:, \w+(?: as \w+)?)*+",
    re.ASCII,
)


def is_plain(statement: str) -> bool:
    """Whether nothing is to be done for a statement that fits on a line; most are of these few shapes.

    It is a shortcut only: what it does not know is looked at token by token, with the same result.
    """
    return _PLAIN.fullmatch(statement) is not None
