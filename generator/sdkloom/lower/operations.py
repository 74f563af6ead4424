"""What can be called?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sdkloom.ir.api import AuthScheme, Omission, Operation, Server
from sdkloom.ir.base import Default, Docs, Json, Name, escape
from sdkloom.ir.options import ClientOption, Destination
from sdkloom.ir.types import Scalar
from sdkloom.lower.auth import lower_scopes, lower_security
from sdkloom.lower.bodies import lower_body
from sdkloom.lower.chosen import chosen_call
from sdkloom.lower.docs import lower_docs
from sdkloom.lower.errors import lower_errors
from sdkloom.lower.extensions.table import IGNORED, NEVER_RETRIED, SAMPLES
from sdkloom.lower.paging import Paging
from sdkloom.lower.parameters import lower_parameters
from sdkloom.lower.responses import lower_responses
from sdkloom.lower.schemas import Schemas
from sdkloom.lower.site import Site
from sdkloom.name.words import split_words

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*://")  # capitals or not: it is the same one


Found = Operation | Omission
"""An operation, or that it was left out."""


def lower_operations(
    schemas: Schemas, auth: tuple[AuthScheme, ...], paging: Paging
) -> tuple[tuple[Operation, ...], tuple[Omission, ...]]:
    """Every operation of every path, in document order, and those that the document says to leave out.

    A path item may be a reference.
    """
    paths = schemas.document.root.get("paths")
    found = [
        one
        for path, item in (paths.items() if isinstance(paths, Mapping) else ())
        for one in _path_operations(schemas, str(path), item, f"#/paths/{escape(str(path))}", auth, paging)
    ]
    operations = tuple(one for one in found if isinstance(one, Operation))
    return operations, tuple(one for one in found if isinstance(one, Omission))


def is_left_out(schemas: Schemas, node: Mapping[str, Json], pointer: str) -> bool:
    """Does the document say that clients have no such operation? It is named in a note."""
    ignored = IGNORED.said(node)
    if ignored is not None:
        schemas.report.add("N212", schemas.document.source(pointer), f"`{ignored.keyword}`")
    return ignored is not None


def _path_operations(
    schemas: Schemas, path: str, item: Json, pointer: str, auth: tuple[AuthScheme, ...], paging: Paging
) -> Iterator[Found]:
    if not isinstance(item, Mapping):
        return
    target = item.get("$ref")
    if isinstance(target, str):
        base = schemas.resolve(target)
        merged = {
            **(base if isinstance(base, Mapping) else {}),
            **{k: v for k, v in item.items() if k != "$ref"},
        }
        yield from _path_operations(schemas, path, merged, target, auth, paging)
        return
    taken: set[str] = set()
    for method, node, at in _methods(item, pointer):
        if not isinstance(node, Mapping):
            continue
        if method.lower() in taken:
            detail = f"`{method.upper()}` stands twice under one path; the first one counts"
            schemas.report.add("W201", schemas.document.source(at), detail)
            yield Omission(f"#/paths/{escape(path)}/{at.rsplit('/', 1)[-1]}", "W201")
            continue
        taken.add(method.lower())
        if is_left_out(schemas, node, at):
            yield Omission(f"#/paths/{escape(path)}/{at.rsplit('/', 1)[-1]}", "N212")
        else:
            site = Site(at, None, ())
            operation = _lower_operation(schemas, path, method, node, site, item, pointer, auth)
            yield paging.paged(operation, item, node, site)


def _methods(item: Mapping[str, Json], pointer: str) -> Iterator[tuple[str, Json, str]]:
    for key, node in item.items():
        if str(key).lower() in METHODS:
            yield str(key).lower(), node, f"{pointer}/{key}"
    additional = item.get("additionalOperations")
    for key, node in additional.items() if isinstance(additional, Mapping) else ():
        yield str(key), node, f"{pointer}/additionalOperations/{escape(str(key))}"


def _lower_operation(
    schemas: Schemas,
    path: str,
    method: str,
    node: Mapping[str, Json],
    site: Site,
    item: Mapping[str, Json],
    item_pointer: str,
    auth: tuple[AuthScheme, ...],
) -> Operation:
    wire = str(node.get("operationId") or "")
    body = lower_body(schemas, node, site)
    parameters = lower_parameters(schemas, item, node, path, site, item_pointer)
    response, variants = lower_responses(schemas, node, body, parameters, site)
    tags = node.get("tags")
    return Operation(
        id=f"{method} {path}",
        name=Name(wire, split_words(wire) if wire else split_words(f"{method} {path}")),
        method=method,
        path=path,
        tags=tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
        parameters=parameters,
        body=body,
        response=response,
        variants=variants,
        errors=lower_errors(schemas, node, site),
        security=lower_security(node.get("security"), auth) if "security" in node else None,
        scopes=lower_scopes(node.get("security"), auth),
        servers=lower_servers(node.get("servers") or item.get("servers")),
        docs=lower_docs(node),
        source=schemas.document.source(site.pointer),
        samples=SAMPLES.of(node) or (),
        chosen=chosen_call(node),
        retried=not NEVER_RETRIED.of(node),
    )


def lower_servers(node: Json) -> tuple[Server, ...]:
    """Base URLs with their variables replaced by the defaults."""
    found = []
    for server in node if isinstance(node, list) else ():
        if isinstance(server, Mapping) and isinstance(server.get("url"), str):
            template = url = _SCHEME.sub(lambda scheme: scheme[0].lower(), str(server["url"]))
            variables = tuple(_server_variables(server.get("variables"), url))
            for variable in variables:
                default = variable.default.value if variable.default is not None else ""
                url = url.replace(f"{{{variable.parameter}}}", str(default))
            docs = Docs(body=lower_docs(server).body)
            found.append(Server(url, docs, template=template if variables else "", variables=variables))
    return tuple(found)


def _server_variables(node: Json, url: str) -> Iterator[ClientOption]:
    """The variables of a server that its address has a place for."""
    for key, variable in node.items() if isinstance(node, Mapping) else ():
        wire = str(key)
        if not isinstance(variable, Mapping) or f"{{{wire}}}" not in url:
            continue
        values = variable.get("enum")
        allowed = tuple(map(str, values)) if isinstance(values, list) else ()
        default = str(variable.get("default", ""))
        yield ClientOption(
            Name(wire, split_words(wire)),
            Destination.SERVER,
            wire,
            Scalar.STRING,
            lower_docs(variable),
            # A default that is none of the values would make every client fail.
            allowed if default in allowed else (),
            Default(default),
        )
