"""How is an operation written as a method?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sdkloom.ir.api import Api, Header, Operation, Response, Variant
from sdkloom.ir.base import Json
from sdkloom.ir.types import LiteralType, NullableType, PrimitiveType, Scalar, Type
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import, join_code
from sdkloom.targets.layout import first_sentence
from sdkloom.targets.typescript.arguments import Argument, Arguments
from sdkloom.targets.typescript.docs import described, wrapped
from sdkloom.targets.typescript.pages import PAGE_PROMISE, pages_of
from sdkloom.targets.typescript.requests import request_code
from sdkloom.targets.typescript.spelled import Home
from sdkloom.targets.typescript.types import TypeWriter, property_name, quote, unite, value_code
from sdkloom.targets.typescript.views import MethodView, SignatureView
from sdkloom.targets.wording import ended

_OPTIONS = Code("options?: RequestOptions", frozenset({Import("core/options", "RequestOptions", True)}))
_FORMERLY = Import("core/options", "Formerly", True)
_RAW_OPTIONS = Code("RequestOptions", _OPTIONS.needs)


@dataclass(frozen=True, slots=True)
class MethodWriter:
    """Writes one method; `client` is how it reaches the client, `instead` the call that replaces it."""

    api: Api
    operation: Operation
    arguments: Arguments
    name: Identifier
    params: Home | None
    received: TypeWriter
    client: str
    instead: str = ""

    def view(self) -> MethodView:
        overloads = tuple(self._overloads())
        statements, request = request_code(
            self.api, self.operation, self.arguments, self._params_code(), self.client
        )
        return MethodView(
            name=self.name,
            docs=self._docs(),
            has_overloads=bool(overloads),
            overloads=overloads,
            signature=self._implementation(self.arguments.former),
            statements=statements,
            request=request,
        )

    def _docs(self) -> str:
        operation = self.operation
        docs = described(operation.docs, f"Calls `{operation.method.upper()} {operation.path}`.", 1)
        headers = "\n".join(map(self._header_docs, operation.response.headers))
        parts = [docs, f"Headers, to be read with `withResponse()`:\n{headers}" if headers else ""]
        parts += [f"@deprecated Use `client.{self.instead}` instead."] if self.instead else []
        return "\n\n".join(part for part in parts if part)

    def _header_docs(self, header: Header) -> str:
        said = ended(first_sentence(header.docs.body or header.docs.summary))
        kind = f"- `{header.name.wire}` (`{self.received.write(header.type).text}`)"
        return wrapped(f"{kind}: {said}" if said else kind, 1)

    @property
    def _sent(self) -> TypeWriter:
        return replace(self.received, form="sent")

    def _params_code(self) -> Code:
        return self.received.home(self.params) if self.params is not None else Code("")

    def returned(self, *responses: Response) -> Code:
        """What the call answers, in one of these ways."""
        return unite(tuple(self._returned(response) for response in responses))

    def everything(self) -> tuple[Response, ...]:
        """All the answers that the call can give."""
        return (self.operation.response, *(variant.response for variant in self._variants))

    @property
    def _variants(self) -> tuple[Variant, ...]:
        known = {argument.value.wire for argument in self.arguments.listed if argument.value.is_switch}
        return tuple(variant for variant in self.operation.variants if variant.switch in known)

    def _switch(self, variant: Variant) -> Argument:
        return next(a for a in self.arguments.listed if a.value.wire == variant.switch and a.value.is_switch)

    def _returned(self, response: Response) -> Code:
        if response.streaming is not None:
            event = self.received.write(response.streaming.event)
            return event.around("Stream<", ">", Import("core/streaming", "Stream", True))
        return Code("void") if response.type is None else self.received.write(response.type)

    def _promise(self, *responses: Response) -> Code:
        pages = pages_of(self.api, self.operation)
        if pages is not None:
            parts = join_code(", ", (self.returned(*map(_there, responses)), self.received.write(pages.item)))
            return parts.around("PagePromise<", ">", PAGE_PROMISE)
        return self.returned(*responses).around(
            "APIPromise<", ">", Import("core/promise", "APIPromise", True)
        )

    def _overloads(self) -> Iterator[SignatureView]:
        """None where one signature says it all."""
        listed, former = self.arguments.listed, self.arguments.former
        placed = self.arguments.placed if len(listed) > 1 else ()
        forms = tuple(self._forms())
        if len(forms) > 1 or placed:
            for suffix, returns in forms:
                if placed:
                    rest = self._params_code().around("Omit<", f"{suffix}, {self._placed_keys}>")
                    yield self._apart(rest, returns, self._docs())
                yield self._together(self._params_code().around("", suffix), returns, self._docs())
        elif former:
            yield self._implementation({})
        # A former name of what the answer depends on says nothing of it yet.
        is_open = any(self._switch(variant).key in former.values() for variant in self._variants)
        for suffix, returns in (forms[-1:] if is_open else forms) if former else ():
            if placed and any(now not in {one.key for one in placed} for now in former.values()):
                yield self._apart(self._others(former).around("", suffix), returns, self._former_docs())
            given = self._formerly(self._params_code(), former).around("", suffix)
            yield self._together(given, returns, self._former_docs())

    def _forms(self) -> Iterator[tuple[str, Code]]:
        """What is added to the arguments for each kind of answer, and the answer; the general one is last."""
        if self._variants:
            yield f" & {self._switches()}", self._promise(self.operation.response)
            for variant in self._variants:
                key, value = property_name(self._switch(variant).key), value_code(variant.value).text
                yield f" & {{ {key}: {value} }}", self._promise(variant.response)
        yield "", self._promise(*self.everything())

    def _apart(self, others: Code, returns: Code, docs: str) -> SignatureView:
        """What has a place stands there, before all that has none."""
        first = (self._sent.write(one.value.type).around(f"{one.local}: ") for one in self.arguments.placed)
        rest = (others.around("params: " if self._needs_others else "params?: "),)
        return SignatureView(
            _listed(*first, *(rest if self.arguments.others else ()), _OPTIONS), returns, docs
        )

    def _together(self, params: Code, returns: Code, docs: str) -> SignatureView:
        return SignatureView(_listed(self._object(params), _OPTIONS), returns, docs)

    def _others(self, former: Mapping[str, str]) -> Code:
        """All that is taken behind what has a place."""
        keys = {argument.key for argument in self.arguments.placed}
        left = {old: now for old, now in former.items() if now not in keys}
        return self._formerly(self._params_code().around("Omit<", f", {self._placed_keys}>"), left)

    @property
    def _placed_keys(self) -> str:
        return " | ".join(quote(argument.key) for argument in self.arguments.placed)

    def _formerly(self, params: Code, former: Mapping[str, str]) -> Code:
        """The arguments, which may go by former names as well."""
        pairs = "; ".join(f"{property_name(old)}: {quote(now)}" for old, now in former.items())
        return params.around("Formerly<", f", {{ {pairs} }}>", _FORMERLY) if former else params

    def _former_docs(self) -> str:
        if self.instead:
            return self._docs()
        former = self.arguments.former
        pairs = [
            f"`{now}` instead of {' and '.join(f'`{old}`' for old in former if former[old] == now)}"
            for now in dict.fromkeys(former.values())
        ]
        instead = wrapped(f"@deprecated Use {', '.join(pairs)}.", 1)
        return f"{self._docs()}\n\n{instead}"

    @property
    def _needs_others(self) -> bool:
        return any(argument.value.required for argument in self.arguments.others)

    def _object(self, params: Code) -> Code:
        required = any(argument.value.required for argument in self.arguments.listed)
        return params.around("params: " if required else "params?: ")

    def _switches(self) -> str:
        """The properties on which an answer depends, as they are for the usual one."""
        parts = []
        for argument in dict.fromkeys(map(self._switch, self._variants)):
            mine = [variant.value for variant in self._variants if variant.switch == argument.value.wire]
            kind = self._sent.write(_without(argument.value.type, mine)).text
            parts.append(f"{property_name(argument.key)}{'' if argument.value.required else '?'}: {kind}")
        return f"{{ {'; '.join(parts)} }}"

    def _implementation(self, former: Mapping[str, str]) -> SignatureView:
        returns, lone = self._promise(*self.everything()), self.arguments.lone_body
        placed = self.arguments.placed
        if lone is not None:
            mark = "" if lone.value.required else "?"
            taken: tuple[Code, ...] = (self._sent.write(lone.value.type).around(f"body{mark}: "), _OPTIONS)
        elif not self.arguments.listed:
            taken = (_OPTIONS,)
        elif len(placed) > 1:
            taken = (Code("...places: Array<unknown>"),)
        elif placed:
            params = self._formerly(self._params_code(), former)
            either = unite((self._sent.write(placed[0].value.type), params))
            taken = (either.around(f"{placed[0].local}: "), _OPTIONS)
            if len(self.arguments.listed) > 1:
                second = unite((self._others(former), _RAW_OPTIONS)).around("second?: ")
                taken = (either.around("first: "), second, _RAW_OPTIONS.around("third?: "))
        else:
            given = self._object(self._formerly(self._params_code(), former))
            name = "given" if former else "params"
            text = given.text.removeprefix("params")
            text = f"{text.removeprefix('?')} = {{}}" if text.startswith("?") else text
            taken = (Code(name + text, given.needs), _OPTIONS)
        return SignatureView(_listed(*taken), returns, self._docs())


def _there(response: Response) -> Response:
    """The answer that is a page: nothing is one without items."""
    node = response.type
    return replace(response, type=node.inner) if isinstance(node, NullableType) else response


def _listed(*parts: Code) -> Code:
    return join_code(", ", parts)


def _without(node: Type, values: Sequence[Json]) -> Type:
    """The type of a switch where none of these values is given."""
    match node:
        case NullableType(inner):
            return NullableType(_without(inner, values))
        case PrimitiveType(Scalar.BOOLEAN, _):
            return LiteralType(tuple(value for value in (True, False) if value not in values))
        case LiteralType(known, open):
            left = tuple(value for value in known if value not in values)
            return LiteralType(left, open and not left)
    return node
