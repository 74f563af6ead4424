"""Writing: only below the root, only what changed, and never over or under what others made."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest
from reports import codes

from sdkloom.diagnostics import Report
from sdkloom.write import MANIFEST, Edit, edits, stale, write


def _generated(**files: str) -> dict[str, str]:
    texts = {name.replace("__", "/"): text for name, text in files.items()}
    digests = {name: sha256(text.encode()).hexdigest() for name, text in texts.items()}
    manifest = json.dumps({"files": digests})
    return {f"lang/{name}": text for name, text in texts.items()} | {f"lang/{MANIFEST}": manifest}


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    files = _generated(a="1", sub__b="2")
    assert set(write(files, tmp_path, Report())) == set(files)
    before = {name: (tmp_path / name).stat().st_mtime_ns for name in files}
    assert stale(files, tmp_path) == ()
    assert write(files, tmp_path, Report()) == ()
    assert before == {name: (tmp_path / name).stat().st_mtime_ns for name in files}


def test_files_that_are_no_longer_made_go_unless_they_were_edited(tmp_path: Path) -> None:
    write(_generated(a="1", sub__b="2", sub__c="3"), tmp_path, Report())
    (tmp_path / "lang/sub/c").write_text("mine")
    (tmp_path / "lang/sub/own").write_text("mine as well")
    new = _generated(a="1")
    assert stale(new, tmp_path) == ("lang/.generated.json", "lang/sub/b")
    write(new, tmp_path, Report())
    assert sorted(path.name for path in (tmp_path / "lang/sub").iterdir()) == ["c", "own"]


def test_examples_that_a_user_wrote_or_edited_stay(tmp_path: Path) -> None:
    own = tmp_path / "lang/examples/own"
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    first = _generated(a="1", examples__own="1", examples__edited="1", examples__kept="1")
    write(first, tmp_path, Report())
    edited, kept = (tmp_path / "lang/examples" / name for name in ("edited", "kept"))
    edited.write_text("mine as well")
    assert stale(first, tmp_path) == ()
    second = _generated(a="2", examples__own="2", examples__edited="2", examples__kept="2")
    write(second, tmp_path, Report())
    assert [path.read_text() for path in (own, edited, kept)] == ["mine", "mine as well", "2"]
    assert (tmp_path / "lang/a").read_text() == "2"
    assert stale(second, tmp_path) == ()


def test_rule_60_lines_of_users_are_counted_against_pure_output(tmp_path: Path) -> None:
    files = _generated(a="1\n2\n3\n", b="1\n", c="1\n", lib__d="1\n", gone="1\n", left="1\n")
    write(files, tmp_path, Report())
    assert edits(files, tmp_path) == ()
    (tmp_path / "lang/a").write_text("1\nmine\n3\nmine as well\n")
    (tmp_path / "lang/lib/d").write_text("mine\n1\n")
    (tmp_path / "lang/gone").unlink()
    (tmp_path / "lang/own").write_text("all mine")
    assert edits(files, tmp_path) == (
        Edit("lang/a", 2, 1, exact=True, kept=False),
        Edit("lang/lib/d", 1, 0, exact=True, kept=True),
        Edit("lang/gone", 0, 1, exact=True, kept=False),
    )
    # Once the document has changed, pure output is what it says now; what was generated then is not counted.
    (tmp_path / "lang/left").write_text("mine\n")
    changed = _generated(a="1\n2\n3\n4\n", b="1\n2\n", c="1\n", lib__d="1\n", gone="1\n")
    found = {edit.name: edit for edit in edits(changed, tmp_path)}
    assert found.pop("lang/a") == Edit("lang/a", 2, 2, exact=False, kept=False)
    assert found.pop("lang/left") == Edit("lang/left", 1, 0, exact=False, kept=True)
    assert set(found) == {"lang/lib/d", "lang/gone"}
    # What is said to be kept is kept, and what is said to be lost is lost.
    write(changed, tmp_path, Report())
    texts = {name: (tmp_path / "lang" / name).read_text() for name in ("a", "lib/d", "gone", "left", "own")}
    assert texts == {
        "a": "1\n2\n3\n4\n", "lib/d": "mine\n1\n", "gone": "1\n", "left": "mine\n", "own": "all mine",
    }  # fmt: skip
    assert [edit.name for edit in edits(changed, tmp_path)] == ["lang/lib/d"]


def test_empty_folders_go_with_their_files(tmp_path: Path) -> None:
    write(_generated(a="1", deep__down__b="2"), tmp_path, Report())
    write(_generated(a="1"), tmp_path, Report())
    assert not (tmp_path / "lang/deep").exists()
    assert (tmp_path / "lang/a").is_file()


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write({"lang/logo": b"\x00\xff", "lang/text": "ä\n"}, tmp_path, Report())
    assert (tmp_path / "lang/logo").read_bytes() == b"\x00\xff"
    assert (tmp_path / "lang/text").read_bytes() == "ä\n".encode()


@pytest.mark.parametrize(
    "name", ["../x", "/tmp/x", "lang/../../x", "lang\\..\\x", "C:/x", "", "lang/a\nb", "lang/\0"]
)
def test_paths_that_lead_outside_are_refused(tmp_path: Path, name: str) -> None:
    root = tmp_path / "root"
    report = Report()
    assert write({"lang/fine": "1", name: "2"}, root, report) == ()
    assert codes(report) == ["E501"]
    assert not root.exists()


@pytest.mark.parametrize("link", ["lang", "lang/sub", "lang/sub/file"])
def test_links_are_not_followed(tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "file").write_text("theirs")
    root = tmp_path / "root"
    path = root / link
    path.parent.mkdir(parents=True)
    path.symlink_to(outside / "file" if link.endswith("file") else outside)
    report = Report()
    write({"lang/sub/file": "ours"}, root, report)
    assert codes(report) == ["E501"]
    assert (outside / "file").read_text() == "theirs"
    assert [path.name for path in outside.iterdir()] == ["file"]


def test_a_hostile_manifest_removes_nothing_outside(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("theirs")
    root = tmp_path / "root"
    (root / "lang").mkdir(parents=True)
    listed = {"../../victim": sha256(b"theirs").hexdigest()}
    (root / "lang" / MANIFEST).write_text(json.dumps({"files": listed}))
    write({"lang/a": "1"}, root, Report())
    assert victim.read_text() == "theirs"


@pytest.mark.parametrize("manifest", ["", "[]", '{"files": []}', "\xff", '{"files": {"a": null}}'])
def test_a_broken_manifest_is_no_obstacle(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "lang").mkdir()
    (tmp_path / "lang" / MANIFEST).write_text(manifest, encoding="latin-1")
    assert write({"lang/a": "1"}, tmp_path, Report()) == ("lang/a",)


def test_a_file_in_the_way_is_reported(tmp_path: Path) -> None:
    (tmp_path / "lang").write_text("a file")
    report = Report()
    write({"lang/a": "1"}, tmp_path, report)
    assert codes(report) == ["E502"]


def test_no_half_written_file_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    report = Report()
    write({"lang/a": "1"}, tmp_path, report)
    assert codes(report) == ["E502"]
    assert list((tmp_path / "lang").iterdir()) == []
