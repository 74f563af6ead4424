"""Which documents of other hosts may be read, and are they still what they were?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from sdkloom.diagnostics import Report
from sdkloom.ir.base import Source
from sdkloom.load.addresses import web_origin
from sdkloom.load.cache import Cache
from sdkloom.load.fetch import Network, Unfetched, fetch
from sdkloom.load.read import Text, read_text, refuse, shown_name
from sdkloom.load.yaml_data import Refused

MOST = 500
"""How many documents one document may bring in from other hosts."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f]")
_LINE = re.compile(r"(https?://\S+) sha256:([0-9a-f]{64})")
_HEAD = "# Documents that were fetched, and what they were. To fetch one anew, remove its line.\n"


def is_address(name: str) -> bool:
    """Does a reference's file have an address of its own, and no path beside this document?"""
    return _ADDRESS.match(name) is not None


def join_address(base: str, name: str) -> str:
    """The address that a name means in the document at `base`; one that cannot be fetched stays as it is."""
    try:
        url = urlsplit(_BLANK.sub(lambda blank: quote(blank[0]), urljoin(base, name)))
        return web_origin(url.geturl()) + (url.path or "/") + (f"?{url.query}" if url.query else "")
    except ValueError:
        return name


def _origin(url: str) -> str | None:
    try:
        return web_origin(url)
    except ValueError:
        return None


class Remote:
    """Reads documents from the origins that are allowed, once each, and holds them to their hashes."""

    def __init__(
        self, allowed: Iterable[str], lock: Path, cache: Cache, network: Network, report: Report
    ) -> None:
        self.allowed = frozenset(allowed)
        self.file, self.cache, self.network, self.report = shown_name(lock), cache, network, report
        self.locked = self._read_lock(lock) if self.allowed and lock.is_file() else {}
        self.asked: set[str] = set()
        self.hashes: dict[str, str] = {}

    def read(self, url: str, at: Source) -> Text | None:
        """The document at a URL, from the cache where that has it; or None and a diagnostic at the place."""
        if not self._is_allowed(url, at):
            return None
        self.asked.add(url)
        data = self._kept(url)
        if data is None:
            data = self._fetched(url, at)
        if data is None:
            return None
        self.hashes[url] = sha256(data).hexdigest()
        self.report.remember(url, data)
        return Text(url, data)

    def lock(self) -> str:
        """The text of the lock file; empty where nothing is locked.

        What was locked and is not referred to any more goes, except where its origin is not allowed in this
        run, so that leaving out an option forgets nothing.
        """
        kept = {
            url: digest
            for url, digest in self.locked.items()
            if url in self.asked or _origin(url) not in self.allowed
        }
        lines = [f"{url} sha256:{digest}\n" for url, digest in sorted({**kept, **self.hashes}.items())]
        return "".join((_HEAD, *lines)) if lines else ""

    def _is_allowed(self, url: str, at: Source) -> bool:
        origin = _origin(url)
        if origin in self.allowed:
            return True
        hint = "store that document beside this one and refer to it by a relative path"
        if origin is not None:
            hint = (
                f"allow it with `--allow-remote {origin}`, or `remote: [{origin}]` in sdkloom.yaml; or {hint}"
            )
        self.report.add("W106", at, f"`{url}`", hint=hint)
        return False

    def _kept(self, url: str) -> bytes | None:
        wanted = self.locked.get(url)
        data = self.cache.get(f"document {wanted}") if wanted else None
        return data if data is not None and sha256(data).hexdigest() == wanted else None

    def _fetched(self, url: str, at: Source) -> bytes | None:
        if len(self.asked) > MOST:
            self.report.add("E109", at, f"`{url}`", hint=f"more than {MOST} documents would be fetched")
            return None
        try:
            data = fetch(url, self.network)
        except Unfetched as failure:
            self.report.add("E109", at, f"`{url}`: {failure.reason}", hint=failure.hint)
            return None
        found, wanted = sha256(data).hexdigest(), self.locked.get(url)
        if wanted is not None and found != wanted:
            accept = f"to accept that, remove its line from `{self.file}`"
            hint = f"it was sha256:{wanted} and is sha256:{found}; {accept}"
            self.report.add("E108", at, f"`{url}`", hint=hint)
            return None
        self.cache.put(f"document {found}", data)
        return data

    def _read_lock(self, lock: Path) -> dict[str, str]:
        text = read_text(lock, self.file, self.report)
        source = text.data.decode("utf-8", "replace") if text else ""
        found: dict[str, str] = {}
        for number, line in enumerate(source.split("\n")):
            if not line.strip() or line.startswith("#"):
                continue
            match = _LINE.fullmatch(line.strip())
            if match is None or match[1] in found:
                detail = "it is no address with its hash" if match is None else f"`{match[1]}` stands twice"
                refuse(self.report, self.file, source, Refused("E112", detail, (number, 0)))
                continue
            found[match[1]] = match[2]
        return found
