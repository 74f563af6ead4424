"""What may the templates of tests see?"""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code


@dataclass(frozen=True, slots=True)
class SetupView:
    """`setup.ts`: the client, its credentials, and where it finds the API."""

    package: str
    client: Identifier
    base_url: str
    options: Code
    proof: Code
    has_unsaid: bool
    unsaid: Code
    variables: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class ConstantView:
    """A value that several tests of a file use."""

    name: Identifier
    value: Code


@dataclass(frozen=True, slots=True)
class TestView:
    """A test: its title, and steps of some lines each."""

    title: str
    steps: tuple[tuple[Code, ...], ...]


@dataclass(frozen=True, slots=True)
class TestModuleView:
    """The tests of one resource, or of a part of one."""

    imports: tuple[Code, ...]
    constants: tuple[ConstantView, ...]
    tests: tuple[TestView, ...]
