"""Which behaviours of the runtime are proven, and with which kind of client? The page `matrix.md` shows it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MATRIX = Path(__file__).with_name("matrix.md")
KINDS = ("sync", "async")
_CORE = Path(__file__).with_name("core")

Outcomes = Mapping[tuple[str, str], str]
"""How the tests of a function went, `passed` or `failed`, by its name and the kind of client."""


@dataclass(frozen=True)
class Behaviour:
    """A test that is run with each kind of client."""

    test: str

    @property
    def title(self) -> str:
        """What it says, with the rule that it proves behind it."""
        words = self.test.removeprefix("test_").split("_")
        if words[0] == "rule":
            return f"{' '.join(words[2:])} (rule {words[1]})"
        return " ".join(words)


def sections() -> Iterator[tuple[str, list[Behaviour]]]:
    """The behaviours, by the question that their module answers."""
    for path in sorted(_CORE.glob("test_*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        found = [
            Behaviour(node.name)
            for node in module.body
            if isinstance(node, ast.FunctionDef)
            and node.name.startswith("test_")
            and "caller" in {argument.arg for argument in node.args.args}
        ]
        if found:
            yield (ast.get_docstring(module) or path.stem), found


def page(outcomes: Outcomes) -> str:
    """The page for a run of the tests."""
    lines = ["# What the tests prove of generated Python packages", ""]
    lines.append(
        "With the synchronous and the asynchronous client; nearly all of it over real HTTP on loopback."
    )
    signs = {"passed": "yes", "failed": "no"}
    for title, behaviours in sections():
        lines += ["", f"## {title.rstrip('.')}", "", "| Behaviour | sync | async |", "| --- | --- | --- |"]
        for one in behaviours:
            cells = (signs.get(outcomes.get((one.test, kind), ""), "-") for kind in KINDS)
            lines.append(f"| {one.title} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def titles(text: str) -> list[str]:
    """The behaviours that a page lists."""
    return [line.split(" | ")[0] for line in text.splitlines() if line.startswith("| ")]
