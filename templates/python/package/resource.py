{% from "parts/imports.py" import imports %}
{% from "parts/resources.py" import resource, both_proxies %}
{{ view.summary|docstring }}

from __future__ import annotations
{{ imports(view.imports) }}

{% for class in view.classes %}
{{ resource(class) }}

{% endfor %}
{% for class in view.classes %}
{{ both_proxies(class) }}

{% endfor %}
