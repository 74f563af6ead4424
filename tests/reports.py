"""What is in a report, in short form for comparisons."""

from __future__ import annotations

from sdkloom.diagnostics import Report
from sdkloom.load.locate import locate


def codes(report: Report) -> list[str]:
    """The codes of a report, in order."""
    return [diagnostic.code for diagnostic in report.diagnostics]


def places(report: Report) -> list[str]:
    """Code, file, line and column of each diagnostic."""
    found = []
    for block in report.render(locate):
        head, _, rest = block.partition("\n")
        place = rest.split("--> ")[1].split()[0] if "--> " in rest else "-"
        found.append(f"{head[head.index('[') + 1 : head.index(']')]} {place}")
    return found
