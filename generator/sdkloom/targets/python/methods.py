"""How is an operation written as a method?"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sdkloom.ir.api import Api, Operation, Response, Variant
from sdkloom.ir.base import Json
from sdkloom.ir.events import EventRule
from sdkloom.ir.types import (
    AnyType,
    BinaryType,
    ListType,
    LiteralType,
    MapType,
    Model,
    NullableType,
    PrimitiveType,
    RefType,
    Scalar,
    Type,
)
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import, join_code
from sdkloom.targets.carriers import is_bare
from sdkloom.targets.credentials import own_scopes
from sdkloom.targets.python.arguments import Argument, Arguments
from sdkloom.targets.python.auth import tuple_code
from sdkloom.targets.python.carried import accepted_type, security_code, styled_value, whole_body
from sdkloom.targets.python.forms import encoded_parts, file_fields
from sdkloom.targets.python.method_docs import method_docs
from sdkloom.targets.python.pages import PageWriter, page_writer, pager
from sdkloom.targets.python.params import base_name
from sdkloom.targets.python.spelled import Spelled
from sdkloom.targets.python.types import TypeWriter, quote, value_code
from sdkloom.targets.python.views import (
    ArgumentView,
    CaseView,
    EntryView,
    MethodView,
    SignatureView,
)

_NAMES_WIDTH = 90
_DEPRECATION = "._core.deprecation"
_UNPACK = Import("typing_extensions", "Unpack", typing_only=True)
_OPTIONS = Code(
    "Unpack[RequestOptions]",
    frozenset({_UNPACK, Import("._core.options", "RequestOptions", typing_only=True)}),
)
_OMIT = Code(" = omit", frozenset({Import("._core.unset", "omit")}))
_OMITTED = Code("Omit", frozenset({Import("._core.unset", "Omit", typing_only=True)}))


@dataclass(frozen=True, slots=True)
class MethodWriter:
    """Writes one method, sync or async."""

    api: Api
    spelled: Spelled
    operation: Operation
    arguments: Arguments
    name: Identifier
    received: TypeWriter
    instead: str = ""
    """The call to use in place of this one, where this one is deprecated."""

    @property
    def _sent(self) -> TypeWriter:
        return replace(self.received, form="sent")

    def view(self) -> MethodView:
        operation, arguments = self.operation, self.arguments
        variants = operation.variants if arguments.switches else ()
        group = arguments.unpacked[0].carrier if arguments.unpacked else ""
        spelled = (*arguments.positional, *arguments.switches, *arguments.keyword)
        local = Identifier("query" if group == "query" else "body")
        if any(argument.name == local for argument in spelled):
            local = Identifier(f"{local}_")
        former = self._former_names()
        params = self.spelled.params[operation.id].name if arguments.unpacked else ""
        verb = (
            operation.method if operation.method in {"get", "post", "put", "patch", "delete"} else "request"
        )
        return MethodView(
            name=self.name,
            docs=method_docs(operation, arguments, params, self.received, self.instead),
            is_async=self.received.is_async and self._paged is None,
            has_pager=self.received.is_async and self._paged is not None,
            pager=_runtime(pager(self._inside())) if self._paged is not None else Code(""),
            has_overloads=bool(variants),
            overloads=tuple(self._overloads(variants)) if variants else (),
            signature=self._signature(
                (), self._returns(operation.response, *(v.response for v in variants)), None
            ),
            splits_options=bool(arguments.unpacked),
            local=local,
            split=self._split() if arguments.unpacked else Code(""),
            names=(self._names(),) if arguments.unpacked else (),
            request=Identifier(f"_{verb}"),
            has_verb=verb == "request",
            verb=operation.method.upper(),
            path=operation.path,
            cases=tuple(self._case(variant, local) for variant in variants),
            entries=self._entries(operation.response, local),
            is_former=bool(self.instead),
            mark=self.received.imported(_DEPRECATION, "deprecated") if self.instead else Code(""),
            message=f"`{self.name}` is deprecated: use `client.{self.instead}` instead",
            has_former_names=bool(former),
            former_names=(
                self.received.imported(_DEPRECATION, "formerly").around("", f"({former})")
                if former
                else Code("")
            ),
        )

    @property
    def _paged(self) -> PageWriter | None:
        """How the answer is written where it comes in pages."""
        return page_writer(self.api, self.spelled, self.operation)

    def _former_names(self) -> str:
        """Former names of arguments with those of today, but for what is the name of another now."""
        listed = (*self.arguments.positional, *self.arguments.named)
        taken = {argument.name for argument in listed}
        pairs = {old: argument.name for argument in listed for old in argument.former if old not in taken}
        return ", ".join(f"{old}={quote(now)}" for old, now in pairs.items())

    def returned(self) -> Code:
        """All that the method can return."""
        variants = self.operation.variants if self.arguments.switches else ()
        return self._returns(self.operation.response, *(variant.response for variant in variants))

    @property
    def _constant(self) -> Identifier:
        return Identifier(f"_{self.name.strip('_').upper()}")

    def _split(self) -> Code:
        """What takes the arguments and the options apart."""
        sent = [argument for argument in self.arguments.switches if self._is_unpacked(argument)]
        given = ", ".join(("params", *(f"{argument.name}={argument.name}" for argument in sent)))
        return Code(f"{self._constant}.split({given})")

    def _names(self) -> EntryView:
        """The constant with the names of the arguments."""
        arguments = self.arguments
        sent = (*filter(self._is_unpacked, arguments.switches), *arguments.unpacked)
        named = (
            " ".join(argument.name for argument in sent if argument.required is required)
            for required in (True, False)
        )
        texts = [quote(self.name), *("\n".join(_pieces(names)) for names in named)]
        texts += [f"{entry.name}={entry.value.text}" for entry in file_fields(self.api, arguments.named)]
        return EntryView(
            self._constant,
            Code(f"takes({', '.join(texts)})", frozenset({Import("._core.arguments", "takes")})),
        )

    def _is_unpacked(self, switch: Argument) -> bool:
        """Does a switch travel with what is unpacked?"""
        return any(argument.carrier == switch.carrier for argument in self.arguments.unpacked)

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
        switches = tuple(
            self._switch(argument, variants, chosen, is_plain) for argument in arguments.switches
        )
        ordered = (*(s for s in switches if not s.default.text), *(s for s in switches if s.default.text))
        keyword = (*ordered, *(self._argument(argument) for argument in arguments.keyword))
        keyword = (*(k for k in keyword if not k.default.text), *(k for k in keyword if k.default.text))
        rest_name, rest = Identifier("options"), _OPTIONS
        if arguments.unpacked:
            home = self.spelled.params[self.operation.id]
            name = base_name(home) if arguments.has_base else home.name
            rest_name = Identifier("params")
            rest = Code(
                f"Unpack[{name}]",
                frozenset({_UNPACK, Import("." + ".".join(home.module), name, typing_only=True)}),
            )
        positional = tuple(self._argument(argument) for argument in arguments.positional)
        return SignatureView(positional, bool(keyword), keyword, rest_name, rest, returns)

    def _argument(self, argument: Argument) -> ArgumentView:
        annotation = _annotation(self._sent.write(argument.type))
        if argument.required:
            return ArgumentView(argument.name, annotation, Code(""))
        return ArgumentView(argument.name, join_code(" | ", (annotation, _OMITTED)), _OMIT)

    def _switch(
        self, argument: Argument, variants: tuple[Variant, ...], chosen: Variant | None, is_plain: bool
    ) -> ArgumentView:
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
        if self._paged is not None:
            return self._paged.returned(self.received)
        return Code("None") if response.type is None else self.received.write(response.type)

    def _target(self, response: Response) -> Code:
        """What the runtime decodes to: a class, or a shape where the type is no class."""
        inside = replace(self, received=self._inside())
        if self._paged is not None:
            return self._paged.page(inside.received)
        code = inside._returned(response)
        if response.type is None:
            return Code("NoneType", frozenset({Import("types", "NoneType")}))
        if isinstance(response.type, AnyType) and response.streaming is None:
            return inside.received.builtin("object")
        if response.streaming is not None or self._is_class(response.type):
            return code
        evaluated = replace(inside.received, alias=True).write(response.type)
        return evaluated.around("Shape[", "]()", Import("._core.shapes", "Shape"))

    def _inside(self) -> TypeWriter:
        """Writes types inside the method, where its arguments hide what else has their names."""
        arguments = (*self.arguments.positional, *self.arguments.keyword, *self.arguments.switches)
        names = frozenset(argument.name for argument in arguments)
        return replace(self.received, shadowed=self.received.shadowed | names)

    def _is_class(self, node: Type) -> bool:
        match node:
            case RefType(id):
                return isinstance(self.api.definitions.get(id), Model)
            case ListType() | MapType() | BinaryType():
                return True
            case PrimitiveType(scalar, _):
                return scalar is not Scalar.NULL
        return False

    def _case(self, variant: Variant, local: Identifier) -> CaseView:
        name = next(argument.name for argument in self.arguments.switches if argument.wire == variant.switch)
        condition = (
            Code(name) if variant.value is True else Code(f"{name} == {value_code(variant.value).text}")
        )
        return CaseView(condition, self._entries(variant.response, local))

    def _entries(self, response: Response, local: Identifier) -> tuple[EntryView, ...]:
        entries = [*self._carried(local)]
        entries.append(EntryView(Identifier("to"), _runtime(self._target(response))))
        if self._paged is not None:
            entries.append(EntryView(Identifier("pages"), _runtime(self._paged.rule(self._inside()))))
        streaming = response.streaming
        if streaming is not None:
            parts = [f'kind="{streaming.framing.value}"'] if streaming.framing.value != "sse" else []
            parts += [f"sentinel={quote(streaming.sentinel)}"] if streaming.sentinel is not None else []
            parts += (
                [f"error_field={quote(streaming.error_field)}"] if streaming.error_field is not None else []
            )
            needs = {Import("._core.streaming", "Framing")}
            if streaming.rules:
                parts.append(f"rules=({' '.join(map(_rule, streaming.rules))})")
                needs.add(Import("._core.events", "EventRule"))
            framing = Code(f"Framing({', '.join(parts)})", frozenset(needs))
            entries.append(EntryView(Identifier("framing"), framing))
        accepted = accepted_type(response)
        if accepted:
            entries.append(EntryView(Identifier("accept"), Code(quote(accepted))))
        if not self.operation.retried:
            entries.append(EntryView(Identifier("default_retries"), Code("0")))
        elif self.operation.attempts is not None:
            entries.append(EntryView(Identifier("default_retries"), Code(str(self.operation.attempts))))
        if self.operation.timeout is not None:
            entries.append(EntryView(Identifier("default_timeout"), Code(repr(self.operation.timeout))))
        if self.operation.security is not None and self.operation.security != self.api.security:
            entries.append(EntryView(Identifier("security"), security_code(self.operation.security)))
        if response.unwrap:
            entries.append(EntryView(Identifier("unwrap"), Code(quote(response.unwrap))))
        scopes = own_scopes(self.api, self.operation)
        if scopes is not None:
            entries.append(EntryView(Identifier("scopes"), Code(tuple_code(scopes))))
        if self.operation.servers:
            entries.append(EntryView(Identifier("base_url"), Code(quote(self.operation.servers[0].url))))
        return tuple(entries)

    def _carried(self, local: Identifier) -> Iterator[EntryView]:
        arguments = self.arguments
        spelled = (*arguments.positional, *arguments.switches, *arguments.keyword)
        for carrier in (
            "path",
            "query",
            "querystring",
            "header",
            "cookie",
            "json",
            "form",
            "multipart",
            "content",
        ):
            mine = [argument for argument in spelled if argument.carrier == carrier]
            unpacked = [argument for argument in arguments.unpacked if argument.carrier == carrier]
            if unpacked:
                sent = (*(switch for switch in arguments.switches if switch.carrier == carrier), *unpacked)
                yield EntryView(Identifier(carrier), self._renamed(local, sent))
            elif mine and mine[0].is_whole_body:
                yield EntryView(Identifier(carrier), whole_body(mine[0]))
            elif mine and carrier == "querystring":
                yield EntryView(Identifier(carrier), styled_value(mine[0]))
            elif mine:
                pairs = join_code(
                    ", ", (styled_value(argument).around(f"{quote(argument.wire)}: ") for argument in mine)
                )
                yield EntryView(Identifier(carrier), pairs.around("{", "}"))
        carriers = (argument.carrier for argument in (*spelled, *arguments.unpacked))
        if is_bare(self.operation.body, carriers):
            yield EntryView(Identifier("json"), Code("{}"))
        yield from self._content_types()

    def _content_types(self) -> Iterator[EntryView]:
        body = self.operation.body
        yield from encoded_parts(self.api, body, self.arguments.named)
        if not self.arguments.unpacked:
            yield from file_fields(self.api, self.arguments.named)
        if (body is not None and any(argument.carrier == "content" for argument in self.arguments.named)) or (
            body is not None and body.encoding.value == "json" and body.media_type != "application/json"
        ):
            yield EntryView(Identifier("content_type"), Code(quote(body.media_type)))

    def _renamed(self, local: Identifier, listed: tuple[Argument, ...]) -> Code:
        pairs = [f"{quote(a.name)}: {quote(a.wire)}" for a in listed if a.name != a.wire]
        if not pairs:
            return Code(local)
        return Code(
            f"renamed({local}, {{{', '.join(pairs)}}})", frozenset({Import("._core.wire", "renamed")})
        )


def _without(node: Type, values: Sequence[Json]) -> Type:
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


def _pieces(names: str) -> Iterator[str]:
    """The names as literals that stand below each other."""
    lines = textwrap.wrap(names, _NAMES_WIDTH)
    yield from (quote(f"{line} ") for line in lines[:-1])
    yield quote(lines[-1] if lines else "")


def _annotation(code: Code) -> Code:
    """Annotations are never evaluated, so all that they alone need is for type checkers."""
    return Code(code.text, frozenset(_checked(need) for need in code.needs))


def _checked(need: Import) -> Import:
    return replace(need, typing_only=True)


def _runtime(code: Code) -> Code:
    return Code(code.text, frozenset(replace(need, typing_only=False) for need in code.needs))


def _rule(rule: EventRule) -> str:
    """A rule of a stream, as an item of a tuple."""
    parts = [quote(rule.handling.value)]
    parts += [f"names={tuple_code(rule.names)}"] if rule.names else []
    parts += [f"prefix={quote(rule.prefix)}"] if rule.prefix else []
    return f"EventRule({', '.join(parts)}),"
