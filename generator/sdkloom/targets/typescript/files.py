"""Which files does a TypeScript package have?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from sdkloom.config import Config, TargetConfig
from sdkloom.ir.api import Api
from sdkloom.name.settle import Names
from sdkloom.targets.base import Copy, File, Plan, Program, Sink
from sdkloom.targets.credentials import fetching_schemes
from sdkloom.targets.markdown import inline_code, markdown
from sdkloom.targets.otherwise import calls_otherwise, resources_otherwise
from sdkloom.targets.typescript.arguments import arguments_by_operation
from sdkloom.targets.typescript.auth import INTERNAL as OAUTH
from sdkloom.targets.typescript.calls import call_names
from sdkloom.targets.typescript.docs import jsdoc, line_comment
from sdkloom.targets.typescript.examples import plan_examples
from sdkloom.targets.typescript.format import format_file
from sdkloom.targets.typescript.pages import CORE, simplest_pages
from sdkloom.targets.typescript.pages import INTERNAL as PAGES
from sdkloom.targets.typescript.papers import json_text, typescript_block
from sdkloom.targets.typescript.project import (
    Project,
    client_view,
    default_client,
    default_package,
    errors_view,
    index_view,
    package_view,
    settings_view,
)
from sdkloom.targets.typescript.readme import operation_programs, readme_view
from sdkloom.targets.typescript.reference import reference_view
from sdkloom.targets.typescript.resources import ResourceWriter
from sdkloom.targets.typescript.spelled import resource_attribute, spell_names
from sdkloom.targets.typescript.spelling import SPELLING
from sdkloom.targets.typescript.testing.files import plan_tests
from sdkloom.targets.typescript.types import quote
from sdkloom.targets.typescript.webhooks import CORE as WEBHOOKS
from sdkloom.targets.typescript.webhooks import DIGESTS


class TypeScriptTarget:
    """TypeScript packages, for JavaScript as well."""

    name = "typescript"
    known_as = ("typescript", "node")
    sinks: Mapping[str, Sink] = {
        "quote": quote,
        "jsdoc": jsdoc,
        "json": json_text,
        "markdown": markdown,
        "code_block": typescript_block,
        "inline_code": inline_code,
    }

    def plan(self, api: Api, names: Names, config: Config, target: TargetConfig) -> Plan:
        """Every file of the package, and the call of each operation."""
        project = _project(api, names, config, target)
        writer = ResourceWriter(
            api, names, project.spelled, project.arguments, project.calls, config.webhooks
        )
        files = tuple(_files(project, writer))
        named, clashes = call_names(names), project.spelled.clashes
        otherwise = (
            *calls_otherwise(named.listed, partial(SPELLING.spell, "function")),
            *resources_otherwise(names, partial(SPELLING.spell, "member"), resource_attribute),
        )
        return Plan(files, project.calls, project.package, project.client, named.further, clashes, otherwise)

    def programs(self, api: Api, names: Names, config: Config, target: TargetConfig) -> Mapping[str, Program]:
        """A program for each operation."""
        found = operation_programs(_project(api, names, config, target))
        return {id: Program("TypeScript", "ts", text) for id, text in found}

    def notice(self, path: str, text: str, /) -> str:
        """A comment on lines of its own."""
        return line_comment(text) if path.endswith((".ts", ".mjs", ".cjs")) else ""

    def format(self, path: str, text: str) -> str:
        """A file as it is written: TypeScript as prettier would write it."""
        return format_file(path, text)


TARGET = TypeScriptTarget()


def _project(api: Api, names: Names, config: Config, target: TargetConfig) -> Project:
    package = default_package(api, target)
    client = SPELLING.keep("type", target.client) if target.client else default_client(api)
    arguments = arguments_by_operation(api, config.arrays)
    spelled = spell_names(api, names, arguments, client)
    called = call_names(names)
    return Project(api, config, target, package, client, names, spelled, arguments, called.own, called.listed)


def _files(project: Project, writer: ResourceWriter) -> Iterator[File | Copy]:
    yield File("README.md", "project/README.md", readme_view(project))
    yield from plan_examples(project)
    yield File("api.md", "project/api.md", reference_view(project, writer.returns()))
    yield File("package.json", "project/package.json", package_view(project))
    yield File("index.cjs", "project/index.cjs", package_view(project))
    for name in ("tsconfig.json", "tsconfig.cjs.json"):
        yield Copy(name, f"runtime/{name}")
    yield File("src/index.ts", "package/index.ts", index_view(project))
    yield File("src/client.ts", "package/client.ts", client_view(project, writer))
    yield File("src/settings.ts", "package/settings.ts", settings_view(project))
    yield File("src/errors.ts", "package/errors.ts", errors_view(project))
    has_pages = simplest_pages(project.api) is not None
    unused = frozenset() if has_pages else PAGES
    unused |= frozenset() if fetching_schemes(project.api) else OAUTH
    unneeded = frozenset() if has_pages else CORE
    unneeded |= frozenset() if project.has_webhooks else WEBHOOKS
    unneeded |= DIGESTS if project.config.webhooks.scheme == "standard" else frozenset()
    yield Copy("src/core", "runtime/core", unneeded)
    yield Copy("src/internal", "runtime/internal", unused)
    for place, view in writer.modules():
        yield File(f"src/{place}.ts", "package/module.ts", view)
    yield from plan_tests(project)
