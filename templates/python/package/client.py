{% from "parts/imports.py" import imports %}
{% from "parts/resources.py" import children, proxies, proxy %}
{% from "parts/methods.py" import method %}
{{ view.summary|docstring }}

from __future__ import annotations
{{ imports(view.imports) }}

{% for client in view.classes %}
class {{ client.name }}({{ client.base }}):
    {{ client.docs|docstring|indent }}

    def __init__(
        self,
        *,
{% for credential in view.credentials %}
        {{ credential.name }}: str | None = None,
{% endfor %}
        base_url: str | None = None,
        timeout: float | Timeout | None | NotGiven = not_given,
        max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        http_client: {{ client.http_client }} | None = None,
    ) -> None:
        """Make a client; an option that is not given comes from the environment, where a variable is named.

        Args:
{% for credential in view.credentials %}
            {{ credential.name }}: A credential; by default the value of {{ credential.variable|inline_code }}.
{% endfor %}
            base_url: Where the API is found.
            timeout: Seconds that each attempt may take, or a `Timeout`; `None` waits forever.
            max_retries: How often a failed request is sent again.
            default_headers: Headers of every request.
            default_query: Query parameters of every request.
            http_client: An HTTP client of your own; it stays yours to close.
        """
        super().__init__(
            SETTINGS,
            credentials={
{% for credential in view.credentials %}
                {{ credential.name|quote }}: {{ credential.name }},
{% endfor %}
            },
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            default_headers=default_headers,
            default_query=default_query,
            http_client=http_client,
        )
{% for credential in view.credentials %}

    @property
    def {{ credential.name }}(self) -> str | None:
        """The credential in use."""
        return self._credential({{ credential.name|quote }})
{% endfor %}

{{ children(client.resource) }}
{{ proxies(client.resource) }}
{% for m in client.resource.methods %}
{{ method(m) }}
{% endfor %}


{{ proxy(client.resource.raw_name, client.resource, client.resource.raw_children, client.resource.raw_wrapper, client.resource.raw_property) }}
{{ proxy(client.resource.streaming_name, client.resource, client.resource.streaming_children, client.resource.streaming_wrapper, client.resource.streaming_property) }}
{% endfor %}
