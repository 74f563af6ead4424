"""What every test is given: a client, and the other end of its connection."""

from __future__ import annotations

import pytest

from {{ view.package }} import Async{{ view.client }}, {{ view.client }}

from .wire import Setup, Wire

SETUP = Setup(
    client={{ view.client }},
    async_client=Async{{ view.client }},
    base_url={{ view.base_url|quote }},
    has_base_url={{ view.has_base_url }},
    credentials={{ view.credentials }},
    proof={{ view.proof }},
{% if view.has_unsaid %}
    unsaid=frozenset(({{ view.unsaid }},)),
{% endif %}
)

# What a client would take from the environment.
VARIABLES = {{ view.variables }}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--loopback", action="store_true", help="send requests over real connections")


@pytest.fixture(params=["sync", "async"])
def wire(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Wire[{{ view.client }}]:
    """Each test runs with the client and with its asynchronous twin."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    found = Wire(SETUP, request.param, loopback=request.config.getoption("--loopback"))
    request.addfinalizer(found.close)
    return found
