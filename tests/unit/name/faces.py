"""What do the users of a generated package see, by the words of the document that describe it?"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sdkloom.config import Config
from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api
from sdkloom.load import Document
from sdkloom.load.origins import Origins
from sdkloom.lower import lower
from sdkloom.name.choose import choose
from sdkloom.name.lock import read_lock
from sdkloom.name.published import find_published, published_text
from sdkloom.name.settle import Names, settle
from sdkloom.render import Renderer
from sdkloom.targets import load_target
from sdkloom.targets.base import Copy
from sdkloom.targets.credentials import option_words, served_schemes

CONFIG = Config(Path("api.yaml"))
_SAID = re.compile(r"\b[a-z]\d+q\b", re.IGNORECASE)

Face = dict[str, frozenset[str]]
"""For each word of a document the names of what it describes, each with where it is imported from."""


def named(data: Mapping[str, Any], lock: str = "", config: Config = CONFIG) -> tuple[Api, Names, Report]:
    report = Report()
    document = Document(data, "api.yaml", "", "3.1.0", Origins("api.yaml"))
    api = lower(document, config, report)
    published = find_published(api, read_lock(lock, "sdkloom.lock", report))
    api = choose(api, config, report, published)
    return api, settle(api, config, report, published), report


def locked(data: Mapping[str, Any], lock: str = "", config: Config = CONFIG) -> str:
    api, names, _ = named(data, lock, config)
    return published_text(api, names)


def face(data: Mapping[str, Any], language: str, lock: str = "", config: Config = CONFIG) -> Face:
    """The public names of the package in this language."""
    api, names, _ = named(data, lock, config)
    target, chosen = load_target(language), next(one for one in config.targets if one.name == language)
    plan, renderer, found = target.plan(api, names, config, chosen), Renderer(target), dict[str, set[str]]()
    files = [file for file in plan.files if not isinstance(file, Copy) and file.path.startswith("src/")]
    texts = {file.path: renderer.render(file) for file in files if file.path.endswith((".py", ".ts"))}
    exported = _exported(texts.get("src/index.ts", ""))
    for path, text in texts.items():
        for said, name in _of_python(text) if path.endswith(".py") else _of_typescript(text):
            if path.endswith(".py") or name.partition(".")[0] in exported:
                for word in _SAID.findall(said):
                    found.setdefault(word.lower(), set()).add(f"{_imported(path)}{name}")
    for operation in api.operations:
        found[operation.id] = {plan.calls[operation.id]}
    for scheme in served_schemes(api):
        found[f"scheme {scheme.name.wire}"] = {"_".join(words) for words in option_words(scheme)}
    return {word: frozenset(names) for word, names in found.items()}


def _exported(text: str) -> frozenset[str]:
    """What the index of a package in TypeScript hands out; nothing else can be imported from it."""
    lists = re.findall(r"export (?:type )?\{([^}]*)\}", text)
    return frozenset(word for listed in lists for word in re.findall(r"\w+", listed))


def _imported(path: str) -> str:
    """Where a name is imported from: its module in Python, or the package that hands out a type; all of
    TypeScript comes from the package as a whole.
    """
    module = path.removesuffix(".py").removesuffix("/__init__")
    if "/types/" in path:
        module = module.rpartition("/")[0]
    return f"{module}: " if path.endswith(".py") else ""


def _of_python(text: str) -> Iterator[tuple[str, str]]:
    yield from _of_body(ast.parse(text).body, "")


def _of_body(body: list[ast.stmt], above: str) -> Iterator[tuple[str, str]]:
    last = ""
    for node in body:
        match node:
            case ast.ClassDef(name=name, body=inner):
                yield ast.get_docstring(node) or "", f"{above}{name}"
                yield from _of_body(inner, f"{above}{name}.")
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                lead, _, told = (ast.get_docstring(node) or "").partition("\nArgs:\n")
                yield lead, f"{above}{name}()"
                for line in told.splitlines():
                    argument, colon, said = line.strip().partition(": ")
                    yield (said, f"{above}{name}({argument})") if colon else ("", "")
            case ast.AnnAssign(target=ast.Name(id=name)):
                last = name
            case ast.Expr(value=ast.Constant(value=str(said))) if last:
                yield said, f"{above}{last}"


_DECLARED = re.compile(
    r"\s*(?:export )?(?:declare )?(?:default )?(?:readonly )?(?:interface|type|class|namespace|const|function)?"
    r"\s*('[^']*'|\"[^\"]*\"|[\w$]+)"
)


def _of_typescript(text: str) -> Iterator[tuple[str, str]]:
    """By the depth of braces: what a comment says is said of the next name."""
    above: list[str] = []
    said, name, inside = "", "", False
    for line in text.splitlines():
        stripped = line.strip()
        if inside or stripped.startswith("/**"):
            said = f"{said} {stripped}" if inside else stripped
            inside = not stripped.endswith("*/")
            continue
        found = _DECLARED.match(line)
        if found is not None:
            name = found[1].strip("'\"")
            if said:
                yield said, ".".join((*above, name))
                said = ""
        for brace in re.sub(r"'[^']*'|`[^`]*`", "", line):
            if brace == "{":
                above.append(name)
            elif brace == "}" and above:
                above.pop()
