"""How many blank lines stand between two statements?"""

from __future__ import annotations

from dataclasses import dataclass

_FUNCTION = ("def ", "async def ")
_DEFINITION = ("class ", *_FUNCTION)
_IMPORT = ("from ", "import ")
_ALONE = ("with ", "try:", "for ", "while ", "if ", "match ")


@dataclass(slots=True)
class Block:
    """What is written for a statement; later comments and definitions may still move the lines before it."""

    before: int
    lines: str
    after: int
    opens: bool
    is_class: bool


class Spread:
    """Puts blank lines between the statements of a file as black does."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.definitions: list[int] = []
        self.depth = 0
        self.text = ""
        self.leading: int | None = None
        """The block of the comment that leads a definition."""
        self.has_docstring = False

    def add(self, depth: int, blanks: int, text: str, lines: str, opens: bool, is_docstring: bool) -> None:
        """A further statement, with the blank lines before it in the source and the lines it became."""
        before, after = self._around(depth, blanks, text, opens, is_docstring)
        if self.blocks:
            before = max(0, before - self.blocks[-1].after)
        is_class = text.startswith("class ")
        if self.has_docstring and not (is_class or text.startswith(_FUNCTION)):
            before = 1
        if text[0] != "#":
            self.has_docstring = is_docstring and not depth and all(b.lines[0] == "#" for b in self.blocks)
            if text[0] != "@" or before:
                self.leading = None
        else:
            self.has_docstring = False
            if not self.text or (
                self.text[0] != "@" and (self.text[0] != "#" or before) and (self.leading is None or before)
            ):
                self.leading = len(self.blocks)
        self.blocks.append(Block(before, lines, after, opens, is_class))
        self.depth, self.text = depth, text

    def file(self) -> str:
        """All of it."""
        if not self.blocks:
            return ""
        self.blocks[-1].after = 0
        return "".join(["\n" * b.before + b.lines + "\n" * (b.after + 1) for b in self.blocks])

    def _around(self, depth: int, blanks: int, text: str, opens: bool, is_docstring: bool) -> tuple[int, int]:
        before = min(blanks, 1 if depth else 2)
        outer: int | None = None
        while self.definitions and self.definitions[-1] >= depth:
            outer = self.definitions.pop()
        is_definition = text.startswith(_DEFINITION)
        if is_definition:
            self.definitions.append(depth)
        if not self.blocks:
            return 0, 0
        previous = self.blocks[-1]
        if is_docstring:
            if previous.is_class:
                return 0, 1
            if previous.opens and self.text.startswith(_FUNCTION):
                return 0, 0
        if outer is not None:
            before = self._behind_definition(depth, outer, text, opens)
        if is_definition or text[0] == "@":
            return self._before_definition(depth, before, bool(blanks)), 0
        if self.text.startswith(_IMPORT) and not text.startswith(_IMPORT):
            if not self.depth and not depth:
                return 1, 0
            if depth == self.depth:
                return before or 1, 0
        return before, 0

    def _behind_definition(self, depth: int, outer: int, text: str, opens: bool) -> int:
        if depth:
            return 1
        depends = outer and opens and not text.startswith(_ALONE)
        return 1 if depends else 2

    def _before_definition(self, depth: int, before: int, had_blanks: bool) -> int:
        if self.text[0] == "@":
            return 0
        if self.depth < depth and self.text.startswith(_DEFINITION):
            return int(had_blanks)
        leading: Block | None = None
        if self.text[0] == "#" and self.depth == depth and not before:
            if not self._leads():
                return 0
            assert self.leading is not None
            leading = self.blocks[self.leading]
        newlines = 1 if depth else 2
        if self.text.startswith(_FUNCTION) and self.text.endswith(": ...") and not had_blanks:
            newlines = 0
        if leading is not None:
            assert self.leading is not None
            leading.before = max(leading.before, newlines) - self.blocks[self.leading - 1].after
            return 0
        return newlines

    def _leads(self) -> bool:
        """Whether the comment before a definition takes over the blank lines of that."""
        if not self.leading:
            return False
        earlier = self.blocks[self.leading - 1]
        return not earlier.is_class and not earlier.opens and self.blocks[self.leading].before <= 1
