"""What the tests over documents print in the end: the names of types."""

from __future__ import annotations

import pytest

REPORT = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[REPORT] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    lines = config.stash[REPORT]
    if lines:
        terminalreporter.section("names of types")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def listed(request: pytest.FixtureRequest) -> list[str]:
    """Lines of the report."""
    return request.config.stash.get(REPORT, [])
