"""How is a call logged: at which level, and without what is secret?"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping

_SECRET = ("authorization", "api-key", "apikey", "token", "cookie", "secret")


def set_level(logger: logging.Logger, wanted: str | None) -> None:
    """Log at the level `info` or `debug`, to stderr where nobody has chosen; else leave all as it is."""
    level = {"debug": logging.DEBUG, "info": logging.INFO}.get((wanted or "").lower())
    if level is None:
        return
    logger.setLevel(level)
    if not logger.hasHandlers():  # whoever set up logging has chosen where it goes
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logger.addHandler(handler)


def shown_headers(headers: Mapping[str, tuple[str, str]], secrets: Iterable[str]) -> dict[str, str]:
    """Headers by their names in lower case, as a log may show them."""
    hidden = set(secrets)
    return {
        name: "***" if name in hidden or any(part in name for part in _SECRET) else text
        for name, (_, text) in headers.items()
    }
