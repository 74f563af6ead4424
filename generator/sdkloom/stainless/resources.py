"""Which calls, models and streams does `resources` name?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdkloom.stainless.casing import Casing
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.endpoints import Endpoint, read_endpoint
from sdkloom.stainless.languages import Languages
from sdkloom.stainless.parts import Part

_COMPONENT = "#/components/schemas/"
_ROOTS = {"$shared", "$client"}

# Methods that make no requests, and what they are called here.
_WEBHOOKS = {"webhook_unwrap": "unwrap", "webhook_unsafe_unwrap": "unsafe_unwrap"}

# What of a resource, a method or a model concerns other programs than a generated SDK.
_ELSEWHERE = {
    "terraform": "there is no such target",
    "mcp": "there is no such target",
    "cli": "there is no such target",
    "skip_test_reason": "generated tests need no server",
    "docs": "it concerns a website",
    "custom": "code of one's own needs no generator",
}


_ALWAYS = "say it by `itemSchema` of its answer, in an overlay"


@dataclass(frozen=True, slots=True)
class Model:
    """A model that a resource names: where it is placed, its class and the schema that it means."""

    place: tuple[str, ...]
    name: str
    key: str

    @property
    def dotted(self) -> str:
        """The class behind its resource, as configuration writes it."""
        return ".".join((*self.place, self.name))


@dataclass(slots=True)
class Resources:
    """Translates the tree of resources; models come first, since streams mention them by their paths."""

    casing: Casing
    languages: Languages
    draft: Draft

    def translate(self, part: Part) -> None:
        """All resources, whatever their depth."""
        nodes = list(_resources(part, ()))
        models = {dotted: model for path, node in nodes for dotted, model in self._models(path, node)}
        for path, node in nodes:
            self._resource(path, node)
            methods = node.get("methods")
            for name, method in methods.items() if methods is not None else ():
                self._method(path, name, method, methods, models)

    def _resource(self, path: tuple[str, ...], node: Part) -> None:
        for key in ("subresources", "models", "methods"):
            node.get(key)
        self._leave_out(node, "resources", ".".join(path))
        if (said := node.get("description")) is not None:
            said.lose("the description of a resource", hint="describe its tag in an overlay")
        if (said := node.get("deprecated")) is not None:
            said.lose(
                "the deprecation of a resource", hint="set `deprecated` on its operations in an overlay"
            )
        _pass_over(node)

    def _models(self, path: tuple[str, ...], node: Part) -> Iterator[tuple[str, Model]]:
        models = node.get("models")
        place = () if path[0] in _ROOTS else path
        for name, chosen in models.items() if models is not None else ():
            key = self._schema(name, chosen, models)
            if not key:
                continue
            model = Model(place, self.casing.class_name(name), key)
            self.draft.add(chosen, model.dotted, "types", key, "name")
            if isinstance(chosen.value, Mapping):
                self._leave_out(chosen, "types", key)
                for lost in ("no_params_suffix", "param_model"):
                    if (said := chosen.get(lost)) is not None:
                        said.lose(f"`{lost}` of a model: a type that is sent has a form of its own")
                if (said := chosen.get("deprecated")) is not None:
                    said.lose(
                        "the deprecation of a model", hint="set `deprecated` on the schema in an overlay"
                    )
            yield ".".join((*path, name)), model

    def _schema(self, name: str, chosen: Part, models: Part | None) -> str:
        """The key of the schema that a model means: its name among the components, or its JSON pointer."""
        target, seen = chosen, {name}
        while isinstance(target.value, Mapping):
            kind, to = target.get("type"), target.get("to")
            if to is None or kind is None or kind.value != "alias":
                uri = target.get("openapi_uri")
                if uri is None:
                    chosen.refuse("a model names the schema that it means")
                    return ""
                target = uri
                break
            known = models.get(to.text()) if models is not None and to.text() not in seen else None
            if known is None:
                to.refuse("an alias means a model of the same resource")
                return ""
            seen.add(to.text())
            target = known
        written = target.text()
        if written.startswith("$") or (written and not re.fullmatch(r"#/\S+|[\w.\- ]+", written)):
            chosen.lose(f"a model found by the query `{written}`", hint="name its JSON pointer under `types`")
            return ""
        name = written.removeprefix(_COMPONENT)
        return written if "/" in name else name

    def _method(
        self,
        path: tuple[str, ...],
        name: str,
        method: Part,
        methods: Part | None,
        models: Mapping[str, Model],
    ) -> None:
        place = () if path[0] in _ROOTS else path
        call = ".".join((*place, name))
        if isinstance(method.value, Mapping) and (to := method.get("to")) is not None:
            self._former(call, method, to, methods)
            return
        if isinstance(method.value, Mapping) and str(method.value.get("type")) in _WEBHOOKS:
            self._webhooks(place, name, method)
            return
        endpoint = self._endpoint(method)
        if endpoint is None:
            return
        self.draft.add(method, call, "operations", endpoint.key, "call")
        if isinstance(method.value, Mapping):
            method.get("type")
            self._leave_out(method, "operations", endpoint.key)
            self._answer(endpoint.key, method, models)
            self._rest(endpoint, method)

    def _webhooks(self, place: tuple[str, ...], name: str, method: Part) -> None:
        """A method that reads webhooks: it says at which resource that is."""
        usual = _WEBHOOKS[str(method.value["type"]) if isinstance(method.value, Mapping) else ""]
        for key in ("type", "discriminator"):
            if (said := method.get(key)) is not None:
                said.settle()  # what tells events apart is found in the document
        if place:
            self.draft.put(method, ".".join(place), "webhooks", "resource")
        if not place or name != usual:
            method.lose(f"the call `{'.'.join((*place, name))}`", hint=f"`{usual}` of a resource does this")
        if (said := method.get("event_types")) is not None:
            said.lose("which events a webhook carries", hint="the document lists them under `webhooks`")
        _pass_over(method)

    def _former(self, call: str, method: Part, to: Part, methods: Part | None) -> None:
        """Another name of a method in the same resource, and perhaps a former one."""
        target = methods.get(to.text()) if methods is not None else None
        endpoint = self._endpoint(target) if target is not None and target.pointer != method.pointer else None
        if endpoint is None:
            to.refuse("an alias means a method of the same resource")
            return
        method.get("type")
        is_former = (said := method.get("deprecated")) is not None
        self.draft.add(method, call, "operations", endpoint.key, "aliases" if is_former else "call")
        if said is not None:
            said.settle()
        self._leave_out(method, "operations", endpoint.key)

    def _endpoint(self, method: Part) -> Endpoint | None:
        said = method if isinstance(method.value, str) else method.get("endpoint")
        endpoint = read_endpoint(said)
        if endpoint is None:
            method.refuse("a method names its endpoint, such as `get /models`")
        return endpoint

    def _answer(self, key: str, method: Part, models: Mapping[str, Model]) -> None:
        """Pages, streams, and the field that is answered in place of the whole."""
        if (paginated := method.get("paginated")) is not None and paginated.value is not True:
            named = paginated.value is False or bool(paginated.text())
            if named:
                self.draft.put(paginated, paginated.value, "operations", key, "pagination")
        if (unwrapped := method.get("unwrap_response")) is not None:
            if unwrapped.value is False:
                unwrapped.lose(
                    "an answer that is not to be unwrapped", hint="name the others under `operations`"
                )
            elif unwrapped.text():
                self.draft.put(unwrapped, unwrapped.text(), "operations", key, "unwrap")
        if (streaming := method.get("streaming")) is not None:
            self._stream(key, streaming, models)

    def _stream(self, key: str, streaming: Part, models: Mapping[str, Model]) -> None:
        if not isinstance(streaming.value, Mapping):
            if streaming.value is True:
                return
            streaming.lose("a stream that is to come as a whole")
            return
        switch, event = streaming.get("param_discriminator"), streaming.get("stream_event_model")
        if (named := streaming.get("params_type_name")) is not None:
            named.lose("the name of the type of a stream's arguments")
        if switch is None:  # a call that always streams, as the document says
            if event is not None:
                event.lose("the type of the events of a call that always streams", hint=_ALWAYS)
            streaming.get("param_discriminator")
            return
        said: dict[str, str] = {"switch": switch.text()}
        if event is not None:
            model = models.get(event.text())
            if model is None:
                event.refuse("events are of a model that some resource names")
                return
            said["event"] = model.key
        self.draft.put(streaming, dict(said), "operations", key, "stream")

    def _rest(self, endpoint: Endpoint, method: Part) -> None:
        if (said := method.get("deprecated")) is not None:
            self.draft.change(said, endpoint.query, update={"deprecated": True})
            said.settle()
        for lost, what in (
            ("body_param_name", "the name of an argument for a body"),
            ("positional_params", "which arguments have positions: those of the path have, in its order"),
        ):
            if (part := method.get(lost)) is not None:
                part.lose(what)
        if (part := method.get("default_request_options")) is not None:
            part.lose(
                "options of a single call",
                hint="write `timeout`, in seconds, and `retries` under `operations`",
            )
        _pass_over(method)

    def _leave_out(self, part: Part, section: str, key: str) -> None:
        """`skip` and `only`: left out of all languages that are generated, or of some of them."""
        skip, only = part.get("skip"), part.get("only")
        said = skip or only
        if said is None:
            return
        wanted = self.languages.skipped(skip, only)
        said.settle()
        if wanted == "all":
            self.draft.put(said, True, section, key, "skip")
        elif wanted == "some":
            said.lose(
                "what is left out of one language only",
                hint="generate that language with a configuration of its own",
            )


def _resources(part: Part, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Part]]:
    """Every resource with its path, outer ones first."""
    for name, node in part.items():
        if not isinstance(node.value, Mapping):
            node.refuse("a resource is an object")
            continue
        yield (*path, name), node
        below = node.get("subresources")
        if below is not None:
            yield from _resources(below, (*path, name))


def _pass_over(part: Part) -> None:
    for key, why in _ELSEWHERE.items():
        if (said := part.get(key)) is not None:
            said.pass_over(why)
