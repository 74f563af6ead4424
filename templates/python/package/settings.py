{% from "parts/imports.py" import imports %}
"""What the runtime is told about this API."""

from __future__ import annotations
{{ imports(view.imports) }}

{% if view.has_servers %}
SERVERS = {
{% for server in view.servers %}
    {{ server.name|quote }}: {{ server.url|quote }},
{% endfor %}
}

{% endif %}
SETTINGS = Settings(
    package={{ view.package|quote }},
    version={{ view.version|quote }},
    title={{ view.title|quote }},
{% if view.has_base_url %}
    base_url={{ view.base_url|quote }},
{% endif %}
    variables={
{% for entry in view.variables %}
        {{ entry.name|quote }}: {{ entry.value }},
{% endfor %}
{% for credential in view.credentials %}
        {{ credential.name|quote }}: {{ credential.variable|quote }},
{% endfor %}
    },
    auth=({% for scheme in view.auth %}{{ scheme }}, {% endfor %}),
    security={{ view.security }},
    retry=RetryPolicy(
{% for entry in view.retry %}
        {{ entry.name }}={{ entry.value }},
{% endfor %}
    ),
{% if view.has_errors %}
    errors={
{% for error in view.errors %}
        {{ error.status }}: {{ error.name }},
{% endfor %}
    },
{% endif %}
{% if view.has_headers %}
    headers={{ view.headers }},
{% endif %}
{% if view.has_timeout %}
    timeout={{ view.timeout }},
{% endif %}
{% if view.has_max_retries %}
    max_retries={{ view.max_retries }},
{% endif %}
{% if view.has_idempotency %}
    idempotency_header={{ view.idempotency|quote }},
{% endif %}
{% if view.has_no_calls %}
    has_calls=False,
{% endif %}
{% if view.has_error_type %}
    error_type=({{ view.error_module|quote }}, {{ view.error_name|quote }}),
{% endif %}
{% if view.has_options %}
    options=({% for option in view.options %}{{ option }}, {% endfor %}),
{% endif %}
)
