"""How is a statement spaced on one line?"""

from __future__ import annotations

from sdkloom.targets.python.fit.literals import string
from sdkloom.targets.python.fit.tokens import (
    COMPOUND,
    FIXED,
    NAME,
    NUMBER,
    OPENING,
    STRING,
    UNARY,
    WORD,
    WRAPPING,
    Bracket,
    Tokens,
    Unfamiliar,
)

_END = ""


def space(texts: list[str]) -> Tokens:
    """The tokens of one statement with the blanks before them. Raises Unfamiliar."""
    if texts[0] == "from" and "import" in texts:
        at = texts.index("import")
        texts = ["from", "".join(texts[1:at]), *texts[at:]]
    return _Spacer(texts).run()


class _Spacer:
    """Walks over the tokens once; `gap` is what stands before an operand that follows."""

    def __init__(self, texts: list[str]) -> None:
        self.tokens = Tokens(texts)
        self.open: list[Bracket] = []
        self.gap = ""
        self.after_operand = False
        self.first = texts[1] if texts[0] == "async" and len(texts) > 1 else texts[0]
        self.candidates: list[Bracket] = []

    def run(self) -> Tokens:
        tokens = self.tokens
        kinds, gaps = tokens.kinds, tokens.gaps
        names, handlers = FIXED, _HANDLERS
        for at, text in enumerate(tokens.texts):
            kind = names.get(text)
            if kind is None or kind is NAME:
                if text[-1] in "\"'":
                    kind = STRING
                    tokens.texts[at] = string(text)
                else:
                    kind = NAME
                    if text[0].isdecimal() and not NUMBER.fullmatch(text):
                        raise Unfamiliar(text)
                if self.after_operand and not (kind is STRING and kinds[-1] is STRING):
                    raise Unfamiliar(text)
                gaps.append(self.gap)
                self.gap = " "
                self.after_operand = True
            else:
                kind = handlers[kind](self, at, text)
            kinds.append(kind)
        if self.open:
            raise Unfamiliar("an open bracket")
        self._check_block()
        if self.candidates:
            self._hide_needless()
        return tokens

    def _check_block(self) -> None:
        texts, kinds = self.tokens.texts, self.tokens.kinds
        if kinds[0] is STRING:
            raise Unfamiliar("a string that may be a docstring")
        if self.first not in COMPOUND:
            if kinds[-1] == ":":
                raise Unfamiliar("a block of another kind")
        elif kinds[-1] != ":" and (self.first not in ("def", "class") or texts[-2:] != [":", "..."]):
            raise Unfamiliar("a block on the line of its head")
        elif self.first == "class" and texts[2:4] == ["(", ")"]:
            raise Unfamiliar("empty parentheses of a class")

    # Each handler adds the gap before its token, sets what follows, and answers with the kind of the token.

    def _open(self, at: int, text: str) -> str:
        before = self.tokens.kinds[-1] if at else WORD
        if self.after_operand:
            self.tokens.gaps.append("")
            if text == "{" or (before is STRING and text == "("):
                raise Unfamiliar(text)
            role = "index" if text == "[" else "def" if self._names_function(at) else "call"
            if text == "[" and self._names_function(at):
                raise Unfamiliar("type parameters")
        else:
            self.tokens.gaps.append(self.gap)
            role = "list" if text == "[" else "dict" if text == "{" else self._role_of_parentheses(at)
        bracket = Bracket(at, role)
        if role == "tuple":
            self._consider(bracket, at)
        self.open.append(bracket)
        self.gap = ""
        self.after_operand = False
        return text

    def _names_function(self, at: int) -> bool:
        return not self.open and self.first == "def" and self.tokens.texts[at - 2] == "def"

    def _role_of_parentheses(self, at: int) -> str:
        return "import" if at and self.tokens.texts[at - 1] == "import" else "tuple"

    def _consider(self, bracket: Bracket, at: int) -> None:
        """Parentheses are needless around all of what black puts into parentheses of its own."""
        before = self.tokens.texts[at - 1] if at else _END
        if before in ("await", "with", "for", "except", "assert", "del", "class"):
            raise Unfamiliar("parentheses")
        bracket.is_first = before in OPENING and self.open[-1].role in ("list", "dict", "tuple")
        if not self.open:
            if before in ("=", ":"):
                bracket.followers = (_END, "=")
            elif before == "->" or (before in WRAPPING and at == 1):
                bracket.followers = (_END, ":")
            elif before == "in" and self.first == "for":
                bracket.followers = (":",)
        elif self.open[-1].role == "def" and before == ":":
            bracket.followers = (",", ")", "=")

    def _close(self, at: int, text: str) -> str:
        if not self.open or OPENING[self.tokens.texts[self.open[-1].start]] != text:
            raise Unfamiliar(text)
        bracket = self.open.pop()
        tokens = self.tokens
        before = tokens.kinds[-1]
        if before == ",":
            if bracket.role not in ("tuple", "index") or bracket.commas > 1:
                tokens.magic.add(at)
        elif not self.after_operand and (at - 1 != bracket.start or bracket.role == "index"):
            raise Unfamiliar(text)
        if bracket.is_first and not bracket.commas and at - 1 != bracket.start:
            raise Unfamiliar("parentheses within brackets")
        tokens.brackets[at] = bracket
        tokens.gaps.append("")
        if bracket.role == "import" or (bracket.followers and not bracket.commas and at - 1 != bracket.start):
            self.candidates.append(bracket)
        self.gap = " "
        self.after_operand = True
        return text

    def _comma(self, at: int, text: str) -> str:
        if not self.after_operand and self.tokens.texts[at - 1] != "*":
            raise Unfamiliar(text)
        if self.open:
            self.open[-1].commas += 1
            self.open[-1].annotated = False
        elif at + 1 == len(self.tokens.texts) or self.tokens.texts[at + 1] == "=":
            raise Unfamiliar("a tuple of one")
        self.tokens.gaps.append("")
        self.gap = " "
        self.after_operand = False
        return text

    def _dot(self, at: int, text: str) -> str:
        if at == 1 and self.first == "from":
            self.tokens.gaps.append(" ")
            self.after_operand = True
            return NAME
        self.tokens.gaps.append("")
        if not self.after_operand or self.tokens.texts[at - 1][0].isdecimal():
            raise Unfamiliar(text)
        self.gap = ""
        self.after_operand = False
        return text

    def _colon(self, _: int, text: str) -> str:
        role = self.open[-1].role if self.open else _END
        if role == "def":
            self.open[-1].annotated = True
        elif role not in ("dict", _END):
            raise Unfamiliar("a slice")
        self.tokens.gaps.append("")
        self.gap = " "
        self.after_operand = False
        return text

    def _equals(self, _: int, text: str) -> str:
        role = self.open[-1].role if self.open else _END
        if role == "call" or (role == "def" and not self.open[-1].annotated):
            self.gap = ""
        elif role in ("def", _END):
            self.gap = " "
        else:
            raise Unfamiliar(text)
        self.tokens.gaps.append(self.gap)
        self.after_operand = False
        return text

    def _binary(self, at: int, text: str) -> str:
        if self.after_operand:
            self.tokens.gaps.append(" ")
            self.gap = " "
            self.after_operand = False
            return "binary"
        if text not in ("-", "+", "*"):
            raise Unfamiliar(text)
        return self._unary(at, text)

    def _unary(self, _: int, text: str) -> str:
        if text[0] == "*" and (self.after_operand or not self.open or self.open[-1].role == "index"):
            raise Unfamiliar(text)
        self.tokens.gaps.append(self.gap)
        self.gap = ""
        self.after_operand = False
        return UNARY

    def _word(self, _: int, text: str) -> str:
        self.tokens.gaps.append(" " if self.after_operand else self.gap)
        if self.gap == "" and self.tokens.kinds and self.tokens.kinds[-1] == ".":
            raise Unfamiliar(text)
        if (text == "for" and self.open) or (text in ("if", "else") and self.after_operand):
            self.tokens.is_plain = False
        self.gap = " "
        self.after_operand = False
        return WORD

    def _wide(self, _: int, text: str) -> str:
        """Operators that stand between blanks outside of brackets only."""
        if self.open or not self.after_operand:
            raise Unfamiliar(text)
        self.tokens.gaps.append(" ")
        self.gap = " "
        self.after_operand = False
        return text

    def _at(self, at: int, text: str) -> str:
        if at:
            raise Unfamiliar(text)
        return self._unary(at, text)

    def _strange(self, _: int, text: str) -> str:
        raise Unfamiliar(text)

    def _hide_needless(self) -> None:
        tokens = self.tokens
        ends = {bracket.start: at for at, bracket in tokens.brackets.items()}
        for bracket in self.candidates:
            end = ends[bracket.start]
            follower = tokens.texts[end + 1] if end + 1 < len(tokens.texts) else _END
            if bracket.role != "import":
                if follower not in bracket.followers:
                    continue
                if not tokens.is_plain:
                    raise Unfamiliar("parentheses")
            tokens.hidden.add(bracket.start)
        for start in tokens.hidden:
            tokens.texts[start] = tokens.texts[ends[start]] = _END


_HANDLERS = {
    "open": _Spacer._open,
    "close": _Spacer._close,
    ",": _Spacer._comma,
    ".": _Spacer._dot,
    ":": _Spacer._colon,
    "=": _Spacer._equals,
    "->": _Spacer._wide,
    "augmented": _Spacer._wide,
    "binary": _Spacer._binary,
    "**": _Spacer._unary,
    "@": _Spacer._at,
    WORD: _Spacer._word,
    "strange": _Spacer._strange,
}
