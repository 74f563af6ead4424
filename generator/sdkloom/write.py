"""Text to files: the only writer of disk."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path, PurePosixPath

from sdkloom.diagnostics import Report

MANIFEST = ".generated.json"
_SHARED = ("examples/", "lib/")

Files = Mapping[str, str | bytes]
"""What is to be written: paths below the output folder, with `/` between their parts."""


def write(files: Files, root: Path, report: Report) -> tuple[str, ...]:
    """Write the files below `root`, and remove those that are no longer made; returns what changed.

    A file that was edited by hand since it was generated is never removed, and in the folders that are the
    user's as well as ours it is never written over. Nothing is written where any path would lead outside.
    """
    outside = [name for name in files if _inside(root, name) is None]
    for name in outside:
        report.add("E501", None, f"`{name}`")
    if outside:
        return ()
    changed = []
    try:
        for name, path in _leftovers(files, root):
            path.unlink()
            changed.append(name)
            _remove_empty(path.parent, root)
        theirs = _theirs(files, root)
        for name in files:
            path, data = root / name, _bytes(files[name])
            if name not in theirs and not (path.is_file() and path.read_bytes() == data):
                _write_whole(path, data)
                changed.append(name)
    except OSError as problem:
        report.add("E502", None, f"`{problem.filename or root}`", hint=(problem.strerror or "").lower())
    return tuple(changed)


def write_lock(path: Path, text: str, report: Report) -> bool:
    """Make the lock file say this, or remove it where there is nothing to say; returns whether it changed."""
    if not is_stale(path, text):
        return False
    try:
        if text:
            _write_whole(path, text.encode("utf-8"))
        else:
            path.unlink()
    except OSError as problem:
        report.add("E502", None, f"`{path}`", hint=(problem.strerror or "").lower())
    return True


def create(path: Path, text: str, report: Report) -> None:
    """Write a file that is not there yet; one that is stays as it is, and is reported."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        report.add("E502", None, f"`{path}`", hint="it is there already; remove it, or name another file")
    except OSError as problem:
        report.add("E502", None, f"`{path}`", hint=(problem.strerror or "").lower())


def is_stale(path: Path, text: str) -> bool:
    """Does a lock file say something else?"""
    return (_content(path) or b"") != text.encode("utf-8")


def stale(files: Files, root: Path) -> tuple[str, ...]:
    """What a write would change: files that differ, are missing, or are left over."""
    theirs = _theirs(files, root)
    ours = [name for name in files if name not in theirs]
    differing = [name for name in ours if _content(_inside(root, name)) != _bytes(files[name])]
    return (*differing, *(name for name, _ in _leftovers(files, root)))


@dataclass(frozen=True, slots=True)
class Edit:
    """A file that was edited by hand since it was generated.

    The lines that were added and removed are counted against pure output, as it is generated now; `exact`
    says whether that is what was generated then. `kept` says that the next generation leaves the file alone.
    """

    name: str
    added: int
    removed: int
    exact: bool
    kept: bool


def edits(files: Files, root: Path) -> tuple[Edit, ...]:
    """Generated files that were edited by hand, or removed, since the last generation."""
    found = []
    for target in sorted({name.partition("/")[0] for name in files}):
        for name, digest in _last_files(root / target / MANIFEST).items():
            full = f"{target}/{name}"
            pure = _bytes(files[full]) if full in files else b""
            data = _content(_inside(root, full))
            is_gone = data is None and full not in files
            if is_gone or data == pure or (data is not None and sha256(data).hexdigest() == digest):
                continue
            added, removed = _count_lines(pure, data or b"")
            kept = data is not None and (name.startswith(_SHARED) or full not in files)
            exact = sha256(pure).hexdigest() == digest
            found.append(Edit(full, added, removed, exact, kept))
    return tuple(found)


def _count_lines(old: bytes, new: bytes) -> tuple[int, int]:
    """How many lines were added, and how many were removed."""
    before, after = old.splitlines(), new.splitlines()
    same = sum(block.size for block in SequenceMatcher(None, before, after, False).get_matching_blocks())
    return len(after) - same, len(before) - same


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8")


def _content(path: Path | None) -> bytes | None:
    try:
        return path.read_bytes() if path is not None else None
    except OSError:
        return None


def _inside(root: Path, name: str) -> Path | None:
    """The path of a file, unless it, or a link on the way to it, leads outside the root."""
    parts = PurePosixPath(name).parts
    if not parts or ".." in parts or any(_is_unsafe(part) for part in parts):
        return None
    path = root.joinpath(*parts)
    return path if path.parent.resolve().is_relative_to(root.resolve()) and not path.is_symlink() else None


def _is_unsafe(part: str) -> bool:
    """Parts that begin at the top of a disk, that Windows reads as several, or that no file can have."""
    return (
        "\\" in part or ":" in part or part.startswith("/") or any(ord(character) < 32 for character in part)
    )


def _leftovers(files: Files, root: Path) -> Iterator[tuple[str, Path]]:
    """Files that the last generation listed, that are no longer made, and that nobody has touched since."""
    for target in sorted({name.partition("/")[0] for name in files}):
        for name, digest in _last_files(root / target / MANIFEST).items():
            full = f"{target}/{name}"
            path = _inside(root, full)
            data = _content(path) if full not in files else None
            if path is not None and data is not None and sha256(data).hexdigest() == digest:
                yield full, path


def _theirs(files: Files, root: Path) -> frozenset[str]:
    """Files of shared folders that were there before ours, or that were edited since they were generated."""
    found = set()
    for target in {name.partition("/")[0] for name in files}:
        last = _last_files(root / target / MANIFEST)
        for name in files:
            folder, _, rest = name.partition("/")
            data = _content(_inside(root, name)) if folder == target and rest.startswith(_SHARED) else None
            if data is not None and data != _bytes(files[name]):
                is_ours = sha256(data).hexdigest() == last.get(rest)
                found |= set() if is_ours else {name}
    return frozenset(found)


def _last_files(manifest: Path) -> dict[str, str]:
    try:
        listed = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {str(name): str(digest) for name, digest in listed.items()} if isinstance(listed, dict) else {}


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _write_whole(path: Path, data: bytes) -> None:
    """Either the old file or the new one is there at any moment, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".sdkloom-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
