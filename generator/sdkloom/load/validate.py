"""Does a document keep the rules of its standard?"""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from subprocess import DEVNULL, PIPE, Popen, TimeoutExpired
from time import monotonic
from typing import Any

from sdkloom import __version__
from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, Source, escape
from sdkloom.load.cache import Cache
from sdkloom.load.findings import causes
from sdkloom.load.objects import objects
from sdkloom.load.origins import Origins
from sdkloom.load.pointers import exists, find

SMALL = 50_000
"""What is shorter as JSON is validated at once; any other document in a process of its own."""

LIMIT = 30.0
"""How many seconds the validator may take: for some documents it would run for minutes."""

_WORDING = 3
"""To be raised whenever findings are said or chosen in another way, so that no kept ones are used."""

_PACKAGES = ("openapi-spec-validator", "openapi-schema-validator", "jsonschema", "jsonschema-path")

Findings = tuple[list[tuple[str, str]], str]
"""The pointer and the words of each finding, and why the validator failed before its end, if it did."""


@dataclass(frozen=True, slots=True)
class Known:
    """Findings of an earlier run; `places` tells where they are."""

    found: Findings
    places: Origins
    broken: frozenset[str]

    def finish(self, report: Report) -> None:
        """Report the findings."""
        found, failure = self.found
        for pointer, detail in found:
            if pointer not in self.broken:
                report.add("W110", self.places.source(pointer), detail)
        if failure:
            _report_failure(self.places, failure, report)


@dataclass(frozen=True, slots=True)
class Running:
    """A validation that goes on in another process; its findings are kept for later runs."""

    process: Popen[bytes]
    places: Origins
    broken: frozenset[str]
    until: float
    keep: Callable[[Findings], None]

    def finish(self, report: Report) -> None:
        """Wait for the findings, if need be, and report them."""
        try:
            said, _ = self.process.communicate(timeout=max(0.1, self.until - monotonic()))
        except TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            _report_failure(self.places, f"it took more than {LIMIT:g} seconds", report)
            return
        if self.process.returncode:
            _report_failure(self.places, "the validator failed", report)
            return
        found = json.loads(said)
        self.keep(found)
        Known(found, self.places, self.broken).finish(report)


Validation = Known | Running


def validate(
    root: Mapping[str, Json], broken: frozenset[str], origins: Origins, cache: Cache, report: Report
) -> Validation | None:
    """Report what openapi-spec-validator finds as warnings, one for each cause; its own failure is a note.

    `root` is the linked document in the words of its own version, and `broken` the places of references that
    lead nowhere, of which enough was said. The findings about a document that is not small come when the
    validation is finished. What was found is kept in the cache, and not looked for again.
    """
    text = json.dumps(root).encode("ascii")
    key = _key(text)
    kept = cache.get(key)
    found: Findings | None = json.loads(kept) if kept is not None else None

    def keep(found: Findings) -> None:
        cache.put(key, json.dumps(found).encode("ascii"))

    if len(text) >= SMALL:
        places = deepcopy(origins)  # what moves from now on moves in words that the validator never sees
        return Known(found, places, broken) if found is not None else _start(text, places, broken, keep)
    if found is None:
        found = _examine(json.loads(text))
        keep(found)
    Known(found, origins, broken).finish(report)
    return None


def _key(text: bytes) -> str:
    """The name of findings in the cache: whatever they depend on."""
    versions = " ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return f"findings {_WORDING}, sdkloom {__version__}, {versions}: {sha256(text).hexdigest()}"


