"""Text to files: the only writer of disk."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from sdkloom.diagnostics import Report

MANIFEST = ".generated.json"


def write(files: Mapping[str, str], root: Path, report: Report) -> tuple[str, ...]:
    """Write the files below `root` and remove those of the last generation that are no longer made; returns what changed.

    A file that was edited by hand since it was generated is never removed.
    """
    changed = []
    try:
        targets = {name: _inside(root, name) for name in files}
        if None in targets.values():
            for name, path in targets.items():
                if path is None:
                    report.add("E501", None, f"`{name}`")
            return ()
        for name, path in _leftovers(files, root):
            path.unlink()
            changed.append(name)
            _remove_empty(path.parent, root)
        for name, path in targets.items():
            data = files[name].encode("utf-8")
            if path is not None and not (path.is_file() and path.read_bytes() == data):
                _write_whole(path, data)
                changed.append(name)
    except OSError as problem:
        report.add("E502", None, f"`{problem.filename or root}`", hint=problem.strerror or "")
    return tuple(changed)


def stale(files: Mapping[str, str], root: Path) -> tuple[str, ...]:
    """What a write would change: files that differ, are missing, or are left over."""
    differing = [name for name, text in files.items() if _read(root / name) != text.encode("utf-8")]
    return (*differing, *(name for name, _ in _leftovers(files, root)))


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _inside(root: Path, name: str) -> Path | None:
    """The path of a file, unless it, or a link on the way to it, leads outside the root."""
    parts = PurePosixPath(name).parts
    if not parts or PurePosixPath(name).is_absolute() or ".." in parts:
        return None
    path = root.joinpath(*parts)
    return path if path.parent.resolve().is_relative_to(root.resolve()) and not path.is_symlink() else None


def _leftovers(files: Mapping[str, str], root: Path) -> Iterator[tuple[str, Path]]:
    targets = {name.partition("/")[0] for name in files}
    for target in sorted(targets):
        for name, digest in _last_files(root / target / MANIFEST).items():
            path = _inside(root, f"{target}/{name}")
            if f"{target}/{name}" not in files and path is not None and path.is_file():
                if sha256(path.read_bytes()).hexdigest() == digest:
                    yield f"{target}/{name}", path


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
