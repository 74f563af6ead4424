"""Does the document keep the rules of its standard?"""

from __future__ import annotations

from typing import Any

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Json, Source, escape

# The validator's time grows faster than the document; a large one would hold everybody up.
_MAX_BYTES = 1_000_000


def validate(document: Json, file: str, size: int, report: Report) -> None:
    """Report what openapi-spec-validator finds as warnings, one for each cause; its own failure is a note."""
    if size > _MAX_BYTES:
        report.add("N111", Source(file, "#"), f"it is larger than {_MAX_BYTES // 1000} kB")
        return
    try:
        from openapi_spec_validator.shortcuts import get_validator_cls

        validator: Any = get_validator_cls(document)(document)  # type: ignore[arg-type]
        problems = list(validator.iter_errors())
    except Exception as failure:  # whatever happens inside the validator is no fault of the document's author
        report.add("N111", Source(file, "#"), f"the validator failed with {type(failure).__name__}")
        return
    for problem in problems:
        cause = _deepest(problem)
        path = list(getattr(cause, "absolute_path", None) or getattr(problem, "absolute_path", ()))
        pointer = "/".join(("#", *(escape(str(part)) for part in path)))
        report.add("W110", Source(file, pointer), _plain(str(getattr(cause, "message", cause))))


def _deepest(problem: Any) -> Any:
    """Under a choice between alternatives, the finding that came furthest is the real cause."""
    while getattr(problem, "context", None):
        problem = max(problem.context, key=lambda found: len(found.absolute_path))
    return problem


def _plain(message: str) -> str:
    text = " ".join(message.split())
    return text if len(text) <= 160 else f"{text[:157]}..."
