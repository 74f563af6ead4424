"""Which calls, pages and streams do the `methods` of resources name?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sdkloom.ir.base import Json
from sdkloom.stainless.casing import Casing
from sdkloom.stainless.client import put_timeout
from sdkloom.stainless.draft import Draft
from sdkloom.stainless.elsewhere import pass_over
from sdkloom.stainless.endpoints import Endpoint, read_endpoint
from sdkloom.stainless.languages import Languages
from sdkloom.stainless.models import Model
from sdkloom.stainless.names import plain_name
from sdkloom.stainless.parts import Part
from sdkloom.stainless.positions import Positions

# Methods that make no requests, and what they are called here.
_WEBHOOKS = {"webhook_unwrap": ("unwrap", "unsafe_unwrap"), "webhook_unsafe_unwrap": ("unsafe_unwrap",)}


@dataclass(slots=True)
class Methods:
    """Translates the methods of one resource after the other.

    `calls` leads from calls to what they call. `left_out` holds the endpoints of methods that no language
    has, and `kept` those of the others; `named` are types of what calls take, with the calls.
    """

    casing: Casing
    languages: Languages
    draft: Draft
    models: Mapping[str, Model]
    positions: Positions
    calls: dict[str, str] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    left_out: dict[str, Part] = field(default_factory=dict)
    named: dict[str, list[tuple[str, Part]]] = field(default_factory=dict)

    def translate(
        self, methods: Part, place: tuple[str, ...], former: Part | None, left_out: Part | None
    ) -> None:
        """The methods below a resource, which as a whole may be deprecated or left out."""
        for name, method in methods.items():
            if left_out is not None:
                self._without(method, left_out)
            elif isinstance(method.value, Mapping) and method.get("to") is not None:
                self._other(place, name, method, methods)
            elif isinstance(method.value, Mapping) and str(method.value.get("type")) in _WEBHOOKS:
                self._webhooks(place, name, method)
            else:
                self._request(place, name, method, former)

    def finish(self) -> None:
        """What was left out of all its methods is left out; a type has the name that one call alone says."""
        for key, said in self.left_out.items():
            if key not in self.kept:
                self.draft.put(said, True, "operations", key, "skip")
        for name, calls in self.named.items():
            for key, named in calls:
                if len(calls) == 1 and name:
                    self.draft.put(named, name, "operations", key, "arguments")
                else:
                    named.lose(f"the name `{name}` of what several calls take: each has a type of its own")

    def _deprecated(self, key: str, said: Part) -> None:
        """What is said of a call that nobody should make any more, perhaps in one language only."""
        said.settle()
        words = self.languages.words(said)
        if words:
            self.draft.put(said, words, "operations", key, "deprecated")

    def _without(self, method: Part, said: Part) -> None:
        method.settle()
        endpoint = read_endpoint(method if isinstance(method.value, str) else method.get("endpoint"))
        if endpoint is not None:
            self.left_out.setdefault(endpoint.key, said)

    def _request(self, place: tuple[str, ...], name: str, method: Part, former: Part | None) -> None:
        endpoint = self._endpoint(method)
        if endpoint is None:
            return
        if isinstance(method.value, Mapping):
            method.get("type")
            pass_over(method)
            if (said := self.languages.left_out(method)) is not None:
                self._without(method, said)
                return
        self._call(place, name, method, endpoint, "call")
        if (placed := self.positions.of(endpoint, method)) is not None:
            self.draft.put(method, placed, "operations", endpoint.key, "positional")
        own = method.get("deprecated") if isinstance(method.value, Mapping) else None
        if (said := own or former) is not None:
            self._deprecated(endpoint.key, said)
        if isinstance(method.value, Mapping):
            self._answer(endpoint.key, method)
            self._usual(endpoint.key, method)
            self._body(endpoint.key, method)

    def _call(self, place: tuple[str, ...], name: str, method: Part, endpoint: Endpoint, key: str) -> None:
        """The call of a method; where it cannot be called so, its operation is listed all the same."""
        written = plain_name(name)
        call = ".".join((*place, written))
        self.kept.add(endpoint.key)
        if not written:
            method.lose(f"the name `{name}` of a method, which cannot be one in code")
        elif not all(place):
            method.settle()
        elif self.calls.get(call, endpoint.key) != endpoint.key:
            method.lose(f"a second method that would be called `{call}`", hint=_renamed(endpoint))
        else:
            self.calls[call] = endpoint.key
            self.draft.add(method, call, "operations", endpoint.key, key)
            return
        self.draft.mention(method, "operations", endpoint.key)

    def _other(self, place: tuple[str, ...], name: str, method: Part, methods: Part) -> None:
        """Another name of a method in the same resource, and perhaps a former one."""
        to = method.get("to")
        target = methods.get(to.text()) if to is not None else None
        endpoint = self._endpoint(target) if target is not None and target.pointer != method.pointer else None
        if endpoint is None:
            (to or method).refuse("an alias means a method of the same resource")
            return
        method.get("type")
        pass_over(method)
        if (said := method.get("deprecated")) is not None:
            said.settle()
        if self.languages.left_out(method) is None:
            key = "call" if said is None or said.value is False else "aliases"
            self._call(place, name, method, endpoint, key)

    def _webhooks(self, place: tuple[str, ...], name: str, method: Part) -> None:
        """A method that reads webhooks: it says at which resource that is."""
        usual = _WEBHOOKS[str(method.value["type"]) if isinstance(method.value, Mapping) else ""]
        method.get("type")
        if (said := method.get("discriminator")) is not None:
            said.pass_over("what tells events apart is found in the document")
        if place:
            self.draft.put(method, ".".join(place), "webhooks", "resource")
        if not place or name not in usual:
            method.lose(
                f"the call `{'.'.join((*place, name))}`", hint=f"`{usual[0]}` of a resource does this"
            )
        if (said := method.get("event_types")) is not None:
            said.lose("which events a webhook carries", hint="the document lists them under `webhooks`")
        if (option := method.get("webhook_key_opt")) is not None and option.text():
            self.draft.put(option, option.text(), "webhooks", "option")
        pass_over(method)

    def _endpoint(self, method: Part) -> Endpoint | None:
        said = method if isinstance(method.value, str) else method.get("endpoint")
        endpoint = read_endpoint(said)
        if endpoint is None:
            method.refuse("a method names its endpoint, such as `get /models`")
        return endpoint

    def _answer(self, key: str, method: Part) -> None:
        """Pages, streams, and the field that is answered in place of the whole."""
        paginated = method.get("paginated")
        if paginated is not None and paginated.value is False:
            self.draft.put(paginated, False, "operations", key, "pagination")
        elif paginated is not None and paginated.value is not True and paginated.text():
            rule = plain_name(paginated.text()) or paginated.text()
            self.draft.put(paginated, rule, "operations", key, "pagination")
        if (unwrapped := method.get("unwrap_response")) is not None:
            if unwrapped.value is False:
                unwrapped.lose(
                    "an answer that is not to be unwrapped", hint="name the others under `operations`"
                )
            elif unwrapped.text():
                self.draft.put(unwrapped, unwrapped.text(), "operations", key, "unwrap")
        if (streaming := method.get("streaming")) is not None:
            self._stream(key, streaming)

    def _stream(self, key: str, streaming: Part) -> None:
        if not isinstance(streaming.value, Mapping):
            if streaming.value is not True:
                streaming.lose("a stream that is to come as a whole")
            return
        switch, event = streaming.get("param_discriminator"), streaming.get("stream_event_model")
        if (named := streaming.get("params_type_name")) is not None:
            self.named.setdefault(self.casing.class_name(named.text()), []).append((key, named))
        said: dict[str, Json] = {"always": True} if switch is None else {"switch": switch.text()}
        if event is not None:
            model = self.models.get(event.text())
            if model is None:
                event.refuse("events are of a model that some resource names")
                return
            said["event"] = model.key
        self.draft.put(streaming, dict(said), "operations", key, "stream")

    def _body(self, key: str, method: Part) -> None:
        """What the argument is called that is the body as a whole."""
        named = method.get("body_param_name")
        if named is not None and (written := plain_name(named.text())):
            self.draft.put(named, written, "operations", key, "body")
        elif named is not None:
            named.lose("the name of an argument, which cannot be one in code")

    def _usual(self, key: str, method: Part) -> None:
        """How long a call may take, and how often it is tried again, where nobody says."""
        options = method.get("default_request_options")
        if options is None:
            return
        if (limit := options.get("timeout")) is not None:
            put_timeout(limit, self.draft, "operations", key, "timeout")
        if (retries := options.get("max_retries")) is not None:
            self.draft.put(retries, retries.value, "operations", key, "retries")


def _renamed(endpoint: Endpoint) -> str:
    return f"choose another call under `operations`, e.g. `{endpoint.key}: …`"
