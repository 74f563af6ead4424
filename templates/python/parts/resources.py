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
{% macro resource(r) %}
class {{ r.name }}({{ r.base }}):
    {{ r.docs|docstring|indent }}

{{ children(r) }}
{% for m in r.methods %}
{{ method(m) }}
{% endfor %}
{% for w in r.webhooks %}
{{ webhooks(w) }}
{% endfor %}
{% endmacro %}
