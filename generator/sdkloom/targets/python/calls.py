"""How is each resource written as a class?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sdkloom.config import Webhooks
from sdkloom.ir.api import Api, FormerResource, Operation, Resource
from sdkloom.name.call import ResourcePath, resource_paths
from sdkloom.name.settle import Names
from sdkloom.name.spell import Identifier, Scope
from sdkloom.targets.base import Code, Import, collect_needs, join_code
from sdkloom.targets.layout import wrap_prose
from sdkloom.targets.python.arguments import Arguments
from sdkloom.targets.python.docs import closed
from sdkloom.targets.python.imports import import_block, relative_module
from sdkloom.targets.python.methods import MethodWriter
from sdkloom.targets.python.proxies import has_proxies, proxies_base
from sdkloom.targets.python.spelled import (
    Spelled,
    resource_attribute,
    resource_class,
    resource_module,
)
from sdkloom.targets.python.spelling import CLIENT, SPELLING
from sdkloom.targets.python.types import TypeWriter
from sdkloom.targets.python.views import (
    ChildView,
    EntryView,
    MethodView,
    ResourceModuleView,
    ResourceView,
    WebhooksView,
)
from sdkloom.targets.python.webhooks import webhooks_view
from sdkloom.targets.wording import resource_text

Kind = Literal["own", "other", "former"]


@dataclass(frozen=True, slots=True)
class MethodName:
    """A method and its operation: the operation's own call, another that is as good, or a former one."""

    operation: str
    name: Identifier
    kind: Kind
    words: tuple[str, ...]


def method_names(node: Resource, names: Names) -> tuple[MethodName, ...]:
    """The methods of a resource; a name that a child resource has gets a number.

    At the root, the names of the client's own methods are taken as well.
    """
    scope = Scope()
    scope.reserve(*(SPELLING.spell("function", child.name.words) for child in node.children))
    scope.reserve(*(SPELLING.spell("function", found.words) for found in node.former))
    if not node.name.wire:
        scope.reserve(*CLIENT)
    own = [
        MethodName(id, scope.give(SPELLING.spell("function", words)), "own", words)
        for id, words in ((id, names.calls[id].method) for id in node.operations)
    ]
    others = [
        MethodName(
            other.operation,
            scope.give(SPELLING.spell("function", other.method)),
            "former" if other.former else "other",
            other.method,
        )
        for other in sorted(node.others, key=lambda other: other.former)
    ]
    return (*own, *others)


@dataclass(frozen=True, slots=True)
class SpelledCall:
    """A call of an operation as it is written: its own, one that is as good, or a former one.

    `words` are those of its method.
    """

    operation: str
    call: str
    kind: Kind
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallNames:
    """The own call of each operation, others that are as good, and all calls of each resource."""

    own: Mapping[str, str]
    further: Mapping[str, tuple[str, ...]]
    listed: Mapping[ResourcePath, tuple[SpelledCall, ...]]


def constants_of(classes: tuple[ResourceView, ...]) -> tuple[EntryView, ...]:
    """The names of arguments that the methods of a module share, sync and async."""
    return tuple(
        dict.fromkeys(entry for view in classes for method in view.methods for entry in method.names)
    )


def call_names(names: Names) -> CallNames:
    """How every operation is called, behind the client."""
    listed: dict[ResourcePath, tuple[SpelledCall, ...]] = {}
    for path, node in (((), names.root), *resource_paths(names.root)):
        attributes = [resource_attribute(path[: depth + 1]) for depth in range(len(path))]
        listed[path] = tuple(
            SpelledCall(method.operation, ".".join((*attributes, method.name)), method.kind, method.words)
            for method in method_names(node, names)
        )
    every = [call for calls in listed.values() for call in calls]
    further: dict[str, tuple[str, ...]] = {}
    for call in every:
        if call.kind == "other":
            further[call.operation] = (*further.get(call.operation, ()), call.call)
    return CallNames({call.operation: call.call for call in every if call.kind == "own"}, further, listed)


