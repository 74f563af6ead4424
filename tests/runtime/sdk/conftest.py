"""The generated package against a server that answers as its document says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from document_server import DocumentServer, Override, checker_of, read_document

REPOSITORY = Path(__file__).parents[3]

Serve = Callable[..., Any]


@pytest.fixture(scope="session")
def document() -> dict[str, Any]:
    """The document that the package was generated from."""
    return read_document(REPOSITORY / "spec" / "groq.yaml")


@pytest.fixture(scope="session")
def checker(document: dict[str, Any]) -> Any:
    """What checks requests against the document."""
    return checker_of(document)


@pytest.fixture
def serve(document: dict[str, Any], checker: Any, monkeypatch: pytest.MonkeyPatch) -> Serve:
    """A server for the duration of a `with` block; the environment leads clients to it. It fails on a bad request."""

    @contextmanager
    def run(
        examples: dict[str, Any] | None = None,
        override: Override | None = None,
        allow: Callable[[str], bool] = lambda fault: False,
    ) -> Iterator[DocumentServer]:
        with DocumentServer(document, checker, examples, override) as server:
            monkeypatch.setenv("GROQ_API_KEY", "gsk_test")
            monkeypatch.setenv("GROQ_BASE_URL", server.url)
            yield server
            assert [fault for fault in server.faults if not allow(fault)] == []

    return run
