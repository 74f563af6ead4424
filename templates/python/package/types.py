{% from "parts/imports.py" import imports %}
{% from "parts/definitions.py" import model, typed_dict, alias %}
{{ view.summary|docstring }}

from __future__ import annotations
{{ imports(view.imports) }}

{% for definition in view.definitions %}
{% if definition.is_model %}
{{ model(definition) }}
{% endif %}
{% if definition.is_typed_dict %}
{{ typed_dict(definition) }}
{% endif %}
{% if definition.is_alias %}
{{ alias(definition) }}
{% endif %}
{% endfor %}
