"""Which tests does a package carry, and how are they spread over files?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from sdkloom.example.calls import Calls
from sdkloom.example.cases import Case, cases
from sdkloom.example.expected import expected
from sdkloom.example.options import given_value
from sdkloom.example.pages import PagedCall, paged_call
from sdkloom.example.proof import credentials, proof_of
from sdkloom.ir.api import Api
from sdkloom.ir.base import Json
from sdkloom.name.spell import Identifier, Scope, screaming
from sdkloom.name.words import split_words
from sdkloom.targets.base import Code, Copy, File, Import, collect_needs
from sdkloom.targets.credentials import served_schemes
from sdkloom.targets.typescript.auth import options_of
from sdkloom.targets.typescript.given import Form, call_code
from sdkloom.targets.typescript.imports import import_lines
from sdkloom.targets.typescript.pages import pages_of
from sdkloom.targets.typescript.project import Project
from sdkloom.targets.typescript.spelled import resource_module
from sdkloom.targets.typescript.testing.requests import expected_code
from sdkloom.targets.typescript.testing.results import Results
from sdkloom.targets.typescript.testing.views import ConstantView, SetupView, TestModuleView, TestView
from sdkloom.targets.typescript.testing.webhooks import webhook_modules
from sdkloom.targets.typescript.types import property_name, quote, value_code

_LONGEST = 700  # lines of a file, as far as they can be told before it is formatted
_SHORT = 50  # characters of a value that needs no name
_STAND_IN = "https://api.example.com"


def plan_tests(project: Project) -> Iterator[File | Copy]:
    """`tests/`: what is the same for every API, what tells of this one, and a file for each resource."""
    yield Copy("tests", "runtime/tests", frozenset() if project.has_webhooks else frozenset({"signing.ts"}))
    yield File("tests/setup.ts", "project/tests/setup.ts", _setup(project))
    scope = Scope(fold=str.casefold)
    for path, calls in project.listed.items():
        own = [call for call in calls if call.kind == "own"]
        if own:
            place = "/".join(resource_module(path)[1:]) or "client"
            writer = _ModuleWriter(project)
            for call in own:
                writer.add(call.operation, call.call)
            for number, view in enumerate(writer.modules(f"tests/{place}"), start=1):
                name = place if number == 1 else f"{place}-{number}"
                scope.reserve(name)
                yield File(f"tests/{name}.test.ts", "project/tests/resource.test.ts", view)
    for needs, module in webhook_modules(project):
        name = scope.give(Identifier("webhook-events"), separator="-")
        imports = tuple(_imports(set(needs), f"tests/{name}", project.package))
        view = replace(module, imports=imports)
        yield File(f"tests/{name}.test.ts", "project/tests/resource.test.ts", view)


def _setup(project: Project) -> SetupView:
    url = _base_url(project.api)
    options = {} if url else {"baseURL": quote(_STAND_IN)}
    for scheme in served_schemes(project.api):
        names = options_of(scheme)
        for name, value in zip(names, credentials(project.api, scheme), strict=False):
            options[name] = quote(value)
    for option, found in zip(project.api.options, project.options(), strict=True):
        if (given := given_value(option)) is not None:
            options[found.name] = value_code(given).text
    proof = {name.lower(): text for name, text in proof_of(project.api).headers}
    variables = (
        *(view.variable for view in project.credentials()),
        *(view.variable for view in project.options()),
        *project.environment().values(),
    )
    return SetupView(
        package=project.package,
        client=project.client,
        base_url=url or _STAND_IN,
        options=Code("".join(f"{property_name(name)}: {text}, " for name, text in options.items())),
        proof=value_code(proof),
        has_unsaid=project.config.idempotency is not None,
        unsaid=Code(quote((project.config.idempotency or "").lower())),
        variables=tuple(Code(quote(variable)) for variable in dict.fromkeys(variables)),
    )


def _base_url(api: Api) -> str:
    url = api.servers[0].url.rstrip("/") if api.servers else ""
    return url if "://" in url and "{" not in url else ""


@dataclass(slots=True)
class _Module:
    """A file on its way: its tests, its constants, and about how long it is."""

    tests: list[TestView] = field(default_factory=list)
    constants: dict[str, Json] = field(default_factory=dict)
    scope: Scope = field(default_factory=Scope)
    lines: int = 20


class _ModuleWriter:
    """Writes the tests of one resource; where they are too many for one file, for several."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._calls = Calls(project.api, project.config.arrays)
        self._usual = proof_of(project.api)
        self._base_url = _base_url(project.api)
        self._done: list[_Module] = []
        self._now = _Module()
        self._operations = {operation.id: operation for operation in project.api.operations}
        self._results = Results(project.config, project.spelled, project.package, self._hoist)

    def add(self, id: str, call: str) -> None:
        """The tests of an operation."""
        operation = self._operations[id]
        switches = {
            argument.value.wire for argument in self._project.arguments[id].listed if argument.value.is_switch
        }
        for case in cases(self._calls, operation, switches.__contains__):
            self._add(partial(self._test, id, call, case))
        paged = paged_call(self._calls, operation)
        if paged is not None and pages_of(self._project.api, operation) is not None:
            self._add(partial(self._page_test, id, call, paged))

    def _add(self, written: Callable[[], TestView]) -> None:
        known = len(self._now.constants)
        view = written()
        new = list(self._now.constants)[known:]
        lines = _lines(view) + sum(_length(value_code(self._now.constants[name])) for name in new)
        if self._now.tests and self._now.lines + lines > _LONGEST:
            for constant in new:
                del self._now.constants[constant]
            self._done.append(self._now)
            self._now = _Module()
            view = written()
        self._now.tests.append(view)
        self._now.lines += lines

    def _test(self, id: str, call: str, case: Case) -> TestView:
        answer = case.call.answer
        arguments = self._project.arguments[id]
        form: Form = "short" if case.kind in {"plain", "variant"} else "named"
        code = call_code(f"wire.client.{call}", arguments, case.call.arguments, form)
        wanted = expected(case.call.request, self._usual, self._base_url)
        request = expected_code(wanted).around("assert.deepEqual(wire.request, ", ");")
        accept = [Code(f"assert.equal(wire.accept, {quote(wanted.accept)});")] if wanted.accept else []
        chosen = self._results.answer(answer).around("wire.answer(", ");")
        steps: tuple[tuple[Code, ...], ...]
        if case.kind == "failure":
            failure = self._results.failure(answer).around("await assert.rejects(call, ", ");")
            steps = ((chosen,), (code.around("const call = ", ";"), failure), (request,))
        else:
            result = code.around("const result = await ", ";")
            steps = ((chosen,), (result,), (request, *accept, self._results.check(answer)))
        return TestView(_title(call, case), steps)

    def _page_test(self, id: str, call: str, paged: PagedCall) -> TestView:
        arguments = self._project.arguments[id]
        code = call_code(f"wire.client.{call}", arguments, paged.arguments, "short")
        wanted = expected(paged.following, self._usual, self._base_url)
        request = expected_code(wanted).around("assert.deepEqual(wire.request, ", ");")
        chosen = self._results.answer(paged.answer).around("wire.answer(", ");")
        items = self._hoist(list(paged.items), "items").around("assert.deepEqual(next.pageItems(), ", ");")
        steps = (
            (chosen, code.around("const page = await ", ";")),
            (chosen, Code("const next = await page.getNextPage();")),
            (request, items),
        )
        return TestView(f"{call} leads to the next page", steps)

    def _hoist(self, value: Json, what: str) -> Code:
        """The value itself where it is short, else the name that it has in the file."""
        code = value_code(value)
        if len(code.text) <= _SHORT:
            return code
        for name, known in self._now.constants.items():
            if value_code(known) == code:
                return Code(name)
        name = self._now.scope.give(Identifier(screaming(split_words(what)) or "ANSWER"))
        self._now.constants[name] = value
        return Code(name)

    def modules(self, place: str) -> Iterator[TestModuleView]:
        """The files, once all operations were added."""
        for module in (*self._done, self._now):
            tests = tuple(module.tests)
            needs = {*collect_needs(tests), Import("tests/setup", "connect")}
            constants = tuple(
                ConstantView(Identifier(name), value_code(value)) for name, value in module.constants.items()
            )
            yield TestModuleView(tuple(_imports(needs, place, self._project.package)), constants, tests)


def _imports(needs: set[Import], place: str, package: str) -> Iterator[Code]:
    """The package's own names first, and a blank line behind them."""
    public = sorted(need.name for need in needs if need.module == package)
    if public:
        yield Code(f"import {{ {', '.join(public)} }} from {quote(package)};")
        yield Code("")
    yield from import_lines((need for need in needs if need.module != package), place)


def _title(call: str, case: Case) -> str:
    match case.kind:
        case "full":
            return f"{call} with all arguments"
        case "variant" if case.variant is not None:
            return f"{call} with {case.variant.switch}: {value_code(case.variant.value).text}"
        case "failure":
            return f"{call} fails with status {case.call.answer.status}"
    return call


def _lines(view: TestView) -> int:
    """At most so many lines does a test have."""
    return 8 + sum(_length(code) for step in view.steps for code in step)


def _length(code: Code) -> int:
    """At most so many lines does an expression have: one for each item, and two for each pair of brackets."""
    if len(code.text) <= 80:
        return 1
    return 2 + code.text.count(", ") + 2 * sum(code.text.count(bracket) for bracket in "([{")
