"""Which pages does a reference have?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.config import Config, TargetConfig
from sdkloom.ir.api import Api, Operation
from sdkloom.name.call import ResourcePath
from sdkloom.name.settle import Names
from sdkloom.targets import load_target
from sdkloom.targets.base import Code, Copy, File, Plan, Program, Sink
from sdkloom.targets.docs.calls import CallWriter
from sdkloom.targets.docs.definitions import DefinitionWriter, said, title_of
from sdkloom.targets.docs.format import format_page
from sdkloom.targets.docs.overview import OverviewWriter, resource_title
from sdkloom.targets.docs.places import OVERVIEW, Places, resource_page, settle_places, spell_call
from sdkloom.targets.docs.prose import prose
from sdkloom.targets.docs.views import ResourceView, TypePageView
from sdkloom.targets.markdown import inline, inline_code
from sdkloom.targets.wording import of_resource


class DocsTarget:
    """A reference in Markdown, with programs in the languages that are generated beside it."""

    name = "docs"
    known_as = ()
    sinks: Mapping[str, Sink] = {
        "prose": prose,
        "line": lambda text: inline(" ".join(text.split())),
        "inline_code": inline_code,
    }

    def plan(self, api: Api, names: Names, config: Config, target: TargetConfig) -> Plan:
        """Every page, and each call as a reader sees it."""
        calls = {operation.id: str(spell_call(names.calls[operation.id])) for operation in api.operations}
        further = {id: tuple(map(spell_call, others)) for id, others in names.further.items()}
        files = tuple(_files(api, names, config))
        return Plan(files, calls, target.package or "docs", target.client or "client", further)

    def programs(self, _1: Api, _2: Names, _3: Config, _4: TargetConfig) -> Mapping[str, Program]:
        """A reference makes no calls of its own."""
        return {}

    def notice(self, _path: str, _text: str, /) -> str:
        """Nothing: pages are no code."""
        return ""

    def format(self, _: str, text: str) -> str:
        """A page as it is written."""
        return format_page(text)


TARGET = DocsTarget()


def _files(api: Api, names: Names, config: Config) -> Iterator[File | Copy]:
    places = settle_places(api, names)
    definitions = DefinitionWriter(api.definitions, names, places)
    calls = CallWriter(api, config, definitions, _programs(api, names, config))
    yield File(OVERVIEW, "project/README.md", OverviewWriter(api, definitions).overview())
    yield Copy("reading.md", "runtime/reading.md")
    for path, operations in _resources(api, names).items():
        page = resource_page(path)
        home = Code("../" * page.count("/") + OVERVIEW)
        about = said(of_resource(api, path))
        view = ResourceView(
            resource_title(path), home, bool(about), about, tuple(map(calls.call, operations))
        )
        yield File(page, "package/resource.md", view)
    yield from _types(definitions, places)


def _types(definitions: DefinitionWriter, places: Places) -> Iterator[File]:
    for id, spot in places.types.items():
        if not spot.anchor:
            inside = tuple(definitions.inside(id))
            home = Code("../" * spot.page.count("/") + OVERVIEW)
            view = TypePageView(title_of(spot), home, definitions.definition(id), inside)
            yield File(spot.page, "package/type.md", view)


def _resources(api: Api, names: Names) -> Mapping[ResourcePath, list[Operation]]:
    found: dict[ResourcePath, list[Operation]] = {}
    for operation in api.operations:
        found.setdefault(names.calls[operation.id].resources, []).append(operation)
    return found


def _programs(api: Api, names: Names, config: Config) -> Mapping[str, tuple[Program, ...]]:
    """The programs of each operation, in the languages of the configuration."""
    by_language = [load_target(chosen.name).programs(api, names, config, chosen) for chosen in config.targets]
    return {
        operation.id: tuple(found[operation.id] for found in by_language if operation.id in found)
        for operation in api.operations
    }
