"""Which answers come in pages: as configuration or the document itself says, or as schemas prove?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sdkloom.config import Config
from sdkloom.config_kinds import did_you_mean
from sdkloom.config_pages import PageRule
from sdkloom.ir.api import Operation
from sdkloom.ir.base import Json
from sdkloom.ir.pages import Pagination
from sdkloom.lower.extensions import PagesFact, Said
from sdkloom.lower.page_detection import detect_pages, only_list
from sdkloom.lower.page_facts import page_facts
from sdkloom.lower.page_rules import Fitter, Misfit
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.site import Site

# What a rule that is not configured is called.
_NAMES = {
    "cursor": "cursor_page",
    "offset": "offset_page",
    "page": "numbered_page",
    "link": "link_page",
    "next_url": "url_page",
}


@dataclass(slots=True)
class Paging:
    """Finds the pages of operations, one after the other, and remembers which configured rules served."""

    schemas: Schemas
    config: Config
    used: set[str] = field(default_factory=set)

    def paged(
        self, operation: Operation, item: Mapping[str, Json], node: Mapping[str, Json], site: Site
    ) -> Operation:
        """The operation with how its answer comes in pages, if it does; `node` of `item` describes it."""
        fitter = Fitter(self.schemas.defined, operation)
        key, chosen = self._chosen(operation)
        said = page_facts(self.schemas, item, node, site)
        if chosen is not None:
            pages = self._named(fitter, chosen, key)
        elif said is not None:
            pages = self._said(fitter, said)
        elif self.config.pagination:
            pages = self._configured(fitter)
        else:
            pages = self._detected(fitter)
        return replace(operation, pagination=pages)

    def finish(self) -> None:
        """Report the configured rules that no operation fits."""
        for name in self.config.pagination:
            if name not in self.used:
                self.schemas.report.add("W222", self.config.source("pagination", name), f"`{name}`")

    def _chosen(self, operation: Operation) -> tuple[str, str | None]:
        """The rule that is chosen for an operation, behind the key that says so; "" is none of them."""
        known = {operation.name.wire, f"{operation.method.upper()} {operation.path}"}
        for key, choice in self.config.operations.items():
            method, space, path = key.partition(" ")
            plain = f"{method.upper()} {path.strip()}" if space else key
            if plain in known and choice.pagination is not None:
                return key, choice.pagination
        return "", None

    def _named(self, fitter: Fitter, name: str, key: str) -> Pagination | None:
        """By the rule with this name, which must fit; `key` gives it to the operation."""
        rules = self.config.pagination
        if not name:
            return None
        if name not in rules:
            detail = f"`{name}` is no rule for pages"
            hint = did_you_mean(name, rules) if rules else "rules stand under `pagination`"
            self.config.report_missing(self.schemas.report, ("operations", key, "pagination"), detail, hint)
            return None
        self.used.add(name)
        pages = fitter.fit(rules[name], name, "as the configuration says")
        if isinstance(pages, Misfit):
            hint = f"`{key}` has this rule by the configuration"
            detail, at = f"`{name}` does not fit: {pages.detail}", ("operations", key, "pagination")
            if self.config.is_own(*at):
                self.schemas.report.add("E220", pages.at, detail, hint=hint)
            else:
                self.schemas.report.add("W221", self.config.source(*at), detail, also=(pages.at,))
            return None
        return pages

    def _said(self, fitter: Fitter, said: Said[PagesFact]) -> Pagination | None:
        """As an extension says; where it does not name the list, the only one is meant."""
        fact = said.value
        items = fact.items or only_list(fitter.look, fitter.operation) or ""
        rule = PageRule(fact.style, items, fact.send, fact.read, fact.more, fact.limit, fact.total, fact.last)
        pages = fitter.fit(rule, _NAMES[rule.style], f"as `{said.keyword}` says")
        if isinstance(pages, Misfit):
            self.schemas.report.add("W221", pages.at, f"`{said.keyword}` says: {pages.detail}")
            return None
        return pages

    def _configured(self, fitter: Fitter) -> Pagination | None:
        """The first of the configured rules that fits in every part."""
        for name, rule in self.config.pagination.items():
            pages = fitter.fit(rule, name, "as the configuration says")
            if not isinstance(pages, Misfit):
                self.used.add(name)
                return pages
        return None

    def _detected(self, fitter: Fitter) -> Pagination | None:
        for rule in detect_pages(fitter.look, fitter.operation):
            pages = fitter.fit(rule, _NAMES[rule.style], "as the schemas prove")
            if not isinstance(pages, Misfit):
                return pages
        return None
