{% from "parts/imports.py" import imports %}
{{ view.summary|docstring }}
{% if view.has_former %}

# Former calls have whole responses as well.
# pyright: reportDeprecated=false
{% endif %}

from __future__ import annotations
{{ imports(view.imports) }}

{% for proxy in view.classes %}
class {{ proxy.name }}:
    {{ proxy.docs|docstring|indent }}

    def __init__(self, resource: {{ proxy.resource }}) -> None:
{% if proxy.keeps_resource %}
        self._resource = resource
{% endif %}
{% for method in proxy.methods %}
        self.{{ method }}: Final = {{ proxy.wrapper }}(resource.{{ method }})
{% endfor %}
{% for child in proxy.children %}

    @cached_property
    def {{ child.attribute }}(self) -> {{ child.annotation }}:
        return self._resource.{{ child.attribute }}.{{ proxy.property }}
{% endfor %}

{% endfor %}
