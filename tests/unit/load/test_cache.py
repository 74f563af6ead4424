"""What is kept between runs: never wrong, never too much, and never in the way."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sdkloom.load.cache import Cache, user_cache


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "folder")
    assert cache.get("a") is None
    cache.put("a", b"one\ntwo")
    cache.put("b", b"")
    assert Cache(tmp_path / "new" / "folder").get("a") == b"one\ntwo"
    assert cache.get("b") == b""
    cache.put("a", b"three")
    assert cache.get("a") == b"three"


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: b"", lambda data: data.replace(b"1", b"2")]
)
def test_a_damaged_file_counts_as_nothing(tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    cache = Cache(tmp_path)
    cache.put("a", b"content 1 1 1")
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert cache.get("a") is None
    cache.put("a", b"again")
    assert cache.get("a") == b"again"


def test_a_file_under_the_name_of_another_counts_as_nothing(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", b"content")
    (path,) = tmp_path.iterdir()
    cache.put("b", b"other")
    (other,) = set(tmp_path.iterdir()) - {path}
    other.write_bytes(path.read_bytes())
    assert cache.get("b") is None


def test_the_oldest_goes_first_and_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_bytes(b"x" * 10_000)
    cache = Cache(tmp_path, limit=1_000)
    for number, name in enumerate("abc"):
        cache.put(name, b"x" * 200)
        newest = max(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    assert cache.get("a") is not None, "it is the newest now"
    cache.put("d", b"x" * 200)
    assert [name for name in "abcd" if cache.get(name) is None] == ["b"]
    cache.put("e", b"x" * 5_000)
    assert [name for name in "abcde" if cache.get(name) is not None] == ["e"]
    assert (tmp_path / "thesis.txt").exists()


def test_runs_at_the_same_time_do_not_disturb_each_other(tmp_path: Path) -> None:
    cache = Cache(tmp_path, limit=2_000)

    def work(number: int) -> bool:
        key = str(number % 7)
        cache.put(key, key.encode() * 400)
        return cache.get(key) in {None, key.encode() * 400}

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(400)))
    assert not list(tmp_path.glob("*.part"))


def test_a_folder_that_cannot_be_written_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file", tmp_path / "file" / "below", None):
        cache = Cache(folder)
        cache.put("a", b"content")
        assert cache.get("a") is None


def test_a_user_chooses_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDKLOOM_CACHE", str(tmp_path / "mine"))
    assert user_cache().folder == tmp_path / "mine"
    monkeypatch.setenv("SDKLOOM_CACHE", "")
    assert user_cache().folder is None
    monkeypatch.delenv("SDKLOOM_CACHE")
    folder = user_cache().folder
    assert folder is not None
    assert "sdkloom" in folder.parts
