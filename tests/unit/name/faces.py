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
    places = _places(texts)
    for path, text in texts.items():
        for said, name in _of_python(text) if path.endswith(".py") else _of_typescript(text):
            root, dot, rest = name.partition(".")
            for word in _SAID.findall(said):
                names = (f"{place}{dot}{rest}" for place in places.get((path, root), ()))
                found.setdefault(word.lower(), set()).update(names)
    for operation in api.operations:
        found[operation.id] = {plan.calls[operation.id]}
    for scheme in served_schemes(api):
        found[f"scheme {scheme.name.wire}"] = {"_".join(words) for words in option_words(scheme)}
    return {word: frozenset(names) for word, names in found.items()}


Places = dict[tuple[str, str], list[str]]
"""From where each name in a file is imported."""


def _places(texts: Mapping[str, str]) -> Places:
    """Every module gives what stands in it, but for those that are private; packages hand on what they list."""
    found: Places = {}
    for path, text in texts.items():
        if path.endswith(".py"):
            _add_python(found, path, text)
        else:
            _add_typescript(found, path, text)
    return found


def _add_python(found: Places, path: str, text: str) -> None:
    parts = path.removesuffix(".py").removesuffix("/__init__").split("/")
    folder = parts if path.endswith("__init__.py") else parts[:-1]
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                private = parts[-1].startswith("_") and path.count("/types/")
                found.setdefault((path, name), []).extend([] if private else [f"{'/'.join(parts)}: {name}"])
            case ast.ImportFrom(module=str(module), level=level, names=names) if path.endswith("__init__.py"):
                source = [*folder[: len(folder) - level + 1], *module.split(".")]
                for alias in names:
                    place = f"{'/'.join(parts)}: {alias.asname or alias.name}"
                    found.setdefault(("/".join(source) + ".py", alias.name), []).append(place)


def _add_typescript(found: Places, path: str, text: str) -> None:
    """All of TypeScript comes from the package as a whole, or from the file of a resource."""
    module = path.removesuffix(".ts").removesuffix(".types")
    for name in re.findall(r"^export (?:declare )?(?:interface|type|class) (\w+)", text, re.MULTILINE):
        found.setdefault((path, name), []).append(f"{module}: {name}")
    for listed, source in re.findall(
        r"^export (?:type )?\{([^}]*)\} from '\./([^']*)\.js'", text, re.MULTILINE
    ):
        for name in re.findall(r"\w+", listed):
            found.setdefault((f"src/{source}.ts", name), []).append(name)


def _of_python(text: str) -> Iterator[tuple[str, str]]:
    yield from _of_body(ast.parse(text).body, "")


def _of_body(body: list[ast.stmt], above: str) -> Iterator[tuple[str, str]]:
    """What is said of a class is said of those made of it as well, such as the pages of an answer."""
    last, leads = "", dict[str, str]()
    for node in body:
        match node:
            case ast.ClassDef(name=name, body=inner, bases=bases):
                lead = ast.get_docstring(node) or ""
                of = (leads.get(base.id, "") for base in bases if isinstance(base, ast.Name))
                leads[name] = " ".join((lead, *of))
                yield leads[name], f"{above}{name}"
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
