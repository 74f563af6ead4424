{% from "parts/webhooks.ts" import webhooks %}
{% macro children(r) %}
{% for c in r.children %}
readonly {{ c.attribute }}: {{ c.class_name }} = new {{ c.class_name }}({{ caller() }});
{% endfor %}
{% for c in r.former %}

{{ c.docs|jsdoc }}
get {{ c.attribute }}(): {{ c.class_name }} {
return new {{ c.class_name }}({{ caller() }});
}
{% endfor %}
{% endmacro %}
{% macro method(m) %}
{% for s in m.overloads %}
{{ s.docs|jsdoc }}
{{ m.name }}({{ s.parameters }}): {{ s.returns }};
{% endfor %}
{% if not m.has_overloads %}
{{ m.docs|jsdoc }}
{% endif %}
{{ m.name }}({{ m.signature.parameters }}): {{ m.signature.returns }} {
{% for line in m.statements %}
{{ line }}
{% endfor %}
return {{ m.request }};
}

{% endmacro %}
{% macro methods(r) %}
{% for m in r.methods %}
{{ method(m) }}
{% endfor %}
{% endmacro %}
{% macro resource(r) %}
{{ r.docs|jsdoc }}
export class {{ r.name }} extends APIResource {
{% call children(r) %}this._client{% endcall %}

{{ methods(r) }}
{% for w in r.webhooks %}
{{ webhooks(w) }}
{% endfor %}
}

{% endmacro %}
