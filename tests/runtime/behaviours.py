"""Which behaviours of the runtimes are proven, and by which test? The page `matrix.md` shows it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

MATRIX = Path(__file__).with_name("matrix.md")
KINDS = ("sync", "async")
_CORE = Path(__file__).with_name("core")
_TYPESCRIPT = Path(__file__).with_name("typescript")
# The title of a test, which may stand on a line of its own and hold parts that are filled in.
_TITLE = re.compile(r"""^ *test\(\s*(['"`])(.+?)\1,""", re.MULTILINE)

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


def typescript_tests() -> frozenset[str]:
    """The tests of the runtime of TypeScript packages, each behind the name of its file."""
    found = set()
    for path in (_TYPESCRIPT / "core").glob("*.test.ts"):
        for _, title in _TITLE.findall(path.read_text(encoding="utf-8")):
            found.add(f"{path.name.removesuffix('.test.ts')}: {title}")
    for path in _TYPESCRIPT.glob("test_*.py"):
        names = re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        found |= {f"{path.name}: {name}" for name in names}
    return frozenset(found)


def shown_in_typescript() -> dict[str, str | dict[str, str]]:
    """Which of them shows a behaviour, by the name of its test in Python without `test_`."""
    text = (_TYPESCRIPT / "behaviours.yaml").read_text(encoding="utf-8")
    found: dict[str, str | dict[str, str]] = yaml.safe_load(text)
    return found


def _cell(shown: str | dict[str, str] | None) -> str:
    if isinstance(shown, dict):
        return f"not needed: {shown['not']}"
    return "-" if shown is None else re.sub(r"\$\{[^}]*\}", "…", shown)


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
    lines = ["# What the tests prove of generated packages", ""]
    lines.append(
        "Of Python packages with the synchronous and the asynchronous client, nearly all of it over real HTTP on "
        "loopback; of TypeScript packages by the test that is named."
    )
    signs, shown = {"passed": "yes", "failed": "no"}, shown_in_typescript()
    for title, behaviours in sections():
        lines += ["", f"## {title.rstrip('.')}", "", "| Behaviour | sync | async | TypeScript |"]
        lines.append("| --- | --- | --- | --- |")
        for one in behaviours:
            cells = [signs.get(outcomes.get((one.test, kind), ""), "-") for kind in KINDS]
            cells.append(_cell(shown.get(one.test.removeprefix("test_"))))
            lines.append(f"| {one.title} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def rows(text: str) -> list[list[str]]:
    """The rows of a page, cell by cell."""
    return [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
