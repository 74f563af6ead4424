"""What did an earlier run find out that holds for as long as what it read is the same?"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

VARIABLE = "SDKLOOM_CACHE"
"""The environment variable that names another folder; where it is empty, nothing is kept."""

LIMIT = 200_000_000
"""How many bytes the folder may hold: what was not used for longest goes first."""

# The folder may be one that a user chose, and holds other files as well.
_OURS = re.compile(r"[0-9a-f]{64}|sdkloom-.*\.part")


class Cache:
    """Bytes under keys, in a folder of the user. It may lose anything at any time, and never lies.

    Each file begins with the hash of its key and content, so that damage, and a file under the wrong name,
    count as nothing. A file appears whole, so that several runs may share the folder. Without a folder, or
    without the right to write there, nothing is kept.
    """

    def __init__(self, folder: Path | None, limit: int = LIMIT) -> None:
        self.folder, self.limit = folder, limit

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, if it is still there and whole."""
        path = self._path(key)
        try:
            seal, _, content = path.read_bytes().partition(b"\n") if path else (b"", b"", b"")
        except OSError:
            return None
        if path is None or seal != _seal(key, content):
            return None
        with suppress(OSError):
            os.utime(path)
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep bytes under a key."""
        path = self._path(key)
        if path is None:
            return
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write_whole(path, _seal(key, content) + b"\n" + content)
            self._make_room(path)

    def _path(self, key: str) -> Path | None:
        return self.folder / sha256(key.encode("utf-8")).hexdigest() if self.folder else None

    def _make_room(self, newest: Path) -> None:
        """Remove what was not used for longest, and what a run left behind that broke off."""
        found = sorted(self._files(newest.parent), key=lambda entry: entry[1].st_mtime_ns)
        size = sum(state.st_size for _, state in found)
        for path, state in found:
            if size <= self.limit:
                return
            if path != newest:
                size -= state.st_size
                with suppress(OSError):
                    path.unlink()

    def _files(self, folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
        for path in folder.iterdir():
            if _OURS.fullmatch(path.name):
                with suppress(OSError):
                    yield path, path.stat()


def user_cache() -> Cache:
    """The cache of this user, in the folder that the operating system has for such things."""
    chosen = os.environ.get(VARIABLE)
    if chosen is None:
        from platformdirs import user_cache_path

        return Cache(user_cache_path("sdkloom", appauthor=False))
    return Cache(Path(chosen) if chosen else None)


def _write_whole(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="sdkloom-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _seal(key: str, content: bytes) -> bytes:
    return sha256(key.encode("utf-8") + b"\0" + content).hexdigest().encode("ascii")
