"""Calls that answer with whole responses, through every proxy of a package, whatever its resources are called."""

from __future__ import annotations

import os
import subprocess
import sys
from operator import attrgetter
from pathlib import Path
from types import ModuleType

import anyio
import pytest
from server import json_answer, serving

# Names that the modules of proxies use themselves, below each other and beside each other.
CALLS = {
    "ping": "ping",
    "raw.show": "raw.show",
    "raw.raw.show": "raw.raw.show",
    "raw.streamed.show": "raw.streamed.show",
    "async.raw.show": "async_.raw.show",
    "streamed.show": "streamed.show",
    "proxies.show": "proxies.show",
    "proxies.proxies.show": "proxies.proxies.show",
    "audio.raw.show": "audio.raw.show",
    "audio_raw.audio.show": "audio_raw.audio.show",
    "final.show": "final.show",
    "with_responses.show": "with_responses.show",
}
DOCUMENT = "paths:\n" + "".join(f"""\
  /{operation}:
    get:
      operationId: {operation}
      responses: {{'200': {{description: ok, content: {{application/json: {{schema: {{type: string}}}}}}}}}}
""" for operation in CALLS)


@pytest.mark.parametrize(("operation", "call"), CALLS.items())
def test_a_call_through_a_proxy_answers_with_the_response(
    package: ModuleType, operation: str, call: str
) -> None:
    with serving(lambda request: json_answer(request.path)) as server:
        with package.Feature(base_url=server.url) as client:
            whole = attrgetter(call)(client.with_raw_response)()
            assert (whole.status_code, whole.parse()) == (200, f"/{operation}")
            with attrgetter(call)(client.with_streaming_response)() as opened:
                assert opened.parse() == f"/{operation}"


@pytest.mark.parametrize(("operation", "call"), CALLS.items())
def test_an_awaited_call_through_a_proxy_answers_with_the_response(
    package: ModuleType, operation: str, call: str
) -> None:
    async def run(url: str) -> None:
        async with package.AsyncFeature(base_url=url) as client:
            whole = await attrgetter(call)(client.with_raw_response)()
            assert (whole.status_code, await whole.parse()) == (200, f"/{operation}")
            async with attrgetter(call)(client.with_streaming_response)() as opened:
                assert await opened.parse() == f"/{operation}"

    with serving(lambda request: json_answer(request.path)) as server:
        anyio.run(run, server.url)


def test_a_class_of_the_callers_own_keeps_its_proxies(package: ModuleType) -> None:
    class Mine(package.Feature):  # type: ignore[name-defined,misc]
        pass

    with serving(lambda request: json_answer(request.path)) as server:
        with Mine(base_url=server.url) as client:
            assert client.with_raw_response.ping().parse() == "/ping"


def test_type_checkers_know_every_proxy(package: ModuleType) -> None:
    assert package.__file__ is not None
    source = Path(package.__file__).parents[1]
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", os.devnull, "-p", package.__name__]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
