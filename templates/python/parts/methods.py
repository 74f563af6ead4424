{% macro signature(m, s) %}
{% if m.is_async %}async {% endif %}def {{ m.name }}(self, {% for a in s.positional %}{{ a.name }}: {{ a.annotation }}, {% endfor %}{% if s.has_keyword %}*, {% endif %}{% for a in s.keyword %}{{ a.name }}: {{ a.annotation }}{{ a.default }}, {% endfor %}**{{ s.rest_name }}: {{ s.rest }}) -> {{ s.returns }}:
{% endmacro %}
{% macro request(m, entries) %}
return {% if m.has_pager %}{{ m.pager }}({% endif %}{% if m.is_async %}await {% endif %}self.{{ m.request }}({% if m.has_verb %}{{ m.verb|quote }}, {% endif %}{{ m.path|quote }}, {% for e in entries %}{{ e.name }}={{ e.value }}, {% endfor %}**options){% if m.has_pager %}){% endif %}

{% endmacro %}
{% macro method(m) %}
{% for s in m.overloads %}
    @overload
    {{ signature(m, s) }}        ...

{% endfor %}
{% if m.is_former %}
    @{{ m.mark }}({{ m.message|quote }})
{% endif %}
{% if m.has_former_names %}
    @{{ m.former_names }}
{% endif %}
    {{ signature(m, m.signature) }}
        {{ m.docs|docstring|indent(8) }}
{% if m.splits_options %}
        {{ m.local }}, options = {{ m.split }}
{% endif %}
{% for case in m.cases %}
        if {{ case.condition }}:
            {{ request(m, case.entries) }}
{% endfor %}
        {{ request(m, m.entries) }}
{% endmacro %}
