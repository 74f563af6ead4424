{% macro field(f) %}
{% if f.stands_apart %}

{% endif %}
    {{ f.name }}: {{ f.annotation }}{{ f.default }}
{% if f.has_docs %}
    {{ f.docs|docstring|indent }}

{% endif %}
{% endmacro %}
{% macro class_body(d) %}
{% if d.has_docs %}
    {{ d.docs|docstring|indent }}

{% endif %}
{% for f in d.fields %}
{{ field(f) }}{% endfor %}
{% if d.is_empty %}
    pass
{% endif %}
{% for f in d.former %}

    @{{ f.property }}
    @{{ f.mark }}({{ f.message|quote }})
    def {{ f.name }}(self) -> {{ f.annotation }}:
        return self.{{ f.now }}
{% endfor %}
{% endmacro %}
{% macro model(d) %}
@dataclass(kw_only=True, slots=True)
class {{ d.name }}({{ d.base }}):
{{ class_body(d) }}
{% endmacro %}
{% macro typed_dict(d) %}
{% if d.has_odd_keys %}
{{ d.odd_name }} = TypedDict({{ d.odd_name|quote }}, {
{% for key in d.odd_keys %}
    {{ key.key|quote }}: {{ key.annotation }},
{% endfor %}
}, total=False)

{% endif %}
class {{ d.name }}({{ d.base }}, total=False):
{{ class_body(d) }}
{% endmacro %}
{% macro alias(d) %}
{{ d.name }}: TypeAlias = {{ d.target }}
{% if d.has_docs %}
{{ d.docs|docstring }}
{% endif %}
{% endmacro %}
