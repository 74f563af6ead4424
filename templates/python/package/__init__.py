{{ view.summary|docstring }}

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import types as types
{% for export in view.exports %}
    from {{ export.module }} import {{ export.origin }} as {{ export.name }}
{% endfor %}

__version__ = {{ view.version|quote }}

__all__ = [
{% for export in view.exports %}
    {{ export.name|quote }},
{% endfor %}
    "types",
]

# Where each name is found: nothing is loaded before it is asked for, so that importing this package costs next to nothing.
_HOMES = {
{% for export in view.exports %}
    {{ export.name|quote }}: ({{ export.module_text|quote }}, {{ export.origin|quote }}),
{% endfor %}
}


def __getattr__(name: str) -> object:
    if name in {"types", "resources"}:
        return import_module(f".{name}", __name__)
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, origin = _HOMES[name]
    value: object = getattr(import_module(module, __name__), origin)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
