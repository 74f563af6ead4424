"""How are the proxies of a resource written, whose calls answer with responses as a whole?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.ir.api import Resource
from sdkloom.name.call import ResourcePath
from sdkloom.name.spell import Identifier
from sdkloom.targets.base import Code, Import, collect_needs
from sdkloom.targets.python.imports import import_block
from sdkloom.targets.python.spelled import resource_attribute, resource_class, resource_module
from sdkloom.targets.python.views import ProxiedChildView, ProxyModuleView, ProxyView

# The kinds of proxies: class, function of the runtime, property of the resource, and what calls answer.
_KINDS = (
    ("Raw", "raw", "with_raw_response", ", answering with the HTTP response as a whole"),
    (
        "Streamed",
        "streamed",
        "with_streaming_response",
        " as context managers, answering with a response whose body is not read yet",
    ),
)
_IMPORTED = frozenset({"raw", "streamed", "async_raw", "async_streamed", "cached_property"})
_NAMES = frozenset(f"{prefix}{name}" for prefix in ("", "Async") for name, *_ in _KINDS)


def has_proxies(node: Resource) -> bool:
    """Are requests made at this resource or below it? A client has proxies whatever it makes."""
    is_root = not node.name.wire
    return (
        is_root or bool(node.operations or node.others or node.former) or any(map(has_proxies, node.children))
    )


def proxies_base(path: ResourcePath, is_async: bool) -> Code:
    """The base that gives a resource, or the client, its proxies."""
    *folder, module = _module(path, False)
    prefix = "Async" if is_async else ""
    return Code(
        f"WithResponses[{', '.join(f'proxies.{prefix}{name}' for name, *_ in _KINDS)}]",
        frozenset(
            {
                Import("._core.resource", "WithResponses"),
                Import("." + ".".join(folder), f"{module} as proxies" if path else "proxies"),
            }
        ),
    )


def proxy_file(path: ResourcePath, node: Resource) -> str:
    """Where the proxies of a resource are, below the package; those of the client have no path."""
    return f"{'/'.join(_module(path, not path or bool(node.children)))}.py"


def proxies_view(
    path: ResourcePath, node: Resource, methods: Mapping[Identifier, bool], client: Identifier
) -> ProxyModuleView:
    """The proxies of a resource, or of the client, which has no path; `methods` tells which are former."""
    own = _module(path, not path or bool(node.children))
    names = tuple(methods)
    classes = tuple(
        _proxy(path, node, names, client, kind, prefix) for prefix in ("", "Async") for kind in _KINDS
    )
    needs = collect_needs(classes)
    if names:
        needs |= {Import("typing", "Final")}
        needs |= {Import("._core.resource", str(view.wrapper)) for view in classes}
    if any(view.children for view in classes):
        needs |= {Import("functools", "cached_property")}
    called = ".".join(("client", *("_".join(words) for words in path)))
    return ProxyModuleView(
        f"The calls of `{called}`, answering with whole responses.",
        import_block(needs, own),
        classes,
        any(methods.values()),
    )


def _module(path: ResourcePath, is_package: bool) -> tuple[Identifier, ...]:
    """Beside the resource; a package must not hold a module of a name that it imports."""
    parts = (
        Identifier(f"{part}_") if part in _IMPORTED else part for part in resource_module(path, is_package)
    )
    return (Identifier("proxies"), *tuple(parts)[1:])


def _proxy(
    path: ResourcePath,
    node: Resource,
    methods: tuple[Identifier, ...],
    client: Identifier,
    kind: tuple[str, str, str, str],
    prefix: str,
) -> ProxyView:
    name, wrapper, property, answer = kind
    plain = f"{prefix}{resource_class(path) if path else client}"
    home = "." + ".".join(resource_module(path, False)) if path else "._client"
    children = tuple(_children(path, node, prefix, name, plain))
    return ProxyView(
        name=Identifier(f"{prefix}{name}"),
        docs=f"The calls of `{plain}`{answer}.",
        resource=_imported(home, plain, f"{plain}Resource" if plain in _NAMES else plain),
        keeps_resource=bool(children) or not methods,
        wrapper=Identifier(f"async_{wrapper}" if prefix else wrapper),
        methods=methods,
        property=Identifier(property),
        children=children,
    )


def _children(
    path: ResourcePath, node: Resource, prefix: str, proxy: str, taken: str
) -> Iterator[ProxiedChildView]:
    """The proxies of the resources below one, those under former names among them."""
    below = [(*path, child.name.words) for child in node.children if has_proxies(child)]
    listed = [(place, place) for place in below]
    listed += [((*path, found.words), found.path) for found in node.former]
    named = {resource_class(place) for place in below}
    for seen, place in listed:
        plain = resource_class(place)
        is_moved = place != seen and plain in named
        alias = f"{'Moved' if is_moved else ''}{prefix}{plain}{proxy}"
        alias = f"Child{alias}" if alias == taken or alias in _NAMES else alias
        module = "." + ".".join(_module(place, False))
        yield ProxiedChildView(resource_attribute(seen), _imported(module, f"{prefix}{proxy}", alias))


def _imported(module: str, name: str, alias: str) -> Code:
    needed = name if alias == name else f"{name} as {alias}"
    return Code(alias, frozenset({Import(module, needed, typing_only=True)}))
