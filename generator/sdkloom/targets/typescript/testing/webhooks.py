"""Which tests does a package carry for the webhooks that its client reads?"""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.config import Webhooks
from sdkloom.example.webhooks import Event, example_events
from sdkloom.name.spell import Identifier, Scope, screaming
from sdkloom.name.words import split_words
from sdkloom.targets.base import Code, Import
from sdkloom.targets.typescript.project import Project
from sdkloom.targets.typescript.testing.views import ConstantView, TestModuleView, TestView
from sdkloom.targets.typescript.types import quote, value_code
from sdkloom.targets.typescript.webhooks import digest_options

_LONGEST = 25  # events of a file
_ERROR = "InvalidWebhookSignatureError"
_NEEDS = frozenset({Import("tests/setup", "connect"), Import("tests/signing", "SECRET")})

Needs = frozenset[Import]


def webhook_modules(project: Project) -> Iterator[tuple[Needs, TestModuleView]]:
    """The files of tests, and what each needs; their views lack the imports."""
    events = list(example_events(project.api))
    for start in range(0, len(events), _LONGEST):
        signing = Import("tests/signing", _signing(project.config.webhooks))
        yield _NEEDS | {Import(project.package, _ERROR), signing}, _module(
            project, events[start : start + _LONGEST]
        )


def _module(project: Project, events: list[Event]) -> TestModuleView:
    scope = Scope()
    scope.reserve("SECRET")
    names = [scope.give(Identifier(screaming(split_words(event.name)) or "EVENT")) for event in events]
    named = list(zip(names, events, strict=True))
    constants = tuple(ConstantView(name, value_code(event.value)) for name, event in named)
    tests = (*(_read(project, name, event) for name, event in named), _forged(project, names[0]))
    return TestModuleView((), constants, tests)


def _headers(project: Project) -> str:
    chosen = project.config.webhooks
    told = "" if chosen.headers == Webhooks().headers else f", {quote(chosen.headers)}"
    if chosen.scheme != "standard":
        told = f", {{ {', '.join(digest_options(chosen))} }}"
    return f"{_signing(chosen)}(payload{told})"


def _signing(chosen: Webhooks) -> str:
    return "signed" if chosen.scheme == "standard" else "digested"


def _read(project: Project, name: Identifier, event: Event) -> TestView:
    given = f"payload, await {_headers(project)}, {{ key: SECRET }}"
    compare = "deepEqual" if isinstance(event.value, list | dict) else "equal"
    steps = (
        (Code(f"const payload = JSON.stringify({name});"),),
        (Code(f"const event = await wire.client.{project.webhooks_call}.unwrap({given});"),),
        (Code(f"assert.{compare}(event, {name});"),),
    )
    return TestView(f"the webhook {event.name} is read", steps)


def _forged(project: Project, name: Identifier) -> TestView:
    given = f"`${{payload}} `, await {_headers(project)}, {{ key: SECRET }}"
    steps = (
        (Code(f"const payload = JSON.stringify({name});"),),
        (
            Code(f"const call = wire.client.{project.webhooks_call}.unwrap({given});"),
            Code(f"await assert.rejects(call, {{ constructor: {_ERROR} }});"),
        ),
    )
    return TestView("a forged webhook is refused", steps)
