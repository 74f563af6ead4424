{% from "parts/imports.py" import imports %}
"""Webhooks: what the service has signed is given as the event that it is, and nothing else is believed."""

from __future__ import annotations
{{ imports(view.imports) }}

{% for constant in view.constants %}
{{ constant.name }} = {{ constant.value }}

{% endfor %}
{% for test in view.tests %}

def {{ test.name }}(wire: Wire[{{ view.client }}]) -> None:
    payload = json.dumps({{ test.event }})

    result = wire.client.{{ view.call }}.unwrap(payload, {{ view.headers }}, key=SECRET)

{% for check in test.checks %}
    assert {{ check }}
{% endfor %}

{% endfor %}

def {{ view.forged_name }}(wire: Wire[{{ view.client }}]) -> None:
    payload = json.dumps({{ view.forged }})

    with pytest.raises(InvalidWebhookSignatureError):
        wire.client.{{ view.call }}.unwrap(f"{payload} ", {{ view.headers }}, key=SECRET)
