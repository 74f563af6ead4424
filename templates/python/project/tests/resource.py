{% from "parts/imports.py" import imports %}
{{ view.summary|docstring }}

from __future__ import annotations
{{ imports(view.imports) }}

{% for constant in view.constants %}
{{ constant.name }} = {{ constant.value }}

{% endfor %}
{% for test in view.tests %}

def {{ test.name }}(wire: Wire[{{ view.client }}]) -> None:
{% if test.is_paged %}
    wire.{{ test.answer }}
    page = {{ test.first }}

{% endif %}
    wire.{{ test.answer }}

{% if test.fails %}
    with pytest.raises({{ test.error }}) as failure:
        {{ test.call }}

{% else %}
    result = {{ test.call }}

{% endif %}
    expected = {{ test.request }}
    assert wire.request == expected
{% for check in test.checks %}
    assert {{ check }}
{% endfor %}

{% endfor %}
