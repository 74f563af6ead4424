{% from "parts/imports.py" import imports %}
{% from "parts/resources.py" import children %}
{% from "parts/methods.py" import method %}
{{ view.summary|docstring }}

from __future__ import annotations
{{ imports(view.imports) }}
{% for constant in view.constants %}
{{ constant.name }} = {{ constant.value }}
{% endfor %}

{% for client in view.classes %}
class {{ client.name }}({{ client.base }}, {{ client.resource.proxies }}):
    {{ client.docs|docstring|indent }}

    def __init__(
        self,
        *,
{% for credential in view.credentials %}
        {{ credential.name }}: str | None = None,
{% endfor %}
{% for option in view.options %}
        {{ option.name }}: {{ option.annotation }} | None = None,
{% endfor %}
{% if view.has_servers %}
        environment: Literal[{{ view.environments }}] | None = None,
{% endif %}
        base_url: str | None = None,
        timeout: float | Timeout | None | NotGiven = not_given,
        deadline: float | None = None,
        max_retries: int = {{ view.max_retries }},
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: {{ client.http_client }} | None = None,
        http_auth: object = None,
        strict_validation: bool = False,
        before_request: Hook | None = None,
        after_response: Hook | None = None,
    ) -> None:
        {{ client.options|docstring|indent(8) }}
        super().__init__(
            SETTINGS,
            credentials={{ view.given_credentials }},
{% if view.has_options %}
            options={{ view.given_options }},
{% endif %}
{% if view.has_servers %}
            base_url=base_url or (None if environment is None else SERVERS[environment]),
{% else %}
            base_url=base_url,
{% endif %}
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
            http_auth=http_auth,
            strict_validation=strict_validation,
            before_request=before_request,
            after_response=after_response,
        )
{% for credential in view.credentials %}
{% if credential.has_property %}

    @property
    def {{ credential.name }}(self) -> str | None:
        """The credential in use."""
        return self._credential({{ credential.name|quote }})
{% endif %}
{% endfor %}
{% for option in view.options %}
{% if option.has_property %}

    @property
    def {{ option.name }}(self) -> {{ option.returns }}:
        """The value in use."""
        value: {{ option.returns }} = self._option({{ option.name|quote }})
        return value
{% endif %}
{% endfor %}

{{ children(client.resource) }}
{% for m in client.resource.methods %}
{{ method(m) }}
{% endfor %}

{% endfor %}
