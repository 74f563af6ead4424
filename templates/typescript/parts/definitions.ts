{% macro fields(d) %}
{% for f in d.fields %}
{% if f.has_docs %}

{{ f.docs|jsdoc }}
{% endif %}
{{ f.name }}: {{ f.type }};
{% endfor %}
{% endmacro %}
{% macro plain(d) %}
{% if d.has_docs %}
{{ d.docs|jsdoc }}
{% endif %}
{% if d.is_interface %}
export interface {{ d.name }} {
{{ fields(d) }}
}
{% else %}
export type {{ d.name }} = {{ d.target }};
{% endif %}

{% endmacro %}
{% macro definition(d) %}
{{ plain(d) }}
{% if d.has_inner %}
export namespace {{ d.name }} {
{% for inner in d.inner %}
{{ plain(inner) }}
{% endfor %}
}

{% endif %}
{% endmacro %}
