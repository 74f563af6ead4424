"""How is each operation written as a method, and each resource as a class?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.ir.api import Api, Operation, Resource, Response, Variant
from sdkloom.ir.types import AnyType, BinaryType, ListType, LiteralType, MapType, Model, NullableType, PrimitiveType, RefType, Scalar, Type
from sdkloom.name.settle import Names, ResourcePath
from sdkloom.name.spell import Identifier, Scope
from sdkloom.targets.base import Code, Import, collect_needs, join_code
from sdkloom.targets.layout import wrap_prose
from sdkloom.targets.python.arguments import Argument, Arguments, needs_style
from sdkloom.targets.python.docs import WIDTH, closed, plain
from sdkloom.targets.python.imports import import_block, relative_module
from sdkloom.targets.python.params import base_name
from sdkloom.targets.python.spelled import Spelled, resource_attribute, resource_class
from sdkloom.targets.python.spelling import SPELLING
from sdkloom.targets.python.types import TypeWriter, quote, value_code
from sdkloom.targets.python.views import (
    ArgumentView,
    CaseView,
    ChildView,
    EntryView,
    MethodView,
    ResourceModuleView,
    ResourceView,
    SignatureView,
)

_UNPACK = Import("typing_extensions", "Unpack", typing_only=True)
_OPTIONS = Code("Unpack[RequestOptions]", frozenset({_UNPACK, Import("._core.options", "RequestOptions", typing_only=True)}))
_OMIT = Code(" = omit", frozenset({Import("._core.unset", "omit")}))
_OMITTED = Code("Omit", frozenset({Import("._core.unset", "Omit", typing_only=True)}))
_BASES = {False: ("._core.resource", "Resource"), True: ("._core.resource", "AsyncResource")}


def resource_module(path: ResourcePath, is_package: bool) -> tuple[Identifier, ...]:
    """Where a resource lives below the package; one with children is a package."""
    parts = (Identifier("resources"), *(SPELLING.spell("module", words) for words in path))
    return (*parts, Identifier("__init__")) if is_package else parts


@dataclass(frozen=True, slots=True)
class CallWriter:
    """Writes the resources of one API."""

    api: Api
    names: Names
    spelled: Spelled
    arguments: Mapping[str, Arguments]
    operations: Mapping[str, Operation]

    def module(self, path: ResourcePath, node: Resource) -> ResourceModuleView:
        """The module of one resource."""
        own = resource_module(path, bool(node.children))
        classes = tuple(self._class(path, node, is_async, own, path) for is_async in (False, True))
        needs = collect_needs(classes) | self._proxy_needs(node, classes)
        dotted = ".".join("_".join(words) for words in path)
        return ResourceModuleView(f"The resource `{dotted}`.", import_block(needs, own), classes)

    def _proxy_needs(self, node: Resource, classes: tuple[ResourceView, ...]) -> set[Import]:
        needs = {Import("._core.resource", str(view.base)) for view in classes}
        if node.operations:
            needs |= {Import("._core.resource", str(name)) for view in classes for name in (view.raw_wrapper, view.streaming_wrapper)}
        needs.add(Import("functools", "cached_property"))
        return needs

    def _class(
        self, named: ResourcePath, node: Resource, is_async: bool, own: tuple[Identifier, ...], path: ResourcePath
    ) -> ResourceView:
        plain_name = resource_class(named)
        prefix = "Async" if is_async else ""
        name = Identifier(f"{prefix}{plain_name}")
        methods = tuple(self.methods(node, is_async, own))
        about = ", ".join(f"`{part}`" for part in ("_".join(words) for words in (child.name.words for child in node.children)))
        docs = f"Reached as `client.{'.'.join('_'.join(words) for words in path)}`."
        return ResourceView(
            name=name,
            base=Identifier(_BASES[is_async][1]),
            docs=f"{docs} Further resources: {about}." if about else docs,
            has_children=bool(node.children),
            children=tuple(self.child((*path, c.name.words), prefix, "", own) for c in node.children),
            methods=methods,
            has_methods=bool(methods),
            raw_name=Identifier(f"{name}WithRawResponse"),
            streaming_name=Identifier(f"{name}WithStreamingResponse"),
            raw_wrapper=Identifier("async_raw" if is_async else "raw"),
            streaming_wrapper=Identifier("async_streamed" if is_async else "streamed"),
            raw_property=Identifier("with_raw_response"),
            streaming_property=Identifier("with_streaming_response"),
            raw_children=tuple(
                self.child((*path, c.name.words), prefix, "WithRawResponse", own) for c in node.children
            ),
            streaming_children=tuple(
                self.child((*path, c.name.words), prefix, "WithStreamingResponse", own) for c in node.children
            ),
        )

    def root(self, node: Resource, is_async: bool) -> ResourceView:
        """The client seen as a resource: what stands at the root of the tree."""
        return self._class((("client",),), node, is_async, (Identifier("_client"),), path=())

    def child(self, path: ResourcePath, prefix: str, suffix: str, own: tuple[Identifier, ...]) -> ChildView:
        """A resource as an attribute of the one above it, whose module is `own`."""
        attribute = resource_attribute(path)
        name = Identifier(f"{prefix}{resource_class(path)}{suffix}")
        module = "." + ".".join(resource_module(path, False))
        annotation = Code(name, frozenset({Import(module, name, typing_only=True)}))
        return ChildView(attribute, name, annotation, Code(relative_module(module, own[:-1])))

    def method_names(self, node: Resource) -> dict[str, Identifier]:
        """The method of each operation of a resource; a name that a child resource has gets a number."""
        scope = Scope()
        scope.reserve(*(SPELLING.spell("function", child.name.words) for child in node.children))
        return {id: scope.give(SPELLING.spell("function", self.names.calls[id].method)) for id in node.operations}

    def returned_types(self) -> dict[str, str]:
        """What each operation returns, in words for the reference."""
        writer = TypeWriter(self.api, self.spelled, (Identifier("_client"),), "received")
        found = {}
        for id, operation in self.operations.items():
            method = _Method(self, operation, self.arguments[id], Identifier("_"), writer)
            found[id] = method.returned().text
        return found

    def methods(self, node: Resource, is_async: bool, own: tuple[Identifier, ...]) -> Iterator[MethodView]:
        """The methods of a resource."""
        names = self.method_names(node)
        writer = TypeWriter(self.api, self.spelled, own, "received", is_async=is_async, shadowed=frozenset(names.values()))
        for id in node.operations:
            yield _Method(self, self.operations[id], self.arguments[id], names[id], writer).view()


@dataclass(frozen=True, slots=True)
class _Method:
    """Writes one method, sync or async."""

    calls: CallWriter
    operation: Operation
    arguments: Arguments
    name: Identifier
    received: TypeWriter

    @property
    def _sent(self) -> TypeWriter:
        return replace(self.received, form="sent")

    def view(self) -> MethodView:
        operation, arguments = self.operation, self.arguments
        variants = operation.variants if arguments.switches else ()
        group = arguments.unpacked[0].carrier if arguments.unpacked else ""
        local = Identifier("query" if group == "query" else "body")
        verb = operation.method if operation.method in {"get", "post", "put", "patch", "delete"} else "request"
        return MethodView(
            name=self.name,
            docs=self._docs(),
            is_async=self.received.is_async,
            has_overloads=bool(variants),
            overloads=tuple(self._overloads(variants)) if variants else (),
            signature=self._signature((), self._returns(operation.response, *(v.response for v in variants)), None),
            splits_options=bool(arguments.unpacked),
            local=local,
            split_source=self._split_source() if arguments.unpacked else Code(""),
            request=Identifier(f"_{verb}"),
            has_verb=verb == "request",
            verb=operation.method.upper(),
            path=operation.path,
            cases=tuple(self._case(variant, local) for variant in variants),
            entries=self._entries(operation.response, local),
        )

    def returned(self) -> Code:
        """All that the method can return."""
        variants = self.operation.variants if self.arguments.switches else ()
        return self._returns(self.operation.response, *(variant.response for variant in variants))

    def _split_source(self) -> Code:
        source = Code("params", frozenset({Import("._core.options", "split_options")}))
        if self.arguments.switches:
            pairs = ", ".join(f'"{argument.name}": {argument.name}' for argument in self.arguments.switches)
            return source.around("{**", f", {pairs}}}")
        return source

    def _overloads(self, variants: tuple[Variant, ...]) -> Iterator[SignatureView]:
        plain_returns = self._returns(self.operation.response)
        yield self._signature(variants, plain_returns, None, is_plain=True)
        for variant in variants:
            yield self._signature(variants, self._returns(variant.response), variant)
        everything = self._returns(self.operation.response, *(variant.response for variant in variants))
        yield self._signature((), everything, None)

    def _signature(
        self, variants: tuple[Variant, ...], returns: Code, chosen: Variant | None, is_plain: bool = False
    ) -> SignatureView:
        arguments = self.arguments
        switches = tuple(self._switch(argument, variants, chosen, is_plain) for argument in arguments.switches)
        ordered = (*(s for s in switches if not s.default.text), *(s for s in switches if s.default.text))
        keyword = (*ordered, *(self._argument(argument) for argument in arguments.keyword))
        keyword = (*(k for k in keyword if not k.default.text), *(k for k in keyword if k.default.text))
        rest_name, rest = Identifier("options"), _OPTIONS
        if arguments.unpacked:
            home = self.calls.spelled.params[self.operation.id]
            name = base_name(home) if arguments.switches else home.name
            rest_name = Identifier("params")
            rest = Code(f"Unpack[{name}]", frozenset({_UNPACK, Import("." + ".".join(home.module), name, typing_only=True)}))
        positional = tuple(self._argument(argument) for argument in arguments.positional)
        return SignatureView(positional, bool(keyword), keyword, rest_name, rest, returns)

    def _argument(self, argument: Argument) -> ArgumentView:
        annotation = _annotation(self._sent.write(argument.type))
        if argument.required:
            return ArgumentView(argument.name, annotation, Code(""))
        return ArgumentView(argument.name, join_code(" | ", (annotation, _OMITTED)), _OMIT)

    def _switch(self, argument: Argument, variants: tuple[Variant, ...], chosen: Variant | None, is_plain: bool) -> ArgumentView:
        mine = [variant.value for variant in variants if variant.switch == argument.wire]
        if chosen is not None and chosen.switch == argument.wire:
            literal = self._sent.write(LiteralType((chosen.value,)))
            return ArgumentView(argument.name, _annotation(literal), Code(""))
        if is_plain or chosen is not None:
            narrowed = _annotation(self._sent.write(_without(argument.type, mine)))
            return ArgumentView(argument.name, join_code(" | ", (narrowed, _OMITTED)), _OMIT)
        return self._argument(argument)

    def _returns(self, *responses: Response) -> Code:
        parts = tuple(dict.fromkeys(self._returned(response) for response in responses))
        return _annotation(join_code(" | ", parts))

    def _returned(self, response: Response) -> Code:
        if response.streaming is not None:
            name = "AsyncStream" if self.received.is_async else "Stream"
            event = self.received.write(response.streaming.event)
            return event.around(f"{name}[", "]", Import("._core.streaming", name))
        return Code("None") if response.type is None else self.received.write(response.type)

    def _target(self, response: Response) -> Code:
        """What the runtime decodes to: a class, or a cast where the type is no class."""
        code = self._returned(response)
        if response.type is None:
            return Code("NoneType", frozenset({Import("types", "NoneType")}))
        if isinstance(response.type, AnyType) and response.streaming is None:
            return Code("object")
        if response.streaming is not None or self._is_class(response.type):
            return code
        text = code.text if not code.text.startswith('"') else code.text.strip('"')
        evaluated = replace(self.received, alias=True).write(response.type)
        cast = Code(f"cast({quote(f'type[{text}]')}, {evaluated.text})", frozenset({Import("typing", "cast")}))
        return Code(cast.text, cast.needs | evaluated.needs | code.needs)

    def _is_class(self, node: Type) -> bool:
        match node:
            case RefType(id):
                return isinstance(self.calls.api.definitions.get(id), Model)
            case ListType() | MapType() | BinaryType():
                return True
            case PrimitiveType(scalar, _):
                return scalar is not Scalar.NULL
        return False

    def _case(self, variant: Variant, local: Identifier) -> CaseView:
        name = next(argument.name for argument in self.arguments.switches if argument.wire == variant.switch)
        condition = Code(name) if variant.value is True else Code(f"{name} == {value_code(variant.value).text}")
        return CaseView(condition, self._entries(variant.response, local))

    def _entries(self, response: Response, local: Identifier) -> tuple[EntryView, ...]:
        entries = [*self._carried(local)]
        entries.append(EntryView(Identifier("to"), _runtime(self._target(response))))
        streaming = response.streaming
        if streaming is not None:
            parts = [f'kind="{streaming.framing.value}"'] if streaming.framing.value != "sse" else []
            parts += [f"sentinel={quote(streaming.sentinel)}"] if streaming.sentinel is not None else []
            parts += [f"error_field={quote(streaming.error_field)}"] if streaming.error_field is not None else []
            framing = Code(f"Framing({', '.join(parts)})", frozenset({Import("._core.streaming", "Framing")}))
            entries.append(EntryView(Identifier("framing"), framing))
        if self.operation.security is not None and self.operation.security != self.calls.api.security:
            entries.append(EntryView(Identifier("security"), _security(self.operation.security)))
        if self.operation.servers:
            entries.append(EntryView(Identifier("base_url"), Code(quote(self.operation.servers[0].url))))
        return tuple(entries)

    def _carried(self, local: Identifier) -> Iterator[EntryView]:
        arguments = self.arguments
        spelled = (*arguments.positional, *arguments.keyword)
        for carrier in ("path", "query", "header", "cookie", "json", "form", "multipart", "content"):
            mine = [argument for argument in spelled if argument.carrier == carrier]
            unpacked = [argument for argument in arguments.unpacked if argument.carrier == carrier]
            if unpacked:
                yield EntryView(Identifier(carrier), self._renamed(local, (*arguments.switches, *unpacked)))
            elif mine and mine[0].is_whole_body:
                yield EntryView(Identifier(carrier), Code(mine[0].name))
            elif mine:
                pairs = join_code(", ", (_styled(argument).around(f"{quote(argument.wire)}: ") for argument in mine))
                yield EntryView(Identifier(carrier), pairs.around("{", "}"))
        yield from self._content_types()

    def _content_types(self) -> Iterator[EntryView]:
        body = self.operation.body
        listed = [a for a in self.arguments.named if a.part is not None and a.part.content_type and a.carrier == "multipart"]
        if listed:
            pairs = ", ".join(f"{quote(a.wire)}: {quote(a.part.content_type)}" for a in listed if a.part is not None)
            yield EntryView(Identifier("content_types"), Code(f"{{{pairs}}}"))
        if body is not None and any(argument.carrier == "content" for argument in self.arguments.named):
            yield EntryView(Identifier("content_type"), Code(quote(body.media_type)))
        elif body is not None and body.encoding.value == "json" and body.media_type != "application/json":
            yield EntryView(Identifier("content_type"), Code(quote(body.media_type)))

    def _renamed(self, local: Identifier, listed: tuple[Argument, ...]) -> Code:
        pairs = [f"{quote(a.name)}: {quote(a.wire)}" for a in listed if a.name != a.wire]
        if not pairs:
            return Code(local)
        return Code(f"renamed({local}, {{{', '.join(pairs)}}})", frozenset({Import("._core.wire", "renamed")}))

    def _docs(self) -> str:
        operation = self.operation
        text = plain(operation.docs, f"{operation.method.upper()} {operation.path}.", 8).rstrip()
        listed = [a for a in (*self.arguments.positional, *self.arguments.keyword) if a.docs.body or a.docs.summary]
        if listed:
            lines = "\n".join(_argument_docs(argument) for argument in listed)
            text = f"{text}\n\nArgs:\n{lines}"
        if self.arguments.unpacked:
            name = self.calls.spelled.params[operation.id].name
            text = f"{text}\n\nThe keyword arguments are those of `{name}`, where each is described."
        return closed(text)


def _argument_docs(argument: Argument) -> str:
    said = argument.docs.body or argument.docs.summary
    text = wrap_prose(f"{argument.name}: {' '.join(said.split())}", WIDTH - 16)
    return "\n".join(f"{'    ' if index == 0 else '        '}{line}" for index, line in enumerate(text.split("\n")))


def _styled(argument: Argument) -> Code:
    parameter = argument.parameter
    if parameter is None or not needs_style(argument):
        return Code(argument.name)
    if parameter.media_type:
        return Code(f"as_json({argument.name})", frozenset({Import("._core.wire", "as_json")}))
    parts = [str(argument.name), f"style={quote(parameter.style)}", f"explode={parameter.explode}"]
    parts += ["allow_reserved=True"] if parameter.allow_reserved else []
    return Code(f"styled({', '.join(parts)})", frozenset({Import("._core.wire", "styled")}))


def _security(alternatives: tuple[tuple[str, ...], ...]) -> Code:
    def pack(parts: list[str]) -> str:
        return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"

    return Code(pack([pack([quote(name) for name in names]) for names in alternatives]))


def _without(node: Type, values: list[object]) -> Type:
    """The type of a switch in the overload that none of these values selects."""
    match node:
        case NullableType(inner):
            return NullableType(_without(inner, values))
        case PrimitiveType(Scalar.BOOLEAN, _):
            return LiteralType(tuple(value for value in (True, False) if value not in values))
        case LiteralType(known, open):
            left = tuple(value for value in known if value not in values)
            return LiteralType(left, open and not left)
    return node


def _annotation(code: Code) -> Code:
    """Annotations are never evaluated, so all that they alone need is for type checkers."""
    return Code(code.text, frozenset(_checked(need) for need in code.needs))


def _checked(need: Import) -> Import:
    return replace(need, typing_only=True)


def _runtime(code: Code) -> Code:
    return Code(code.text, frozenset(replace(need, typing_only=False) for need in code.needs))
