"""What may the templates of tests see?"""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code
from sdkloom.targets.python.imports import ImportBlock


@dataclass(frozen=True, slots=True)
class SetupView:
    """`conftest.py`: the client, its credentials, and where it finds the API."""

    package: Identifier
    client: Identifier
    base_url: str
    has_base_url: Code
    credentials: Code
    proof: Code
    has_unsaid: bool
    unsaid: Code
    variables: Code


@dataclass(frozen=True, slots=True)
class ConstantView:
    """A value that several tests of a module use."""

    name: Identifier
    value: Code


@dataclass(frozen=True, slots=True)
class TestView:
    """A test: the answer that is chosen, the call, the request that it has to send, and what is checked.

    Of one that is paged, `first` is the call for the page before.
    """

    name: Identifier
    answer: Code
    call: Code
    fails: bool
    error: Code
    request: Code
    checks: tuple[Code, ...]
    is_paged: bool = False
    first: Code = Code("")


@dataclass(frozen=True, slots=True)
class TestModuleView:
    """The tests of one resource, or of a part of one."""

    summary: str
    imports: ImportBlock
    client: Identifier
    constants: tuple[ConstantView, ...]
    tests: tuple[TestView, ...]


@dataclass(frozen=True, slots=True)
class WebhookTestView:
    """A test that the event of a webhook is read."""

    name: Identifier
    event: Code
    checks: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class WebhookModuleView:
    """The tests of webhooks, or of some of them; `call` is the resource that reads them.

    The last test is that the event `forged` is not believed where nobody has signed it.
    """

    imports: ImportBlock
    client: Identifier
    call: Code
    headers: Code
    constants: tuple[ConstantView, ...]
    tests: tuple[WebhookTestView, ...]
    forged_name: Identifier
    forged: Code
