"""What is said of types that lost a name to others?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api
from sdkloom.ir.base import Source
from sdkloom.name.distinct import Clash
from sdkloom.name.keys import operation_line, type_line
from sdkloom.name.propose import Proposal
from sdkloom.name.sent import TAKEN
from sdkloom.name.spell import pascal

_PARAMS = "params "


def report_types(
    api: Api,
    clashes: Iterable[Clash],
    settled: Mapping[str, Proposal],
    spread: Mapping[str, str],
    report: Report,
) -> None:
    """Definitions and what calls take; what lives on as arguments has no name that anybody sees."""
    operations = {operation.id: operation for operation in api.operations}
    for clash in clashes:
        if clash.loser in spread:
            continue
        now = _shown(settled[clash.loser])
        operation = operations.get(clash.loser.removeprefix(_PARAMS))
        if operation is not None:
            line, section = operation_line(api, operation, f"{{arguments: {now}}}"), "operations"
        else:
            line, section = type_line(api.definitions[clash.loser], _placed(settled[clash.loser])), "types"
        _report(api, clash, now, section, line, report)


def report_sent_forms(
    api: Api, clashes: Iterable[Clash], forms: Mapping[str, Proposal], report: Report
) -> None:
    """The forms that are sent of types."""
    for clash in clashes:
        now = _shown(forms[clash.loser])
        line = type_line(api.definitions[clash.loser], f"{{sent: {now}}}")
        _report(api, clash, now, "types", line, report)


def _report(api: Api, clash: Clash, now: str, section: str, line: str, report: Report) -> None:
    """A warning where only a number was left, and else a note."""
    code = "W309" if clash.is_numbered else "N318"
    holder = _source(api, clash.holder.removeprefix(TAKEN))
    report.add(
        code,
        _source(api, clash.loser),
        f"`{_shown(clash.name)}`; this one becomes `{now}`",
        label="named here",
        hint=f"choose its name under `{section}:` in the configuration, e.g. `{line}`",
        also=(holder,) if holder is not None else (),
    )


def _source(api: Api, id: str) -> Source | None:
    if id in api.definitions:
        return api.definitions[id].source
    found = (one.source for one in api.operations if f"{_PARAMS}{one.id}" == id)
    return next(found, None)


def _shown(name: Proposal) -> str:
    return name.text if name.text[:1].isupper() and name.text.isidentifier() else pascal(name.words)


def _placed(name: Proposal) -> str:
    return ".".join((*("_".join(words) for words in name.place), _shown(name)))
