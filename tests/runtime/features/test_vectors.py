"""Values of all kinds in all places: the package sends what the shared table says."""

from __future__ import annotations

from importlib import import_module
from operator import attrgetter
from pathlib import Path

import pytest
from server import Answer, serving
from vectors import generated, shown, vectors


def test_everything_is_sent_as_the_table_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = vectors()
    calls = generated(listed, "python", tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path / "python" / "src"))
    package = import_module("wire_vectors")
    with serving(lambda _: Answer(204)) as server, package.Vectors(base_url=server.url) as client:
        for one, call in zip(listed, calls, strict=True):
            send = attrgetter(call)(client)
            send(one.value) if one.in_path else send(color=one.value)
        found = [one.found(request) for one, request in zip(listed, server.received, strict=True)]
    assert shown(listed, found) == shown(listed, [one.sent for one in listed])