@dataclass(frozen=True, slots=True)
class CallWriter:
    """Writes the resources of one API."""

    api: Api
    names: Names
    spelled: Spelled
    arguments: Mapping[str, Arguments]
    operations: Mapping[str, Operation]
    client: Identifier
    calls: Mapping[str, str]
    webhooks: Webhooks

    def module(self, path: ResourcePath, node: Resource) -> ResourceModuleView:
        """The module of one resource."""
        own = resource_module(path, bool(node.children))
        classes = tuple(self._class(path, node, is_async, own, path) for is_async in (False, True))
        needs = collect_needs(classes) | self.overload_needs(classes)
        dotted = ".".join("_".join(words) for words in path)
        return ResourceModuleView(
            f"The resource `{dotted}`.", import_block(needs, own), classes, constants_of(classes)
        )

    def overload_needs(self, classes: tuple[ResourceView, ...]) -> set[Import]:
        """What the children and overloads of these classes need."""
        needs: set[Import] = set()
        if any(view.children for view in classes):
            needs.add(Import("functools", "cached_property"))
        if any(method.has_overloads for view in classes for method in view.methods):
            needs.add(Import("typing", "overload"))
        return needs

    def _class(
        self,
        named: ResourcePath,
        node: Resource,
        is_async: bool,
        own: tuple[Identifier, ...],
        path: ResourcePath,
    ) -> ResourceView:
        plain_name = resource_class(named)
        prefix = "Async" if is_async else ""
        name = Identifier(f"{prefix}{plain_name}")
        taken = self._taken(plain_name if path else self.client, node)
        methods = tuple(self.methods(node, is_async, own, taken))
        about = ", ".join(
            f"`{part}`"
            for part in ("_".join(words) for words in (child.name.words for child in node.children))
        )
        docs = f"Reached as `client.{'.'.join('_'.join(words) for words in path)}`."
        docs = f"{docs} Further resources: {about}." if about else docs
        core = Identifier(f"{prefix}Resource")
        base = Code(core, frozenset({Import("._core.resource", core)})) if path else Code("")
        proxies = proxies_base(path, is_async) if has_proxies(node) else Code("")
        return ResourceView(
            name=name,
            base=join_code(", ", tuple(part for part in (base, proxies) if part.text)),
            proxies=proxies,
            docs=closed(wrap_prose(resource_text(self.api, path, docs), 93)),
            has_children=bool(node.children),
            children=tuple(self.child((*path, c.name.words), prefix, own) for c in node.children),
            methods=methods,
            has_methods=bool(methods),
            former=tuple(
                self._marked(self._former(path, node, found, prefix, own), found, methods, node, own)
                for found in node.former
            ),
            webhooks=self._webhooks(node, is_async, own, taken),
        )

    def _webhooks(
        self, node: Resource, is_async: bool, own: tuple[Identifier, ...], taken: frozenset[str]
    ) -> tuple[WebhooksView, ...]:
        """The calls that check and read webhooks, where they are found here."""
        return (
            (webhooks_view(self.webhooks, self._writer(node, is_async, own, taken)),) if node.unwraps else ()
        )

    def root(self, node: Resource, is_async: bool) -> ResourceView:
        """The client seen as a resource: what stands at the root of the tree."""
        return self._class((("client",),), node, is_async, (Identifier("_client"),), path=())

    def child(self, path: ResourcePath, prefix: str, own: tuple[Identifier, ...]) -> ChildView:
        """A resource as an attribute of the one above it, whose module is `own`."""
        attribute = resource_attribute(path)
        name = Identifier(f"{prefix}{resource_class(path)}")
        module = "." + ".".join(resource_module(path, False))
        # A child may be called what its parent is called, and a resource what the client is called.
        above = (resource_class(path[:-1]),) if len(path) > 1 else (self.client, f"Async{self.client}")
        clashes = resource_class(path) in above
        alias = f"Child{name}" if clashes else str(name)
        needed = f"{name} as {alias}" if clashes else alias
        annotation = Code(alias, frozenset({Import(module, needed, typing_only=True)}))
        return ChildView(attribute, name, annotation, Code(relative_module(module, own[:-1])))

    def _former(
        self,
        path: ResourcePath,
        node: Resource,
        found: FormerResource,
        prefix: str,
        own: tuple[Identifier, ...],
    ) -> ChildView:
        """A resource that is found elsewhere now, as an attribute under the name that it had here."""
        plain, attribute = resource_class(found.path), resource_attribute((*path, found.words))
        name = Identifier(f"{prefix}{plain}")
        module = "." + ".".join(resource_module(found.path, False))
        below = ((*path, child.name.words) for child in node.children)
        clashes = any(
            plain == resource_class(other) and other != found.path
            for other in (*below, *((path,) if path else ()))
        )
        alias = f"Moved{name}" if clashes else str(name)
        needed = f"{name} as {alias}" if clashes else alias
        annotation = Code(alias, frozenset({Import(module, needed, typing_only=True)}))
        return ChildView(attribute, name, annotation, Code(relative_module(module, own[:-1])))

    def _marked(
        self,
        view: ChildView,
        found: FormerResource,
        methods: tuple[MethodView, ...],
        node: Resource,
        own: tuple[Identifier, ...],
    ) -> ChildView:
        """The attribute as a property that warns."""
        hidden = {str(method.name) for method in methods}
        hidden |= {resource_attribute((child.name.words,)) for child in node.children} | {view.attribute}
        writer = TypeWriter(self.api, self.spelled, own, "received", shadowed=frozenset(hidden))
        now = ".".join(resource_attribute(found.path[: depth + 1]) for depth in range(len(found.path)))
        return replace(
            view,
            property=writer.builtin("property"),
            mark=writer.imported("._core.deprecation", "deprecated"),
            message=f"`{view.attribute}` is deprecated: use `client.{now}` instead",
        )

    def _taken(self, name: str, node: Resource) -> frozenset[str]:
        """The names of the classes that the module of a resource defines, or imports for its children."""
        below = (*((child.name.words,) for child in node.children), *(found.path for found in node.former))
        plain = (name, *(resource_class(path) for path in below))
        return frozenset(f"{prefix}{part}" for part in plain for prefix in ("", "Async"))

    def returned_types(self) -> dict[str, str]:
        """What each operation returns, in words for the reference."""
        writer = TypeWriter(self.api, self.spelled, (Identifier("_client"),), "received")
        found = {}
        for id, operation in self.operations.items():
            method = MethodWriter(
                self.api, self.spelled, operation, self.arguments[id], Identifier("_"), writer
            )
            found[id] = method.returned().text
        return found

    def _writer(
        self, node: Resource, is_async: bool, own: tuple[Identifier, ...], taken: frozenset[str]
    ) -> TypeWriter:
        """Writes types inside the class of a resource, where its methods hide what else has their names."""
        methods = frozenset(method.name for method in method_names(node, self.names))
        return TypeWriter(
            self.api, self.spelled, own, "received", is_async=is_async, shadowed=methods, taken=taken
        )

    def methods(
        self, node: Resource, is_async: bool, own: tuple[Identifier, ...], taken: frozenset[str]
    ) -> Iterator[MethodView]:
        """The methods of a resource: its own, those that are as good, and former ones."""
        writer = self._writer(node, is_async, own, taken)
        for method in method_names(node, self.names):
            id = method.operation
            instead = self.calls[id] if method.kind == "former" else ""
            yield MethodWriter(
                self.api, self.spelled, self.operations[id], self.arguments[id], method.name, writer, instead
            ).view()
