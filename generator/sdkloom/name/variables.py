"""Does every environment variable of the configuration belong to an option of the client?"""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.config import Config, Webhooks
from sdkloom.diagnostics import Report
from sdkloom.ir.api import EVENTS, Api
from sdkloom.name.matching import did_you_mean
from sdkloom.name.schemes import served_schemes
from sdkloom.name.words import split_words


def check_variables(api: Api, config: Config, report: Report) -> None:
    """Report every variable for an option that the client does not have."""
    known = list(dict.fromkeys(_options(api, config)))
    received = (config.webhooks.option,) if config.webhooks != Webhooks() else ()
    served = {"_".join(split_words(name)) for name in (*config.credentials, *received)}
    for option, key in config.environment.keys.items():
        # Another tool's file names what it serves as well, and that this is missing is said there.
        is_said = option in served and not config.is_own("environment", key)
        if option not in known and not is_said:
            hint = did_you_mean(option, (*known, "base_url", "log", "headers", "prefix"))
            config.report_missing(report, ("environment", key), f"option `{key}` of the client", hint)


def _options(api: Api, config: Config) -> Iterator[str]:
    for scheme in served_schemes(api):
        yield from ("_".join(words) for words in (*scheme.options, *scheme.fetching))
    yield from ("_".join(option.name.words) for option in api.options)
    if EVENTS in api.definitions:
        yield "_".join(split_words(config.webhooks.option))
