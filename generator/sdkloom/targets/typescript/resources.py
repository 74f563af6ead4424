"""How is each resource written: a class with its calls, and then the types in the order of their use?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.config import Webhooks
from sdkloom.ir.api import Api, FormerResource, Operation, Resource
from sdkloom.name.call import ResourcePath, resource_paths
from sdkloom.name.settle import Names
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import, collect_needs
from sdkloom.targets.typescript.arguments import Arguments
from sdkloom.targets.typescript.calls import method_names
from sdkloom.targets.typescript.definitions import DefinitionWriter, line_count
from sdkloom.targets.typescript.docs import wrapped
from sdkloom.targets.typescript.imports import import_lines
from sdkloom.targets.typescript.methods import MethodWriter
from sdkloom.targets.typescript.spelled import (
    Module,
    Placed,
    Spelled,
    resource_attribute,
    resource_class,
    resource_module,
)
from sdkloom.targets.typescript.types import TypeWriter
from sdkloom.targets.typescript.views import ChildView, DefinitionView, MethodView, ModuleView, ResourceView
from sdkloom.targets.typescript.webhooks import webhooks_view
from sdkloom.targets.wording import resource_text

_RESOURCE = Import("core/resource", "APIResource")
_LONGEST = 600  # lines of a file before its types get one of their own


@dataclass(frozen=True, slots=True)
class ResourceWriter:
    """Writes the resources and types of one API."""

    api: Api
    names: Names
    spelled: Spelled
    arguments: Mapping[str, Arguments]
    calls: Mapping[str, str]
    webhooks: Webhooks

    def modules(self) -> Iterator[tuple[str, ModuleView]]:
        """Every file of resources and types, by its place below `src`."""
        resources = {resource_module(path): (path, node) for path, node in resource_paths(self.names.root)}
        for module in dict.fromkeys((*resources, *self.spelled.files)):
            yield from self._module(module, resources.get(module))

    def _module(
        self, module: Module, found: tuple[ResourcePath, Resource] | None
    ) -> Iterator[tuple[str, ModuleView]]:
        place = "/".join(module)
        view = self._view(module, found, frozenset())
        if _imported(view) & {"Response"}:
            view = self._view(module, found, frozenset({"Response"}))
        if view.resources and view.definitions and line_count(view.definitions) > _LONGEST:
            yield from self._split(place, view)
        else:
            yield place, replace(view, imports=import_lines(collect_needs(_body(view)), place))

    def _split(self, place: str, view: ModuleView) -> Iterator[tuple[str, ModuleView]]:
        """The class, and its types in a file beside it, which it hands on."""
        types = f"{place}.types"
        needs = _moved(collect_needs(view.resources), place, types) | {_RESOURCE}
        handed_on = Code(f"export * from './{types.rpartition('/')[2]}.js';")
        yield place, ModuleView(import_lines(needs, place), view.resources, (), (handed_on,))
        own = _moved(collect_needs(view.definitions), place, types)
        yield types, ModuleView(import_lines(own, types), (), view.definitions)

    def _view(
        self, module: Module, found: tuple[ResourcePath, Resource] | None, taken: frozenset[str]
    ) -> ModuleView:
        listed = self.spelled.files.get(module, ())
        own = frozenset(str(placed.home.name) for placed in listed)
        resources: tuple[ResourceView, ...] = ()
        classes: frozenset[str] = frozenset()
        if found is not None:
            path, node = found
            classes = frozenset(
                {resource_class(path, self.spelled)}
                | {resource_class((*path, child.name.words), self.spelled) for child in node.children}
            )
        writer = TypeWriter(
            self.api, self.spelled, module, "received", taken=taken | (own & {"Response"}) | classes
        )
        if found is not None:
            resources = (self._resource(found[0], found[1], writer),)
        definitions = DefinitionWriter(self.api, self.spelled, writer)
        views = tuple(self._define(placed, definitions) for placed in listed)
        return ModuleView((), resources, views)

    def _define(self, placed: Placed, writer: DefinitionWriter) -> DefinitionView:
        if placed.form != "params":
            return writer.define(placed)
        spread = next((id for id, operation in self.names.within.items() if operation == placed.id), None)
        return writer.params(placed, self.arguments[placed.id], self.calls[placed.id], spread)

    def _resource(self, path: ResourcePath, node: Resource, writer: TypeWriter) -> ResourceView:
        dotted = ".".join(resource_attribute(path[: depth + 1]) for depth in range(len(path)))
        children = tuple(self._below(path, child) for child in node.children)
        methods = tuple(self.methods(node, writer, "this._client"))
        former = tuple(self._former(path, found) for found in node.former)
        docs = wrapped(resource_text(self.api, path, f"Reached as `client.{dotted}`."), 0)
        webhooks = (webhooks_view(self.webhooks, writer),) if node.unwraps else ()
        return ResourceView(resource_class(path, self.spelled), docs, children, former, methods, webhooks)

    def root(self, writer: TypeWriter) -> ResourceView:
        """The client seen as a resource: what stands at the root of the tree."""
        node = self.names.root
        children = tuple(self._below((), child) for child in node.children)
        former = tuple(self._former((), found) for found in node.former)
        methods = tuple(self.methods(node, writer, "this"))
        return ResourceView(Identifier(""), "", children, former, methods)

    def _former(self, path: ResourcePath, found: FormerResource) -> ChildView:
        """A resource that is found elsewhere now, under the name that it had here."""
        child = self._child(path, resource_attribute((*path, found.words)), found.path, "Moved")
        dotted = ".".join(resource_attribute(found.path[: depth + 1]) for depth in range(len(found.path)))
        return replace(child, docs=f"@deprecated Use `client.{dotted}` instead.")

    def _below(self, above: ResourcePath, child: Resource) -> ChildView:
        path = (*above, child.name.words)
        return self._child(above, resource_attribute(path), path, "Child")

    def _child(self, above: ResourcePath, attribute: Identifier, path: ResourcePath, mark: str) -> ChildView:
        """The resource at a path as a property; one whose class is called like that above it is renamed."""
        name = resource_class(path, self.spelled)
        module = "/".join(resource_module(path))
        clashes = above != path and bool(above) and name == resource_class(above, self.spelled)
        alias = f"{mark}{name}" if clashes or mark == "Moved" else name
        needed = f"{name} as {alias}" if alias != name else alias
        own = Import(module, needed) if above != path else None
        return ChildView(attribute, Code(alias, frozenset({own} if own is not None else ())), "")

    def methods(self, node: Resource, writer: TypeWriter, client: str) -> Iterator[MethodView]:
        """The methods of a resource; `client` is how they reach the client."""
        operations = {operation.id: operation for operation in self.api.operations}
        for found in method_names(node, self.names):
            instead = self.calls[found.operation] if found.kind == "former" else ""
            yield self.method(operations[found.operation], found.name, writer, client, instead).view()

    def method(
        self, operation: Operation, name: Identifier, writer: TypeWriter, client: str, instead: str = ""
    ) -> MethodWriter:
        """What writes the method of an operation."""
        arguments, params = self.arguments[operation.id], self.spelled.params.get(operation.id)
        return MethodWriter(self.api, operation, arguments, name, params, writer, client, instead)

    def returns(self) -> dict[str, str]:
        """What each operation answers, in words for the reference."""
        writer = TypeWriter(self.api, self.spelled, (Identifier("api"),), "received")
        found = {}
        for operation in self.api.operations:
            method = self.method(operation, Identifier("_"), writer, "this")
            found[operation.id] = method.returned(*method.everything()).text
        return found


def _body(view: ModuleView) -> tuple[object, ...]:
    needs: tuple[object, ...] = (view.resources, view.definitions)
    return (*needs, Code("", frozenset({_RESOURCE}))) if view.resources else needs


def _imported(view: ModuleView) -> set[str]:
    return {need.name for need in collect_needs((view.resources, view.definitions))}


def _moved(needs: Iterable[Import], place: str, types: str) -> frozenset[Import]:
    """What is needed, with the file's own types where they are now."""
    return frozenset(replace(need, module=types) if need.module == place else need for need in needs)
