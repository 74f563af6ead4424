"""Which parts of the runtime does a package have?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sdkloom.targets.python.views import ClientView, ResourceModuleView, SettingsView, TypeModuleView

Importing = ClientView | ResourceModuleView | SettingsView | TypeModuleView

# The parts that only some packages have: by the module that generated files import, all modules with their
# public names. The rest of the runtime is in every package and imports none of these, since a call to a path
# that the document lacks may send files, take bytes, and answer any type.
_PARTS: Mapping[str, Mapping[str, str]] = {
    "streaming": {"streaming": "Stream AsyncStream StreamError", "sse": "", "events": ""},
    "pages": {"pages": "PageOf AsyncPageOf ListPageOf AsyncListPageOf AsyncPager", "page_rules": ""},
    "oauth": {"oauth": ""},
    "deprecation": {"deprecation": ""},
    "digests": {"digests": ""},
    "webhooks": {"webhooks": "InvalidWebhookSignatureError InvalidWebhookPayloadError"},
}


def used_modules(views: Iterable[Importing]) -> dict[str, str]:
    """The modules of the parts that files of a package import, with their public names."""
    named = {module for view in views for module in view.imports.modules}
    used = [modules for part, modules in _PARTS.items() if f"._core.{part}" in named]
    return {module: names for modules in used for module, names in modules.items()}


def unused_files(used: Iterable[str]) -> frozenset[str]:
    """The files of the runtime that a package without the other parts does not have."""
    every = {module for modules in _PARTS.values() for module in modules}
    return frozenset(f"{module}.py" for module in every.difference(used))
