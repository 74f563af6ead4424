"""What every test is given: a client, and the other end of its connection."""

from __future__ import annotations

import pytest

from groq import AsyncGroq, Groq

from .wire import Setup, Wire

SETUP = Setup(
    client=Groq,
    async_client=AsyncGroq,
    base_url="https://api.groq.com",
    has_base_url=True,
    credentials={"api_key": "my-api-key"},
    proof={"Authorization": "Bearer my-api-key"},
)

# What a client would take from the environment.
VARIABLES = (
    "GROQ_API_KEY",
    "GROQ_BASE_URL",
    "GROQ_CUSTOM_HEADERS",
    "GROQ_LOG",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--loopback", action="store_true", help="send requests over real connections")


@pytest.fixture(params=["sync", "async"])
def wire(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Wire[Groq]:
    """Each test runs with the client and with its asynchronous twin."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    found = Wire(SETUP, request.param, loopback=request.config.getoption("--loopback"))
    request.addfinalizer(found.close)
    return found
