"""What the tests of the runtime share: servers that answer from a script, and clients of both kinds."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from behaviours import KINDS, MATRIX, page
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

        def start(*answers: Answer, tls: ssl.SSLContext | None = None) -> ScriptedServer:
            server = ScriptedServer(*answers, tls=tls)
            stack.callback(server.close)
            return server

        yield start


@pytest.fixture(params=["sync", "async"])
def caller(request: pytest.FixtureRequest) -> Iterator[Caller]:
    """Makes the calls of a test: once with each kind of client."""
    made = Caller(request.param)
    yield made
    made.close()


_OUTCOMES: dict[tuple[str, str], str] = {}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note how each test went that is run with both kinds of client; one that failed once has failed."""
    function, _, parameters = report.nodeid.rpartition("::")[2].partition("[")
    kind = next((kind for kind in KINDS if kind in parameters.rstrip("]").split("-")), None)
    if kind is not None and (report.failed or (report.passed and report.when == "call")):
        known = _OUTCOMES.get((function, kind))
        _OUTCOMES[function, kind] = known if known == "failed" else report.outcome


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the page of this run, where that was asked for."""
    if session.config.getoption("--update") and _OUTCOMES:
        MATRIX.write_text(page(_OUTCOMES), encoding="utf-8")
