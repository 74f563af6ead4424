"""Which tests does a package carry for the webhooks that its client reads?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sdkloom.config import Webhooks
from sdkloom.example.parts import Answer
from sdkloom.example.webhooks import Event, example_events
from sdkloom.ir.api import EVENTS
from sdkloom.ir.base import Json
from sdkloom.ir.types import RefType
from sdkloom.name.spell import Identifier, Scope, screaming
from sdkloom.name.words import split_words
from sdkloom.targets.base import Code, Import, collect_needs
from sdkloom.targets.python.imports import absolute_block
from sdkloom.targets.python.project import Project
from sdkloom.targets.python.spelled import Home
from sdkloom.targets.python.spelling import SPELLING
from sdkloom.targets.python.testing.results import Results
from sdkloom.targets.python.testing.views import ConstantView, WebhookModuleView, WebhookTestView
from sdkloom.targets.python.types import quote, value_code
from sdkloom.targets.python.webhooks import digest_options

_LONGEST = 25  # events of a file
_ERROR = "InvalidWebhookSignatureError"


def webhook_modules(project: Project, names: Mapping[Home, str]) -> Iterator[WebhookModuleView]:
    """The modules of tests; `names` are those of classes in a test, where they are not their own."""
    events = list(example_events(project.api))
    for start in range(0, len(events), _LONGEST):
        yield _Module(project, names).view(events[start : start + _LONGEST])


def _signed(chosen: Webhooks) -> Code:
    """The headers of a payload, as the service signs it."""
    if chosen.scheme == "standard":
        prefix = f", {quote(chosen.headers)}" if chosen.headers != Webhooks().headers else ""
        return Code(f"signed(payload{prefix})", frozenset({Import(".signing", "signed")}))
    told = "".join(f", {entry.name}={entry.value.text}" for entry in digest_options(chosen))
    return Code(f"digested(payload{told})", frozenset({Import(".signing", "digested")}))


@dataclass(frozen=True, slots=True)
class _Module:
    """A module on its way: its constants, and the names given out so far."""

    project: Project
    names: Mapping[Home, str]
    constants: dict[Identifier, Json] = field(default_factory=dict)
    scope: Scope = field(default_factory=Scope)

    def view(self, events: list[Event]) -> WebhookModuleView:
        project = self.project
        self.scope.reserve(
            "SECRET", _ERROR, project.client, *(home.name for home in project.spelled.received.values())
        )
        tests = tuple(map(self._test, events))
        signed = _signed(project.config.webhooks)
        needs = {*signed.needs, *collect_needs(tests), Import("json", ""), Import("pytest", "")}
        needs |= {Import(project.package, str(name)) for name in (project.client, _ERROR)}
        needs |= {Import(".wire", "Wire"), Import(".signing", "SECRET")}
        return WebhookModuleView(
            absolute_block(needs, project.package),
            project.client,
            Code(project.webhooks_call),
            signed,
            tuple(ConstantView(name, value_code(value)) for name, value in self.constants.items()),
            tests,
            self.scope.give(Identifier("test_a_forged_webhook_is_refused")),
            tests[0].event,
        )

    def _test(self, event: Event) -> WebhookTestView:
        project, words = self.project, split_words(event.name)
        constant = self.scope.give(Identifier(screaming(words) or "EVENT"))
        self.constants[constant] = event.value
        results = Results(
            project.api,
            project.config,
            project.spelled,
            project.package,
            self.names,
            lambda _value, _what: Code(constant),
        )
        answer = Answer(200, "application/json", RefType(EVENTS), json=(event.value,))
        name = self.scope.give(SPELLING.spell("function", ("test", *words)))
        return WebhookTestView(name, Code(constant), tuple(results.checks(answer)))
