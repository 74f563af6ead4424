{{ view.summary|docstring }}
{% if view.has_exports %}

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
{% for export in view.exports %}
    from {{ export.module }} import {{ export.origin }} as {{ export.name }}
{% endfor %}

__all__ = [
{% for export in view.exports %}
    {{ export.name|quote }},
{% endfor %}
]

{% if view.has_folders %}
FOLDERS = ({% for folder in view.folders %}{{ folder|quote }}, {% endfor %})

{% endif %}
# Where each name is found: types load when they are asked for.
_HOMES = {
{% for export in view.exports %}
    {{ export.name|quote }}: ({{ export.module_text|quote }}, {{ export.origin|quote }}),
{% endfor %}
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, origin = _HOMES[name]
    value: object = getattr(import_module(module, __name__), origin)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
{% endif %}
