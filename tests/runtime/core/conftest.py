"""What the tests of the runtime share: servers that answer from a script, and clients of both kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from server import Answer, ScriptedServer
from toy import SETTINGS, Caller

Serve = Callable[..., ScriptedServer]


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SETTINGS.variables.values():
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start a server that gives these answers in turn."""
    with ExitStack() as stack:

        def start(*answers: Answer) -> ScriptedServer:
            server = ScriptedServer(*answers)
            stack.callback(server.close)
            return server

        yield start


@pytest.fixture(params=["sync", "async"])
def caller(request: pytest.FixtureRequest) -> Iterator[Caller]:
    """Makes the calls of a test: once with each kind of client."""
    made = Caller(request.param)
    yield made
    made.close()
