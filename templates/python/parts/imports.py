{% macro imports(block) %}
{% for group in block.groups %}

{% for line in group %}
{{ line }}
{% endfor %}
{% endfor %}
{% if block.has_typing_only %}

if TYPE_CHECKING:
{% for group in block.typing_only %}
{% for line in group %}
    {{ line }}
{% endfor %}

{% endfor %}
{% endif %}
{% endmacro %}
