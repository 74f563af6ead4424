{{ view.summary|docstring }}
{% if view.has_exports %}

from __future__ import annotations

from typing import TYPE_CHECKING

from {{ view.core }} import lazily

if TYPE_CHECKING:
{% for line in view.imports %}
    {{ line }}
{% endfor %}

{% if view.has_version %}
__version__ = {{ view.version|quote }}

{% endif %}
__all__ = [
{% for export in view.exports %}
    {{ export.name|quote }},
{% endfor %}
]
{% if view.has_folders %}
FOLDERS = ({% for folder in view.folders %}{{ folder|quote }}, {% endfor %})
{% endif %}

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
{% for export in view.exports %}
            {{ export.name|quote }}: {{ export.home|quote }},
{% endfor %}
        },
{% if view.has_former %}
        former={
{% for name in view.former %}
            {{ name.name|quote }}: {{ name.message|quote }},
{% endfor %}
        },
{% endif %}
    )


def __dir__() -> list[str]:
    return list(__all__)
{% endif %}
