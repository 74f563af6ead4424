{% from "parts/resources.ts" import resource %}
{% from "parts/definitions.ts" import definition %}
{% for line in view.imports %}
{{ line }}
{% endfor %}

{% for line in view.exports %}
{{ line }}

{% endfor %}
{% for r in view.resources %}
{{ resource(r) }}
{% endfor %}
{% for d in view.definitions %}
{{ definition(d) }}
{% endfor %}
