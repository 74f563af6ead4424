"""What has changed of the client: packages, options, variables, servers, errors and webhooks?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.ir.base import Source
from sdkloom.surface.changes import RECEIVED, SENT, Change, addition, breaking, judge_type, other
from sdkloom.surface.model import Client, PublicOption, Webhooks
from sdkloom.surface.relate import Types


def compare_client(
    old: Client, new: Client, before: Types, now: Types, at: Source | None
) -> Iterator[Change]:
    """The changes of how a client is made, and of what it raises."""
    yield from _compare_packages(old, new, at)
    yield from _compare_options(old.options, new.options, before, now, at)
    for name, variable in old.variables.items():
        if new.variables.get(name, variable) != variable:
            yield _variable(f"variable {name}", variable, new.variables[name], at)
    yield from _compare_servers(old.servers, new.servers, at)
    yield from _compare_errors(old, new, before, now, at)


def _compare_options(
    old: Mapping[str, PublicOption],
    new: Mapping[str, PublicOption],
    before: Types,
    now: Types,
    at: Source | None,
) -> Iterator[Change]:
    for name, option in old.items():
        subject, there = f"client option {name}", new.get(name)
        if there is None:
            yield breaking(subject, "this option is gone", "code that gives it fails", at)
            continue
        if there.variable != option.variable:
            yield _variable(subject, option.variable, there.variable, at)
        if there.required and not option.required:
            yield breaking(subject, "it has to be given", "there is no client without it", at)
        if option.required and not there.required:
            yield addition(subject, "it may be left out", "code that gives it is as before", at)
        judged = judge_type(option.type, before, there.type, now, SENT)
        if judged is not None:
            yield Change(judged[0], subject, judged[1], judged[2], at)
    for name, option in new.items():
        subject = f"client option {name}"
        if name not in old and option.required:
            what = "this option is new, and has to be given"
            yield breaking(subject, what, "there is no client without it", at)
        elif name not in old:
            yield addition(subject, "this option is new", "nothing used it", at)


def _variable(subject: str, old: str, new: str, at: Source | None) -> Change:
    return breaking(subject, f"it is read from `{new}`", f"`{old}` is no longer read", at)


def _compare_packages(old: Client, new: Client, at: Source | None) -> Iterator[Change]:
    for target, names in old.packages.items():
        if target not in new.packages:
            yield breaking(f"package {target}", "it is no longer made", "there is no new release of it", at)
            continue
        for key in sorted(names.keys() | new.packages[target].keys()):
            was, is_now = (found.get(key, "that of the title") for found in (names, new.packages[target]))
            if was != is_now:
                what = f"its {key} is called `{is_now}`, and was `{was}`"
                yield breaking(f"package {target}", what, "code that names it fails", at)
    for target in new.packages:
        if target not in old.packages:
            yield addition(f"package {target}", "it is new", "nothing used it", at)
    if old.title != new.title:
        what = f"its title is `{new.title}`, and was `{old.title}`"
        wanted = {"client", "package"}
        if any(wanted - names.keys() for names in new.packages.values()):
            yield breaking("title", what, "packages and clients that are named after it change", at)
        else:
            yield other("title", what, "no name depends on it", at)


def _compare_servers(old: Mapping[str, str], new: Mapping[str, str], at: Source | None) -> Iterator[Change]:
    for name, url in old.items():
        if name not in new:
            yield breaking(f"server {name}", "this server is gone", "code that chooses it fails", at)
        elif new[name] != url:
            what = f"it is at `{new[name]}`, and was at `{url}`"
            yield other(f"server {name}", what, "code is written as before", at)
    for name in new:
        if name not in old:
            yield addition(f"server {name}", "this server is new", "nothing used it", at)


def _compare_errors(
    old: Client, new: Client, before: Types, now: Types, at: Source | None
) -> Iterator[Change]:
    for status, name in old.errors.items():
        if new.errors.get(status) != name:
            is_now = f"called `{new.errors[status]}`" if status in new.errors else "gone"
            yield breaking(
                f"error {name}", f"the class for {status} is {is_now}", "code that names it fails", at
            )
    for status, name in new.errors.items():
        if status not in old.errors:
            yield addition(
                f"error {name}", f"{status} has a class of its own", "the usual class still fits", at
            )
    if old.error is not None and new.error is not None:
        judged = judge_type(old.error, before, new.error, now, RECEIVED)
        if judged is not None:
            yield Change(judged[0], "body of errors", judged[1], judged[2], at)
    elif new.error is not None:
        yield addition("body of errors", "it has a type", "nothing used it", at)
    elif old.error is not None:
        yield breaking("body of errors", "it has no type", "code that reads it fails", at)


def compare_webhooks(
    old: Webhooks, new: Webhooks, before: Types, now: Types, at: Source | None
) -> Iterator[Change]:
    """The changes of how webhooks are read, and of what they carry."""
    if old.resource and old.resource != new.resource:
        what = f"webhooks are read at `{new.resource}`" if new.resource else "webhooks are no longer read"
        yield breaking(old.resource, what, "code that reads them fails", at)
    elif new.resource and not old.resource:
        yield addition(new.resource, "webhooks are read here", "nothing used it", at)
    for method in old.methods if new.resource else ():
        if method not in new.methods:
            yield breaking(f"{old.resource}.{method}", "this method is gone", "code that uses it fails", at)
    for name, kind in old.events.items():
        if name not in new.events:
            yield breaking(f"webhook {name}", "this event is gone", "code that waits for it is never run", at)
        else:
            judged = judge_type(kind, before, new.events[name], now, RECEIVED)
            if judged is not None:
                yield Change(judged[0], f"webhook {name}", judged[1], judged[2], at)
    for name in new.events:
        if name not in old.events:
            yield addition(f"webhook {name}", "this event is new", "others were to be expected", at)
