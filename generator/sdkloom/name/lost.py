"""What is said of types that lost a name to others?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sdkloom.diagnostics import Report
from sdkloom.ir.api import Api
from sdkloom.ir.base import Source
from sdkloom.name.distinct import Clash
from sdkloom.name.keys import operation_line, type_line
from sdkloom.name.pages import PageKey
from sdkloom.name.propose import Proposal
from sdkloom.name.sent import TAKEN
from sdkloom.name.spell import as_identifier, type_text

if TYPE_CHECKING:
    from sdkloom.name.settle import Names

_PARAMS = "params "


@dataclass(frozen=True, slots=True)
class SpelledClash:
    """Two types whose names differ, and are one in a language; or one that is called like what every package
    of the language gives.

    The `loser`, which becomes `now`, and the `holder` of the name it `wanted`, "" where that is the package:
    ids of definitions, or of operations for what their calls take. `is_sent` where the loser is only the form
    that is sent.
    """

    loser: str
    holder: str
    wanted: str
    now: str
    is_sent: bool


@dataclass(frozen=True, slots=True)
class SpelledOtherwise:
    """A call, or a resource where `is_resource`, that a language writes in another way than it `wanted`.

    Something else has that name there. `operation` is the one that is called, or the first one below the
    resource, and `call` what the configuration knows it by.
    """

    operation: str
    call: str
    wanted: str
    now: str
    is_resource: bool = False


def report_types(
    api: Api,
    clashes: Iterable[Clash],
    settled: Mapping[str, Proposal],
    spread: Mapping[str, str],
    answers: Mapping[str, PageKey],
    report: Report,
) -> None:
    """Definitions and what calls take; what lives on as arguments has no name that anybody sees."""
    operations = {operation.id: operation for operation in api.operations}
    for clash in clashes:
        if clash.loser in spread or clash.loser in answers:
            continue
        now = _shown(settled[clash.loser])
        operation = operations.get(clash.loser.removeprefix(_PARAMS))
        if operation is not None:
            line, section = operation_line(api, operation, f"{{arguments: {now}}}"), "operations"
        else:
            line, section = type_line(api.definitions[clash.loser], _placed(settled[clash.loser])), "types"
        _report(api, clash, now, section, line, answers, report)


def report_sent_forms(
    api: Api,
    clashes: Iterable[Clash],
    forms: Mapping[str, Proposal],
    answers: Mapping[str, PageKey],
    report: Report,
) -> None:
    """The forms that are sent of types."""
    for clash in clashes:
        now = _shown(forms[clash.loser])
        line = type_line(api.definitions[clash.loser], f"{{sent: {now}}}")
        _report(api, clash, now, "types", line, answers, report)


def report_pages(
    api: Api,
    clashes: Iterable[Clash],
    pages: Mapping[PageKey, Proposal],
    answers: Mapping[str, PageKey],
    report: Report,
) -> None:
    """The classes of answers in pages."""
    for clash in clashes:
        key = answers[clash.loser]
        now = _shown(pages[key])
        line = type_line(api.definitions[key[0]], f"{{page: {now}}}")
        _report(api, clash, now, "types", line, answers, report)


def report_spelled(
    api: Api, names: Names, clashes: Iterable[SpelledClash], language: str, report: Report
) -> None:
    """What becomes of names in one language."""
    operations = {operation.id: operation for operation in api.operations}
    for clash in clashes:
        section, operation = "types", operations.get(clash.loser)
        if operation is not None:
            section, line = "operations", operation_line(api, operation, f"{{arguments: {clash.now}}}")
        elif clash.is_sent:
            line = type_line(api.definitions[clash.loser], f"{{sent: {clash.now}}}")
        else:
            place = ("_".join(words) for words in names.types[clash.loser].place)
            line = type_line(api.definitions[clash.loser], ".".join((*place, clash.now)))
        sources = [
            (operations.get(id) or api.definitions[id]).source for id in (clash.loser, clash.holder) if id
        ]
        own = "" if clash.holder else ", which the package exports itself"
        report.add(
            "N318",
            sources[0],
            f"`{clash.wanted}` in {language}{own}; this one becomes `{clash.now}`",
            label="named here",
            hint=f"choose its name under `{section}:` in the configuration, e.g. `{line}`",
            also=tuple(sources[1:]),
        )


def report_otherwise(api: Api, written: Iterable[SpelledOtherwise], language: str, report: Report) -> None:
    """What a language writes otherwise, since its clients or resources have something of the name."""
    operations = {operation.id: operation for operation in api.operations}
    for one in written:
        operation = operations[one.operation]
        other = f"{one.call}_{operation.method if not one.is_resource else 'resource'}"
        line = f"{one.call}: {other}" if one.is_resource else operation_line(api, operation, other)
        section = "resources" if one.is_resource else "operations"
        report.add(
            "W319",
            operation.source,
            f"`{one.wanted}` in {language} is `{one.now}`",
            label="named here",
            hint=f"something there has the name; choose another under `{section}:`, e.g. `{line}`",
        )


def _report(
    api: Api,
    clash: Clash,
    now: str,
    section: str,
    line: str,
    answers: Mapping[str, PageKey],
    report: Report,
) -> None:
    """A warning where only a number was left, and else a note."""
    code = "W309" if clash.is_numbered else "N318"
    holder = _source(api, clash.holder.removeprefix(TAKEN), answers)
    report.add(
        code,
        _source(api, clash.loser, answers),
        f"`{_shown(clash.name)}`; this one becomes `{now}`",
        label="named here",
        hint=f"choose its name under `{section}:` in the configuration, e.g. `{line}`",
        also=(holder,) if holder is not None else (),
    )


def _source(api: Api, id: str, answers: Mapping[str, PageKey]) -> Source | None:
    id = answers[id][0] if id in answers else id
    if id in api.definitions:
        return api.definitions[id].source
    found = (one.source for one in api.operations if f"{_PARAMS}{one.id}" == id)
    return next(found, None)


def _shown(name: Proposal) -> str:
    return as_identifier("type", type_text(name.words, name.text))


def _placed(name: Proposal) -> str:
    return ".".join((*("_".join(words) for words in name.place), _shown(name)))
