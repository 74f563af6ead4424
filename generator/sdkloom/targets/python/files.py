"""Which files does a Python package have?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from sdkloom.config import Config, TargetConfig
from sdkloom.ir.api import Api
from sdkloom.name.call import resource_paths
from sdkloom.name.settle import Names
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Copy, File, Plan, Program, Sink
from sdkloom.targets.markdown import inline_code, markdown
from sdkloom.targets.otherwise import calls_otherwise, resources_otherwise
from sdkloom.targets.python.arguments import arguments_of
from sdkloom.targets.python.calls import CallWriter, call_names, method_names
from sdkloom.targets.python.docs import comment, docstring
from sdkloom.targets.python.examples import plan_examples
from sdkloom.targets.python.format import format_file
from sdkloom.targets.python.models import TypesPlan, plan_types
from sdkloom.targets.python.packages import Export, Folder, package_view
from sdkloom.targets.python.papers import python_block, toml_text
from sdkloom.targets.python.params import ParamsBuilder
from sdkloom.targets.python.parts import unused_files, used_modules
from sdkloom.targets.python.project import (
    Project,
    client_view,
    default_client,
    default_package,
    errors_view,
    init_view,
    project_view,
    settings_view,
)
from sdkloom.targets.python.proxies import has_proxies, proxies_view, proxy_file
from sdkloom.targets.python.readme import operation_programs, readme_view
from sdkloom.targets.python.reference import reference_view
from sdkloom.targets.python.spelled import (
    Home,
    resource_attribute,
    resource_module,
    spell_names,
)
from sdkloom.targets.python.spelling import SPELLING
from sdkloom.targets.python.testing.files import plan_tests
from sdkloom.targets.python.types import quote
from sdkloom.targets.python.views import PackageView


class PythonTarget:
    """Python packages."""

    name = "python"
    known_as = ("python",)
    sinks: Mapping[str, Sink] = {
        "quote": quote,
        "docstring": docstring,
        "comment": comment,
        "markdown": markdown,
        "code_block": python_block,
        "inline_code": inline_code,
        "toml": toml_text,
    }

    def plan(self, api: Api, names: Names, config: Config, target: TargetConfig) -> Plan:
        """Every file of the package, and the call of each operation."""
        project = _project(api, names, config, target)
        spelled, arguments, calls = project.spelled, project.arguments, project.calls
        operations = {operation.id: operation for operation in api.operations}
        writer = CallWriter(
            api, names, spelled, arguments, operations, project.client, calls, config.webhooks
        )
        types = plan_types(api, spelled, ParamsBuilder(arguments, calls))
        files = tuple(_files(project, writer, types))
        named = call_names(names)
        spell = partial(SPELLING.spell, "function")
        otherwise = (
            *calls_otherwise(named.listed, spell),
            *resources_otherwise(names, spell, resource_attribute),
        )
        return Plan(files, calls, project.package, project.client, named.further, otherwise=otherwise)

    def programs(self, api: Api, names: Names, config: Config, target: TargetConfig) -> Mapping[str, Program]:
        """A program for each operation."""
        found = operation_programs(_project(api, names, config, target))
        return {id: Program("Python", "python", text) for id, text in found}

    def notice(self, path: str, text: str, /) -> str:
        """A comment on lines of its own."""
        return comment(text) if path.endswith(".py") else ""

    def format(self, path: str, text: str) -> str:
        """A file as it is written: Python in black's style."""
        return format_file(path, text)


TARGET = PythonTarget()


def _project(api: Api, names: Names, config: Config, target: TargetConfig) -> Project:
    package = SPELLING.keep("module", target.package) if target.package else default_package(api)
    client = SPELLING.keep("type", target.client) if target.client else default_client(api)
    arguments = {operation.id: arguments_of(api, operation, config.arrays) for operation in api.operations}
    called = call_names(names)
    spelled = spell_names(api, names)
    return Project(api, config, target, package, client, spelled, arguments, called.own, called.listed, names)


def _files(project: Project, writer: CallWriter, types: TypesPlan) -> Iterator[File | Copy]:
    root = f"src/{project.package}"
    client, settings = client_view(project, writer), settings_view(project)
    resources = {
        resource_module(path, bool(node.children)): writer.module(path, node)
        for path, node in resource_paths(project.tree)
    }
    used = used_modules((client, settings, *resources.values(), *types.modules.values()))
    yield File("README.md", "project/README.md", readme_view(project))
    yield from plan_examples(project)
    yield File("api.md", "project/api.md", reference_view(project, types, writer.returned_types()))
    yield File("pyproject.toml", "project/pyproject.toml", project_view(project))
    yield File(f"{root}/__init__.py", "package/package.py", init_view(project, used))
    yield File(f"{root}/_client.py", "package/client.py", client)
    yield File(f"{root}/_settings.py", "package/settings.py", settings)
    yield File(f"{root}/errors.py", "package/errors.py", errors_view(project, used))
    yield Copy(f"{root}/py.typed", "runtime/py.typed")
    yield Copy(f"{root}/_core", "runtime/_core", unused_files(used))
    yield File(
        f"{root}/resources/__init__.py",
        "package/package.py",
        PackageView("The resources of the API.", Code("")),
    )
    for module, resource in resources.items():
        yield File(f"{root}/{'/'.join(module)}.py", "package/resource.py", resource)
    for path, node in (((), project.tree), *resource_paths(project.tree)):
        if has_proxies(node):
            methods = {one.name: one.kind == "former" for one in method_names(node, writer.names)}
            proxies = proxies_view(path, node, methods, project.client)
            yield File(f"{root}/{proxy_file(path, node)}", "package/proxies.py", proxies)
    for module, view in types.modules.items():
        yield File(f"{root}/{'/'.join(module)}.py", "package/types.py", view)
    yield from _type_packages(types, root)
    yield from plan_tests(project)


def _public_name(home: Home, types: TypesPlan) -> str:
    """Where a type is found: `types.chat.ChatCompletion`."""
    folder, name = next(
        ((folder, name) for folder, name, known in types.exports if known == home), ((), home.name)
    )
    return ".".join((*folder, name))


def _type_packages(types: TypesPlan, root: str) -> Iterator[File]:
    folders: dict[Folder, list[Export]] = {(Identifier("types"),): []}
    instead = {(folder, name): _public_name(home, types) for folder, name, home in types.former}
    for folder, name, home in (*types.exports, *types.handed_on, *types.former):
        for depth in range(1, len(folder) + 1):
            folders.setdefault(folder[:depth], [])
        folders[folder].append(Export(name, home.module, home.name, instead.get((folder, name), "")))
    for folder, exports in folders.items():
        below = tuple(other[-1] for other in folders if other[:-1] == folder)
        where = ".".join(folder[1:])
        view = package_view(
            f"Types of `{where}`." if where else "The types of the API.", folder, exports, below
        )
        yield File(f"{root}/{'/'.join(folder)}/__init__.py", "package/package.py", view)
