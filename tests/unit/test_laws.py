"""The laws of the house: what may know what, how large a module may be, and what is shown."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from sdkloom.codes import CODES
from sdkloom.targets import known_targets, load_target

_ROOT = Path(__file__).parents[2]
_PACKAGE = _ROOT / "generator" / "sdkloom"
_TEMPLATES = _ROOT / "templates"
_MODULES = sorted(_PACKAGE.rglob("*.py"))
_RENDERED = sorted(
    path
    for kind in ("project", "package", "parts")
    for path in _TEMPLATES.glob(f"*/{kind}/**/*")
    if path.is_file()
)


def _name(path: Path) -> str:
    return path.relative_to(_ROOT).as_posix()


def _imports(path: Path) -> Iterator[str]:
    """Our own modules that a module imports at run time, without the package's name."""
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        waiting += ast.iter_child_nodes(node)
        found = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(path)} has a relative import"
            found = [node.module or ""]
        yield from (name.removeprefix("sdkloom.") for name in found if name.split(".")[0] == "sdkloom")


# Splitting names into words is a vocabulary that lowering shares with naming; of the package itself, loading takes
# its version.
_MAY_KNOW = {
    "ir": ("ir",),
    "load": ("load", "diagnostics", "ir.base", "sdkloom"),
    "stainless": ("stainless", "load", "diagnostics", "ir.base"),
    "lower": ("lower", "load", "diagnostics", "ir", "config", "config_kinds", "config_pages", "name.words"),
    "name": ("name", "diagnostics", "ir", "config"),
    "example": ("example", "ir", "config"),
    "targets": ("targets", "example", "name", "ir", "config"),
    "surface": ("surface", "targets", "name", "ir", "diagnostics", "config"),
}


@pytest.mark.parametrize("folder", _MAY_KNOW)
def test_stages_know_only_what_comes_before(folder: str) -> None:
    for path in (_PACKAGE / folder).rglob("*.py"):
        for name in _imports(path):
            allowed = any(name == known or name.startswith(f"{known}.") for known in _MAY_KNOW[folder])
            assert allowed, f"{_name(path)} imports {name}"


def test_only_a_few_modules_touch_the_disk() -> None:
    touching = re.compile(
        r"\.(read_text|read_bytes|write_text|write_bytes|mkdir|unlink|rename|open)\(|\bopen\("
    )
    found = {
        path.relative_to(_PACKAGE).as_posix() for path in _MODULES if touching.search(path.read_text("utf-8"))
    }
    # Positions are composed from the same files again, when the first diagnostic asks for them; the cache has a
    # folder of the user's to itself; a target reads the list of words that its own language reserves.
    reserved = {f"targets/{target}/spelling.py" for target in known_targets()}
    assert found <= {"load/read.py", "load/locate.py", "load/cache.py", "render.py", "write.py"} | reserved


def test_only_one_module_opens_a_connection() -> None:
    networking = re.compile(
        r"^\s*(?:import|from) (socket|ssl|http\.client|urllib\.request|httpx|requests)\b", re.M
    )
    found = {
        path.relative_to(_PACKAGE).as_posix()
        for path in _MODULES
        if networking.search(path.read_text("utf-8"))
    }
    assert found == {"load/fetch.py"}


def test_no_language_is_named_outside_its_folder() -> None:
    spoken = [target for target in known_targets() if load_target(target).known_as]
    named = re.compile(rf"\b({'|'.join(spoken)}|typescript|javascript)\b", re.IGNORECASE)
    for path in _MODULES:
        if path.relative_to(_PACKAGE).parts[0] != "targets" or path.parent.name == "targets":
            assert not named.search(path.read_text("utf-8")), _name(path)


@pytest.mark.parametrize("target", known_targets())
def test_a_language_is_five_answers_and_its_templates(target: str) -> None:
    for answer in ("spelling.py", "types.py", "views.py", "files.py", "format.py", "reserved.txt"):
        assert (_PACKAGE / "targets" / target / answer).is_file()
    for folder in ("project", "package", "parts", "runtime"):
        assert (_TEMPLATES / target / folder).is_dir()


@pytest.mark.parametrize("path", _MODULES, ids=_name)
def test_modules_are_small_and_say_what_they_answer(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    said = ast.get_docstring(ast.parse(text))
    assert said, "a module opens with a docstring"
    first = said.split("\n\n")[0]
    assert first[-1] in ".?!)"
    assert len(first) <= 230
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc"}


@pytest.mark.parametrize("path", _RENDERED, ids=_name)
def test_templates_are_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 120


_FORBIDDEN = (
    nodes.Assign, nodes.AssignBlock, nodes.Compare, nodes.BinExpr, nodes.UnaryExpr, nodes.CondExpr, nodes.Getitem,
    nodes.Concat, nodes.Include, nodes.Extends, nodes.Block, nodes.Test,
)  # fmt: skip
_KEPT = (nodes.Not,)


@pytest.mark.parametrize("path", _RENDERED, ids=_name)
def test_a_template_only_shows_a_shape(path: Path) -> None:
    tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    for node in tree.find_all(nodes.Node):
        if isinstance(node, _FORBIDDEN) and not isinstance(node, _KEPT):
            pytest.fail(
                f"{_name(path)}:{node.lineno}: {type(node).__name__} is a decision, and belongs in the view"
            )
    macros = {name.name for name in tree.find_all(nodes.Macro)} | {
        name if isinstance(name, str) else name[1]
        for found in tree.find_all(nodes.FromImport)
        for name in found.names
    }
    for call in tree.find_all(nodes.Call):
        target = call.node
        known = isinstance(target, nodes.Name) and target.name in macros | {"caller"}
        imported = isinstance(target, nodes.Getattr) and isinstance(target.node, nodes.Name)
        assert known or imported, f"{_name(path)}:{call.lineno}: only macros may be called"
    assert _depth(tree) <= 3, f"{_name(path)} nests too deeply"


def _depth(node: nodes.Node) -> int:
    below = max((_depth(child) for child in node.iter_child_nodes()), default=0)
    return below + isinstance(node, nodes.For | nodes.If)


def test_nothing_knows_the_api_of_this_repository() -> None:
    for path in (*_MODULES, *(path for path in _TEMPLATES.rglob("*") if path.is_file())):
        assert b"groq" not in path.read_bytes().lower(), _name(path)


# What no page can bring about: an answer of another host, a mistake in a template, and the state of a disk.
_BEYOND_PAGES = {"E108", "E401", "E501", "E502"}


def test_every_code_is_used_and_shown() -> None:
    source = "".join(path.read_text("utf-8") for path in _MODULES if path.parent.name != "codes")
    used = {code for code in CODES if f'"{code}"' in source}
    pages = "".join(path.read_text("utf-8") for path in (_ROOT / "tests" / "golden").glob("*.md"))
    shown = {code for code in CODES if f"[{code}]:" in pages}
    assert used - shown == _BEYOND_PAGES
    # Codes that later stages will report, agreed on already.
    assert set(CODES) - used <= {"E302"}
