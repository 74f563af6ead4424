{% from "parts/methods.py" import method %}
{% from "parts/webhooks.py" import webhooks %}
{% macro children(r) %}
{% for c in r.children %}
    @cached_property
    def {{ c.attribute }}(self) -> {{ c.annotation }}:
        from {{ c.path }} import {{ c.class_name }}

        return {{ c.class_name }}(self._client)

{% endfor %}
{% for c in r.former %}
    @{{ c.property }}
    @{{ c.mark }}({{ c.message|quote }})
    def {{ c.attribute }}(self) -> {{ c.annotation }}:
        from {{ c.path }} import {{ c.class_name }}

        return {{ c.class_name }}(self._client)

{% endfor %}
{% endmacro %}
{% macro proxies(r) %}
    @cached_property
    def with_raw_response(self) -> {{ r.raw_name }}:
        """The same calls, answering with the HTTP response as a whole."""
        return {{ r.raw_name }}(self)

    @cached_property
    def with_streaming_response(self) -> {{ r.streaming_name }}:
        """The same calls as context managers, answering with a response whose body is not read yet."""
        return {{ r.streaming_name }}(self)

{% endmacro %}
{% macro proxy(name, r, children, wrapper, property) %}
class {{ name }}:
    def __init__(self, resource: {{ r.name }}) -> None:
        self._resource = resource
{% for m in r.methods %}
        self.{{ m.name }}: Final = {{ wrapper }}(resource.{{ m.name }})
{% endfor %}
{% for c in children %}

    @cached_property
    def {{ c.attribute }}(self) -> {{ c.annotation }}:
        return self._resource.{{ c.attribute }}.{{ property }}
{% endfor %}

{% endmacro %}
{% macro resource(r) %}
class {{ r.name }}({{ r.base }}):
    {{ r.docs|docstring|indent }}

{{ children(r) }}
{% if r.has_proxies %}
{{ proxies(r) }}
{% endif %}
{% for m in r.methods %}
{{ method(m) }}
{% endfor %}
{% for w in r.webhooks %}
{{ webhooks(w) }}
{% endfor %}
{% endmacro %}
{% macro both_proxies(r) %}
{% if r.has_proxies %}
{{ proxy(r.raw_name, r, r.raw_children, r.raw_wrapper, r.raw_property) }}
{{ proxy(r.streaming_name, r, r.streaming_children, r.streaming_wrapper, r.streaming_property) }}
{% endif %}
{% endmacro %}
