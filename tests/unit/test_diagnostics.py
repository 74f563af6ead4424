"""Diagnostics: what is collected, and exactly how it reads."""

from __future__ import annotations

from sdkloom.codes import CODES, Severity
from sdkloom.diagnostics import Report, Spot
from sdkloom.ir.base import Source

_TEXT = "      operationId: uploadFile"
_AT = Source("spec/api.yaml", "#/paths/~1files/post/operationId")
_FIRST = Source("spec/api.yaml", "#/paths/~1files/get/operationId")


def _locate(source: Source, _: bytes | None) -> Spot:
    line = 795 if source == _AT else 733
    return Spot(source.file, line, 7, 23, source.pointer, _TEXT)


def test_rule_58_a_diagnostic_reads_as_the_design_shows() -> None:
    report = Report()
    report.add("E302", _AT, "`files.list`", label="named here", hint="rename one", also=(_FIRST,))
    (block,) = report.render(_locate)
    assert block == "\n".join(
        [
            "error[E302]: two operations want the name `files.list`",
            "   --> spec/api.yaml:795:7  #/paths/~1files/post/operationId",
            "    |",
            "795 |       operationId: uploadFile",
            "    |       ^^^^^^^^^^^^^^^^^^^^^^^ named here",
            "  = first taken at spec/api.yaml:733:7",
            "  = hint: rename one",
        ]
    )


def test_equal_findings_count_once_and_order_is_that_of_discovery() -> None:
    report = Report()
    for code in ("W131", "W105", "W131"):
        report.add(code, _AT, "`x`")
    assert [diagnostic.code for diagnostic in report.diagnostics] == ["W131", "W105"]
    assert report.count(Severity.WARNING) == 2


def test_warnings_stop_generation_only_when_strict() -> None:
    report = Report()
    report.add("W131", _AT, "`x`")
    assert not report.failed
    report.strict()
    assert report.failed


def test_notes_are_shown_on_request() -> None:
    report = Report()
    report.add("N111", None, "it is too large")
    assert not list(report.render(_locate))
    assert list(report.render(_locate, least=Severity.NOTE)) == [
        "note[N111]: the document was not fully validated: it is too large"
    ]


def test_text_of_a_document_cannot_write_elsewhere_on_a_terminal() -> None:
    report = Report()
    report.add("W105", _AT, "`\x1b[2J\nfake`")
    (block,) = report.render(
        lambda source, _: Spot(source.file, 1, 1, 1, source.pointer, "a\x1b]0;title\x07b")
    )
    assert block.isascii() is False
    assert all(line.isprintable() for line in block.split("\n"))
    assert block.startswith("warning[W105]: the reference `·[2J·fake` leads nowhere\n")


def test_long_lines_are_cut_around_the_place() -> None:
    report = Report()
    report.add("W105", _AT, "`x`")
    text = "-" * 500 + "here" + "-" * 500
    (block,) = report.render(lambda source, _: Spot(source.file, 1, 501, 4, source.pointer, text))
    source_line, carets = block.split("\n")[3:5]
    assert len(source_line) <= 130
    assert source_line[carets.index("^") : carets.rindex("^") + 1] == "here"


def test_every_code_can_be_explained() -> None:
    for code, row in CODES.items():
        assert code == row.code
        assert code[0] in "EWN"
        assert row.title.format(detail="x")
        assert row.paragraph.endswith(".")
