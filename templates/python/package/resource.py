{% from "parts/imports.py" import imports %}
{% from "parts/resources.py" import resource %}
{{ view.summary|docstring }}

from __future__ import annotations
{{ imports(view.imports) }}
{% for constant in view.constants %}
{{ constant.name }} = {{ constant.value }}
{% endfor %}

{% for class in view.classes %}
{{ resource(class) }}

{% endfor %}
