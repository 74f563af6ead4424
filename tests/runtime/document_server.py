"""A server that answers as an OpenAPI document says, and checks every request against that document."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from email import message_from_bytes
from email.policy import HTTP
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.templating.paths.exceptions import PathError
from server import Answer, Received, Server, event_stream, json_answer
from werkzeug.datastructures import Headers, ImmutableMultiDict

_SOUND = b"RIFF$\x00\x00\x00WAVEfmt "


class _Checked:
    """A request in the form that the checker reads."""

    def __init__(self, received: Received, host: str) -> None:
        url = urlsplit(received.path)
        self.host_url = host
        self.path = url.path
        self.method = received.method.lower()
        self.body: bytes | None = received.body or None
        self.content_type = received.headers.get("content-type", "")
        if self.content_type.startswith(_FORM):
            self.body = json.dumps(_form_data(self.content_type, received.body)).encode()
            self.content_type = "application/json"
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(parse_qsl(url.query, keep_blank_values=True)),
            header=Headers(list(received.headers.items())),
        )


_FORM = "multipart/form-data"


def _form_data(content_type: str, body: bytes) -> dict[str, Any]:
    """A form as the JSON object that it stands for: files as text, lists by their brackets, numbers as numbers."""
    message = message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body, policy=HTTP)
    data: dict[str, Any] = {}
    for part in message.iter_parts():
        name = str(part.get_param("name", header="content-disposition"))
        value: Any = part.get_payload(decode=True).decode("latin-1")
        if part.get_filename() is None and re.fullmatch(r"-?\d+(\.\d+)?", value):
            value = json.loads(value)
        if name.endswith("[]"):
            data.setdefault(name[:-2], []).append(value)
        else:
            assert name not in data, f"{name} was sent twice"
            data[name] = value
    return data


def _checkable(node: Any) -> Any:
    """The document with forms described as JSON: the checker knows no open lists of values inside a form."""
    if isinstance(node, dict):
        return {("application/json" if key == _FORM else key): _checkable(part) for key, part in node.items()}
    return [_checkable(part) for part in node] if isinstance(node, list) else node


def checker_of(document: Mapping[str, Any]) -> OpenAPI:
    """What checks requests against a document."""
    return OpenAPI.from_dict(_checkable(dict(document)))


Override = Callable[[Received], Answer | None]


class DocumentServer(Server):
    """Answers with the example of each operation; a request that the document does not allow is a fault.

    `examples` holds the answers by operation id, as data or as an `Answer`; without one, the document's own
    example is used. `override` may answer a request itself.
    """

    def __init__(
        self,
        document: Mapping[str, Any],
        checker: OpenAPI,
        examples: Mapping[str, Any] | None = None,
        override: Override | None = None,
    ) -> None:
        self.document = document
        self.examples = dict(examples or {})
        self.override = override
        self.faults: list[str] = []
        self.called: list[str] = []
        self._checker = checker
        self._host = document["servers"][0]["url"]
        super().__init__(self._respond)

    def _respond(self, request: Received) -> Answer:
        checked = _Checked(request, self._host)
        try:
            self._checker.validate_request(checked)
        except PathError as problem:
            self.faults.append(f"{request.method} {request.path}: {problem}")
            chosen = self.override(request) if self.override is not None else None
            return chosen or json_answer({"error": {"message": "unknown path", "type": "not_found"}}, 404)
        except Exception as problem:
            cause = problem.__cause__ or problem
            self.faults.append(f"{request.method} {request.path}: {type(problem).__name__}: {cause}"[:2000])
        operation = self._operation(checked)
        self.called.append(operation["operationId"])
        chosen = self.override(request) if self.override is not None else None
        return chosen or self._example(operation)

    def _operation(self, checked: _Checked) -> Mapping[str, Any]:
        parts = checked.path.strip("/").split("/")
        for path, item in self.document["paths"].items():
            wanted = path.strip("/").split("/")
            fits = len(wanted) == len(parts) and all(
                pattern.startswith("{") or pattern == part
                for pattern, part in zip(wanted, parts, strict=True)
            )
            if fits and checked.method in item:
                return dict(item[checked.method])
        raise AssertionError(f"no operation for {checked.method} {checked.path}")

    def _example(self, operation: Mapping[str, Any]) -> Answer:
        known = self.examples.get(operation["operationId"])
        if isinstance(known, Answer):
            return known
        if known is not None:
            return json_answer(known)
        content = operation["responses"]["200"].get("content", {})
        media_type, media = min(content.items(), key=lambda item: "json" not in item[0])
        if "json" in media_type:
            return json_answer(media["example"])
        return Answer(body=_SOUND, content_type=media_type)


def read_document(path: Path) -> dict[str, Any]:
    """A YAML document, dates left as text."""
    from sdkloom.diagnostics import Report
    from sdkloom.load.read import parse, read_text

    report = Report()
    text = read_text(path, path.name, report)
    assert text is not None
    data = parse(text, report)
    assert isinstance(data, dict)
    return data


def chunks(*events: object, sentinel: str = "[DONE]") -> Answer:
    """Server-sent events with these payloads, and a sentinel behind them."""
    lines = [f"data: {json.dumps(event)}\n\n".encode() for event in events]
    return event_stream(*lines, f"data: {sentinel}\n\n".encode())


def named_events(*events: Mapping[str, Any]) -> Answer:
    """Server-sent events that are named after their `type`."""
    return event_stream(*(f"event: {e['type']}\ndata: {json.dumps(e)}\n\n".encode() for e in events))
