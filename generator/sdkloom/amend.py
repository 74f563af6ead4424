"""What does configuration say of an API that its document leaves open: servers, options, streams, answers?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.config import (
    Config,
    CredentialChoice,
    OperationChoice,
    QueryStyle,
    StreamChoice,
    Webhooks,
    webhook_faults,
)
from sdkloom.diagnostics import Report
from sdkloom.ir.api import (
    EVENTS,
    Api,
    AuthKind,
    AuthScheme,
    Framing,
    Operation,
    Parameter,
    Place,
    Response,
    Streaming,
    Variant,
)
from sdkloom.ir.base import Docs
from sdkloom.ir.events import EventRule, Handling
from sdkloom.ir.types import (
    Alias,
    Definition,
    Field,
    ListType,
    LiteralType,
    MapType,
    Model,
    NullableType,
    RefType,
    Type,
)
from sdkloom.name.matching import did_you_mean, find_operation, find_type, match_operations, operation_keys
from sdkloom.name.words import split_words
from sdkloom.options import add_options

_SAFE = {"get", "head", "options", "trace", "query"}
_EXPLODED: Mapping[QueryStyle, bool] = {"comma": False, "repeat": True, "indices": True}


def amend(api: Api, config: Config, report: Report) -> Api:
    """The API with what the configuration adds; what does not fit it is reported."""
    amender = _Amender(api, config, report)
    chosen = {id: match.choice for id, match in match_operations(api, config).items()}
    keys = {id: match.key for id, match in match_operations(api, config).items()}
    operations = tuple(
        amender.operation(operation, chosen.get(operation.id, OperationChoice()), keys.get(operation.id, ""))
        for operation in api.operations
    )
    told = add_options(replace(api, operations=operations), config, report)
    return replace(
        told,
        auth=tuple(amender.schemes(api.auth)),
        headline=amender.headline(),
        headers=tuple(config.headers.items()),
        definitions=amender.definitions(),
    )


@dataclass(frozen=True, slots=True)
class _Amender:
    api: Api
    config: Config
    report: Report

    def headline(self) -> str | None:
        """The id of the operation that is to be shown first, None where any may be."""
        key = self.config.headline
        found = find_operation(self.api, key) if key is not None else None
        if key is not None and found is None:
            hint = did_you_mean(key, operation_keys(self.api))
            self._miss(("headline",), f"operation `{key}`", hint)
        return found.id if found is not None else None

    def definitions(self) -> Mapping[str, Definition]:
        """All definitions; without the choice of events where no call is to read webhooks."""
        chosen, found = self.config.webhooks, self.api.definitions
        if chosen != Webhooks() and EVENTS not in found:
            self._miss(("webhooks",), "a webhook that carries JSON", "the document has none")
        for key, detail in webhook_faults(chosen):
            self.report.add("E120", self.config.source("webhooks", key), detail)
        return {id: one for id, one in found.items() if id != EVENTS or not chosen.skip}

    def operation(self, operation: Operation, choice: OperationChoice, key: str) -> Operation:
        operation = replace(operation, parameters=tuple(self._parameters(operation)))
        if choice.stream is not None:
            operation = self._streaming(operation, choice.stream, key)
        variants = tuple(
            replace(variant, response=self._ending(variant.response)) for variant in operation.variants
        )
        response = self._ending(operation.response)
        if operation.pagination is None:
            response = self._unwrapped(response, choice.unwrap, key)
        return replace(
            operation,
            docs=_deprecated(operation.docs, choice.deprecated),
            variants=variants,
            response=response,
            positional=self._positional(operation, choice.positional, key),
            attempts=choice.retries if operation.retried else None,
            timeout=choice.timeout,
        )

    def _positional(
        self, operation: Operation, chosen: tuple[str, ...] | None, key: str
    ) -> tuple[str, ...] | None:
        """The path parameters that are given by place; what names another one is reported."""
        known = [one.name.wire for one in operation.parameters if one.place is Place.PATH]
        for wire in (wire for wire in chosen or () if wire not in known):
            detail = f"path parameter `{wire}` of `{key}`"
            self._miss(("operations", key, "positional"), detail, did_you_mean(wire, known))
        return tuple(wire for wire in chosen if wire in known) if chosen is not None else None

    def _miss(self, keys: tuple[str, ...], detail: str, hint: str) -> None:
        self.config.report_missing(self.report, keys, detail, hint)

    def schemes(self, known: tuple[AuthScheme, ...]) -> Iterator[AuthScheme]:
        """Security schemes with the client options that serve them."""
        by_wire = {scheme.name.wire: scheme for scheme in known}
        options: dict[str, dict[str, tuple[str, ...]]] = {}
        for option, choice in self.config.credentials.items():
            scheme = by_wire.get(choice.scheme)
            if scheme is None:
                hint = did_you_mean(choice.scheme, by_wire)
                self._miss(("credentials", option), f"security scheme `{choice.scheme}`", hint)
                continue
            options.setdefault(choice.scheme, {})[_part(scheme, choice)] = split_words(option)
        for scheme in known:
            chosen = options.get(scheme.name.wire, {})
            parts = ("username", "password") if scheme.kind is AuthKind.BASIC else ("",)
            yield replace(scheme, options=tuple(chosen.get(part, ()) for part in parts) if chosen else ())

    def _parameters(self, operation: Operation) -> Iterator[Parameter]:
        """All but the key of idempotency, which every call that changes something takes already."""
        key = (self.config.idempotency or "").lower()
        for one in operation.parameters:
            is_key = one.place is Place.HEADER and one.name.wire.lower() == key
            if not is_key or operation.method in _SAFE:
                yield self._parameter(one)

    def _parameter(self, parameter: Parameter) -> Parameter:
        """A list or an object in a query, written as the configuration says."""
        if parameter.place is not Place.QUERY or parameter.media_type:
            return parameter
        shape, arrays = _shape(self.api, parameter.type), self.config.arrays.query
        if shape is ListType and arrays in _EXPLODED:
            style = "indices" if arrays == "indices" else "form"
            return replace(parameter, style=style, explode=_EXPLODED[arrays])
        if shape is Model and self.config.objects.query == "brackets":
            return replace(parameter, style="deepObject", explode=True)
        if shape is Model and self.config.objects.query == "dots":
            return replace(parameter, style="dots", explode=arrays != "comma")
        return parameter

    def _ending(self, response: Response) -> Response:
        """A stream that ends and fails as all streams of the API do, where nothing else is said of it."""
        streaming = response.streaming
        if streaming is None or streaming.framing is not Framing.SSE:
            return response
        sentinel = streaming.sentinel if streaming.sentinel is not None else self.config.streams.sentinel
        error = streaming.error_field if streaming.error_field is not None else self.config.streams.error
        rules = tuple(
            EventRule(Handling(rule.handle), rule.event, rule.prefix) for rule in self.config.streams.events
        )
        ended = replace(streaming, sentinel=sentinel, error_field=error, rules=rules)
        return replace(response, streaming=ended)

    def _streaming(self, operation: Operation, choice: StreamChoice, key: str) -> Operation:
        """The variant that the switch asks for, with the chosen type of its events."""
        event = self._event(choice, key)
        if choice.always:
            answers = (operation.response, *(variant.response for variant in operation.variants))
            answer = next((one for one in answers if one.streaming is not None), operation.response)
            return replace(operation, response=_streamed(answer, event), variants=(), pagination=None)
        known = next((v for v in operation.variants if v.switch == choice.switch and v.value is True), None)
        if known is None and choice.switch not in _switches(self.api, operation):
            detail = f"parameter `{choice.switch}` of `{key}`"
            hint = did_you_mean(choice.switch, _switches(self.api, operation))
            self._miss(("operations", key, "stream"), detail, hint)
            return operation
        is_known = known is not None and known.response.streaming is not None
        answer = _streamed(known.response if known is not None and is_known else operation.response, event)
        if answer.streaming is None:
            return operation
        added = Variant(choice.switch, True, answer)
        others = tuple(variant for variant in operation.variants if variant is not known)
        return replace(operation, variants=(*others, added))

    def _event(self, choice: StreamChoice, key: str) -> Type | None:
        if not choice.event:
            return None
        found = find_type(self.api, choice.event)
        if found is None:
            names = [one.name.wire for one in self.api.definitions.values() if one.name.wire]
            hint = did_you_mean(choice.event, names)
            self._miss(("operations", key, "stream", "event"), f"type `{choice.event}`", hint)
            return None
        return RefType(found.id)

    def _unwrapped(self, response: Response, own: str, key: str) -> Response:
        """The answer as one of its fields, where the operation or the whole API says so."""
        fields = {part.name.wire: part for part in _fields(self.api, response.type)}
        if own and own not in fields:
            hint = did_you_mean(own, fields)
            self._miss(("operations", key, "unwrap"), f"field `{own}` of an answer", hint)
            return response
        wire = own or next((wire for wire in self.config.unwrap if _is_envelope(fields, wire)), "")
        return replace(response, type=fields[wire].type, unwrap=wire, example=None) if wire else response


def _streamed(answer: Response, event: Type | None) -> Response:
    """The answer as a stream of such events, or of its own; what is no stream sends its type."""
    streaming = answer.streaming
    found = event or (streaming.event if streaming is not None else answer.type)
    if found is None:
        return answer
    if streaming is not None:
        return replace(answer, type=found, streaming=replace(streaming, event=found))
    return Response(answer.statuses, "text/event-stream", found, answer.docs, Streaming(Framing.SSE, found))


def _deprecated(docs: Docs, said: str | bool) -> Docs:
    """What is said of a call, and that nobody should make it any more."""
    words = said if isinstance(said, str) else ""
    body = "\n\n".join(part for part in (docs.body.strip(), words) if part)
    return replace(docs, body=body, deprecated=True) if said else docs


def _part(scheme: AuthScheme, choice: CredentialChoice) -> str:
    return choice.part if scheme.kind is AuthKind.BASIC else ""


def _shape(api: Api, node: Type) -> type[ListType] | type[Model] | None:
    match node:
        case ListType():
            return ListType
        case MapType():
            return Model
        case NullableType(inner):
            return _shape(api, inner)
        case RefType(id):
            definition = api.definitions.get(id)
            if isinstance(definition, Alias):
                return _shape(api, definition.target)
            return Model if isinstance(definition, Model) else None
    return None


def _switches(api: Api, operation: Operation) -> tuple[str, ...]:
    """What may ask for a stream: the fields of the body, and the parameters."""
    model = operation.body.type if operation.body is not None else None
    inside = (part.name.wire for part in _fields(api, model))
    return (*inside, *(parameter.name.wire for parameter in operation.parameters))


def _fields(api: Api, node: Type | None) -> tuple[Field, ...]:
    definition = api.definitions.get(node.id) if isinstance(node, RefType) else None
    if isinstance(definition, Alias):
        return _fields(api, definition.target)
    return definition.fields if isinstance(definition, Model) else ()


def _is_envelope(fields: Mapping[str, Field], wire: str) -> bool:
    """Is the field all that the answer says? Constants beside it say nothing."""
    others: Iterable[Field] = (part for name, part in fields.items() if name != wire)
    return wire in fields and all(
        isinstance(part.type, LiteralType) and len(part.type.values) == 1 for part in others
    )