def _start(
    text: bytes, places: Origins, broken: frozenset[str], keep: Callable[[Findings], None]
) -> Validation:
    process = Popen([sys.executable, "-m", __name__], stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
    assert process.stdin is not None
    with suppress(BrokenPipeError), process.stdin as stream:
        stream.write(text)
    process.stdin = None  # all is said; what is left is to listen
    return Running(process, places, broken, monotonic() + LIMIT, keep)


def _report_failure(origins: Origins, detail: str, report: Report) -> None:
    report.add("N111", Source(origins.file, "#"), detail)


def _examine(root: dict[str, Json]) -> Findings:
    """All findings in the order of the document, since the validator's own differs from run to run."""
    found: list[tuple[str, str]] = []
    failed = ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # doubts about a document's regular expressions
            for one in _findings(root):
                found.append(one)
    except Exception as failure:  # whatever happens inside the validator is no fault of the document's author
        failed = f"the validator failed with {type(failure).__name__}"
    order = _order(root) if found else {}
    found.sort(key=lambda one: (order.get(one[0], order.get(one[0].rpartition("/")[0], -1)), one[1]))
    return found, failed


def _order(root: Json) -> dict[str, int]:
    """Every pointer of a document, and when it comes."""
    found: dict[str, int] = {}
    waiting: list[tuple[Json, str]] = [(root, "#")]
    while waiting:
        node, pointer = waiting.pop()
        found[pointer] = len(found)
        parts = (
            node.items() if isinstance(node, Mapping) else enumerate(node) if isinstance(node, list) else ()
        )
        waiting += reversed([(part, f"{pointer}/{escape(str(key))}") for key, part in parts])
    return found


def _findings(root: dict[str, Json]) -> Iterator[tuple[str, str]]:
    """What the validator finds; `root` is a copy, and gets references as the validator decodes them."""
    from jsonschema_path import SchemaPath
    from openapi_spec_validator.shortcuts import get_validator_cls

    for holder, _, _ in objects(root):
        if isinstance(wanted := holder.get("$ref"), str):
            holder["$ref"] = wanted.replace("%", "%25")
    # Without handlers the validator reads no file and no network: after linking there is nothing to read.
    path = SchemaPath.from_dict(root, handlers={})
    validator: Any = get_validator_cls(root)(path)
    reported = set()
    for problem in validator.schema_validator.iter_errors(root):
        for tokens, detail in causes(problem):
            pointer = _pointer("#", tokens)
            reported.add(pointer)
            yield pointer, detail
    places: _Places | None = None
    for problem in validator.root_validator(validator.schema_path):
        if not _is_said_elsewhere(problem):
            places = places or _Places(root)
            base = places.base(problem)
            found = [(_pointer(base, tokens), detail) for tokens, detail in causes(problem)]
            yield from (one for one in found if one[0] not in reported)


def _is_said_elsewhere(problem: Any) -> bool:
    """Lowering says what it makes of a path and its parameters; what has no place is found with one, too."""
    return (
        type(problem).__name__ == "UnresolvableParameterError"
        or (str(problem.message).endswith("is not of type 'object', 'boolean'") and not problem.absolute_path)
        or problem.instance == "file"  # a type of Swagger 2.0
    )


class _Places:
    """Places findings that have no place: the validator hands over the very objects of the document."""

    def __init__(self, root: Mapping[str, Json]) -> None:
        self.root = root
        self.pointers: dict[int, str] = {}
        self.used: set[str] = set()
        waiting: list[tuple[Any, str]] = [(root, "#")]
        while waiting:
            node, pointer = waiting.pop()
            if isinstance(node, dict | list):
                self.pointers[id(node)] = pointer
                parts = node.items() if isinstance(node, dict) else enumerate(node)
                waiting += [(part, f"{pointer}/{escape(str(key))}") for key, part in parts]

    def base(self, problem: Any) -> str:
        """The pointer that the finding's path is relative to."""
        if found := re.search(r"for '(\w+)' in '(.*)' is not unique", str(problem.message)):
            return f"#/paths/{escape(found[2])}/{found[1]}/operationId"
        if found := re.fullmatch(r"Duplicate (tag name|parameter) '(.*)'", str(problem.message)):
            return self._repeated("tags" if found[1] == "tag name" else "parameters", found[2])
        if type(problem).__name__ == "ExtraParametersError":
            return self._requiring(str(problem.message))
        path = [str(part) for part in problem.absolute_path]
        known = self.pointers.get(id(problem.instance))
        if known is not None and known.endswith(_pointer("", path)):
            return known[: len(known) - len(_pointer("", path))]
        schema = self.pointers.get(id(problem.schema))
        if schema is not None and exists(self.root, f"{schema}/default"):
            return f"{schema}/default"
        return self._holding(path, problem.instance) if path else "#"

    def _holding(self, path: list[str], value: Json) -> str:
        """The first object in which the path leads to the value, and which no other finding is about."""
        for _, pointer, named in objects(self.root):
            place = _pointer(pointer, path)
            if not named and place not in self.used and _at(self.root, place) == value:
                self.used.add(place)
                return pointer
        return "#"

    def _repeated(self, key: str, name: str) -> str:
        """The second item of this name in the first such list that no other finding is about."""
        for pointer in self.pointers.values():
            listed = _at(self.root, pointer) if pointer.endswith(f"/{key}") else None
            parts = enumerate(listed) if isinstance(listed, list) else ()
            same = [index for index, part in parts if isinstance(part, dict) and part.get("name") == name]
            if len(same) > 1 and pointer not in self.used:
                self.used.add(pointer)
                return f"{pointer}/{same[1]}/name"
        return "#"

    def _requiring(self, message: str) -> str:
        """The `required` list that names properties which nobody describes."""
        names = set(re.findall(r"'([^']*)'", message))
        for pointer in self.pointers.values():
            if pointer.endswith("/required") and not pointer.endswith("/properties/required"):
                listed = _at(self.root, pointer)
                described = _at(self.root, f"{pointer.removesuffix('/required')}/properties")
                if isinstance(listed, list) and names <= {str(name) for name in listed} - set(
                    described or ()
                ):
                    return pointer
        return "#"


def _at(root: Any, pointer: str) -> Any:
    return find(root, pointer) if exists(root, pointer) else None


def _pointer(base: str, tokens: list[str]) -> str:
    return "/".join((base, *(escape(token) for token in tokens)))


if __name__ == "__main__":
    json.dump(_examine(json.load(sys.stdin.buffer)), sys.stdout)
