"""Which tests does a package carry, and how are they spread over files?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from sdkloom.example.calls import Call, Calls
from sdkloom.example.cases import Case, cases
from sdkloom.example.options import given_value
from sdkloom.example.pages import PagedCall, paged_call
from sdkloom.example.proof import credentials, proof_of
from sdkloom.ir.api import AuthKind, Operation
from sdkloom.ir.base import Json
from sdkloom.name.call import ResourcePath
from sdkloom.name.spell import Identifier, Scope, screaming
from sdkloom.name.words import split_words
from sdkloom.targets.base import Code, Copy, File, Import, collect_needs
from sdkloom.targets.python.auth import options_of
from sdkloom.targets.python.imports import absolute_block
from sdkloom.targets.python.pages import page_writer
from sdkloom.targets.python.project import Project
from sdkloom.targets.python.spelled import Home
from sdkloom.targets.python.spelling import SPELLING
from sdkloom.targets.python.testing.calls import call_code
from sdkloom.targets.python.testing.requests import request_code
from sdkloom.targets.python.testing.results import Results, error_names
from sdkloom.targets.python.testing.views import ConstantView, SetupView, TestModuleView, TestView
from sdkloom.targets.python.testing.webhooks import webhook_modules
from sdkloom.targets.python.types import quote, value_code

_LONGEST = 700  # lines of a file, as far as they can be told before it is formatted
_SHORT = 50  # characters of a value that needs no name
_STAND_IN = "https://api.example.com"
_RESERVED = ("Wire", "Request", "Part", "plain", "pytest", "datetime", "date", "UUID", "Decimal")


def plan_tests(project: Project) -> Iterator[File | Copy]:
    """`tests/`: what is the same for every API, what tells of this one, and a module for each resource."""
    yield Copy("tests", "runtime/tests", frozenset() if project.has_webhooks else frozenset({"signing.py"}))
    yield File("tests/conftest.py", "project/tests/conftest.py", _setup(project))
    scope = Scope(fold=str.casefold)
    for path, calls in project.listed.items():
        own = [call for call in calls if call.kind == "own"]
        if own:
            writer = _ModuleWriter(project, path)
            for call in own:
                writer.add(call.operation, call.call)
            words = [word for step in path for word in step] or ["client"]
            name = SPELLING.spell("module", ("test", *words))
            for view in writer.modules():
                yield File(f"tests/{scope.give(name)}.py", "project/tests/resource.py", view)
    for module in webhook_modules(project, _type_names(project)):
        name = scope.give(Identifier("test_webhook_events"))
        yield File(f"tests/{name}.py", "project/tests/webhooks.py", module)


def _setup(project: Project) -> SetupView:
    api, environment = project.api, project.config.environment
    url = _base_url(project)
    values: dict[str, Json] = {
        option: value
        for scheme in api.auth
        if scheme.kind is not AuthKind.MUTUAL_TLS
        for option, value in zip(options_of(scheme), credentials(api, scheme), strict=False)
    }
    for option, view in zip(api.options, project.options(), strict=True):
        if (value := given_value(option)) is not None:
            values[view.name] = value
    variables = [view.variable for view in project.options()]
    variables += [credential.variable for credential in project.credentials()]
    variables += [
        environment.base_url or project.variable("base_url"),
        environment.headers or project.variable("custom_headers"),
        environment.log or project.variable("log"),
    ]
    return SetupView(
        package=project.package,
        client=project.client,
        base_url=(url or _STAND_IN).rstrip("/"),
        has_base_url=Code(repr(bool(url))),
        credentials=value_code(values),
        proof=value_code(dict(proof_of(api).headers)),
        has_unsaid=project.config.idempotency is not None,
        unsaid=Code(quote((project.config.idempotency or "").lower())),
        variables=Code(f"({', '.join(map(quote, variables))},)"),
    )


def _base_url(project: Project) -> str:
    servers = project.api.servers
    url = servers[0].url if servers else ""
    return url if "://" in url and "{" not in url else ""


@dataclass(slots=True)
class _Module:
    """A module on its way: its tests, its constants, and about how long it is."""

    tests: list[TestView] = field(default_factory=list)
    constants: dict[str, Json] = field(default_factory=dict)
    scope: Scope = field(default_factory=Scope)
    lines: int = 20


class _ModuleWriter:
    """Writes the tests of one resource; where they are too many for one file, for several."""

    def __init__(self, project: Project, path: ResourcePath) -> None:
        self._project = project
        self._path = path
        self._calls = Calls(project.api, project.config.arrays)
        self._usual = proof_of(project.api)
        self._names = Scope()
        self._done: list[_Module] = []
        self._now = _Module()
        self._operations = {operation.id: operation for operation in project.api.operations}
        self._types = _type_names(project)
        self._classes = {project.client, *(home.name for home in project.spelled.received.values())}

    def add(self, id: str, call: str) -> None:
        """The tests of an operation."""
        operation = self._operations[id]
        method = call.rpartition(".")[2].strip("_")
        for case in cases(self._calls, operation, lambda switch: self._has_switch(operation, switch)):
            self._add(partial(self._test, _name(method, case), operation, call, case.call))
        paged = paged_call(self._calls, operation)
        if paged is not None and page_writer(self._project.api, self._project.spelled, operation) is not None:
            self._add(partial(self._page_test, f"{method}_next_page", operation, call, paged))

    def _has_switch(self, operation: Operation, switch: str) -> bool:
        return any(argument.wire == switch for argument in self._project.arguments[operation.id].switches)

    def _add(self, written: Callable[[], TestView]) -> None:
        known = len(self._now.constants)
        view = written()
        lines = _lines(view) + sum(
            _length(value_code(value)) for value in list(self._now.constants.values())[known:]
        )
        if self._now.tests and self._now.lines + lines > _LONGEST:
            for constant in list(self._now.constants)[known:]:
                del self._now.constants[constant]
            self._done.append(self._now)
            self._now = _Module()
            view = written()
        self._now.tests.append(view)
        self._now.lines += lines

    def _test(self, name: str, operation: Operation, call: str, example: Call) -> TestView:
        project, answer, results = self._project, example.answer, self._results()
        wanted = [text for name, text in example.request.headers if name == "Accept"]
        asked = (Code(f"wire.asked_for({quote(text)})") for text in wanted)
        code = call_code(call, project.arguments[operation.id], example.arguments)
        fails = answer.status >= 400
        if answer.events is not None:
            code = code.around("list(", ")")
        return TestView(
            name=Identifier(f"test_{name}"),
            answer=results.answer(answer),
            call=code,
            fails=fails,
            error=results.error(answer.status) if fails else Code(""),
            request=request_code(example.request, self._usual, _base_url(project).rstrip("/")),
            checks=(*asked, *(results.error_checks(answer) if fails else results.checks(answer))),
        )

    def _page_test(self, name: str, operation: Operation, call: str, paged: PagedCall) -> TestView:
        project, results = self._project, self._results()
        return TestView(
            name=Identifier(f"test_{name}"),
            answer=results.answer(paged.answer),
            call=Code("wire.next_page(page)"),
            fails=False,
            error=Code(""),
            request=request_code(paged.following, self._usual, _base_url(project).rstrip("/")),
            checks=tuple(results.page_checks(list(paged.items))),
            is_paged=True,
            first=call_code(call, project.arguments[operation.id], paged.arguments),
        )

    def _results(self) -> Results:
        project = self._project
        return Results(
            project.api, project.config, project.spelled, project.package, self._types, self._hoist
        )

    def _hoist(self, value: Json, what: str) -> Code:
        """The value itself where it is short, else the name that it has in the module."""
        code = value_code(value)
        if len(code.text) <= _SHORT:
            return code
        for name, known in self._now.constants.items():
            if known == value and value_code(known) == code:
                return Code(name)
        wanted = screaming(split_words(what)) or "ANSWER"
        if wanted in self._classes:
            wanted = f"{wanted}_BODY"  # a class that is spelled in capitals is imported beside it
        name = self._now.scope.give(Identifier(wanted))
        self._now.constants[name] = value
        return Code(name)

    def modules(self) -> Iterator[TestModuleView]:
        """The modules, once all operations were added."""
        attributes = ".".join("_".join(words) for words in self._path)
        where = f"client.{attributes}" if attributes else "client"
        for module in (*self._done, self._now):
            tests = tuple(self._numbered(test) for test in module.tests)
            needs = {
                *collect_needs(tests),
                Import(".wire", "Wire"),
                Import(self._project.package, self._project.client),
            }
            needs |= {Import("pytest", "")} if any(test.fails for test in tests) else set()
            constants = tuple(
                ConstantView(Identifier(name), value_code(value)) for name, value in module.constants.items()
            )
            block = absolute_block(needs, self._project.package)
            yield TestModuleView(f"Calls of `{where}`.", block, self._project.client, constants, tests)

    def _numbered(self, test: TestView) -> TestView:
        name = self._names.give(test.name)
        return test if name == test.name else replace(test, name=name)


def _name(method: str, case: Case) -> str:
    match case.kind:
        case "full":
            return f"{method}_with_all_arguments"
        case "variant" if case.variant is not None:
            return "_".join((method, *split_words(case.variant.switch)))
        case "failure":
            return f"{method}_failure"
    return method


def _type_names(project: Project) -> dict[Home, str]:
    """The names of classes in a test, where they are not their own: each differs from all others."""
    taken = {project.client, *_RESERVED, *error_names(project.config)}
    found = dict(project.spelled.imported)
    for home in project.spelled.received.values():
        if found.get(home, home.name) in taken:
            found[home] = f"{home.name}Type"
    return found


def _lines(view: TestView) -> int:
    """At most so many lines does a test have."""
    return 8 + sum(_length(code) for code in (view.answer, view.call, view.request, *view.checks))


def _length(code: Code) -> int:
    """At most so many lines does an expression have: one for each item, and two for each pair of brackets."""
    if len(code.text) <= 60:
        return 1
    return 2 + code.text.count(", ") + 2 * sum(code.text.count(bracket) for bracket in "([{")
