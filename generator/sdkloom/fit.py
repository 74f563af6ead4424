"""What of a translated configuration does the document have that it is for?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sdkloom.adopt import taken_over
from sdkloom.config import read_adopted
from sdkloom.diagnostics import Diagnostic, Report
from sdkloom.ir.base import Source
from sdkloom.load.origins import Origins
from sdkloom.load.read import shown_name
from sdkloom.pipeline import understand
from sdkloom.sound import place_of, without
from sdkloom.stainless import Translated

_HERE = "the configuration"
_CODES = {"W125", "W221"}


def fitting(found: Translated, source: Path, spec: Path, report: Report) -> Translated:
    """The translation without what names nothing in the document; each such part is reported at its place.

    In a configuration of one's own that would be an error. What another part needs may only now be missing.
    """
    file = shown_name(source)
    while lost := _lost(found, source, spec):
        for pointer, one in lost.items():
            report.keep(replace(one, at=Source(file, place_of(found.places, pointer))))
        left = without(found, set(lost))
        if left == found:
            break
        found = left
    return found


def _lost(found: Translated, source: Path, spec: Path) -> dict[str, Diagnostic]:
    """What is reported of the configuration once the document is known, by its pointers."""
    trial = Report()
    adopted = replace(taken_over(found, shown_name(source)), places=Origins(_HERE), file=_HERE)
    config = read_adopted(adopted, source, trial, spec)
    if config is not None:
        understand(config, trial)
    said = (one for one in trial.diagnostics if one.code in _CODES)
    return {one.at.pointer: one for one in said if one.at is not None and one.at.file == _HERE}
