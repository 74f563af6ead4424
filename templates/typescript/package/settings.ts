{% for line in view.imports %}
{{ line }}
{% endfor %}

/** What the runtime is told about this API. */
export const settings: Settings = {
{% for entry in view.entries %}
{{ entry.name }}: {{ entry.value }},
{% endfor %}
variables: {
{% for entry in view.variables %}
{{ entry.name }}: {{ entry.value }},
{% endfor %}
},
retry: {
{% for entry in view.retry %}
{{ entry.name }}: {{ entry.value }},
{% endfor %}
},
errors: { {% for error in view.errors %}{{ error.status }}: {{ error.name }}, {% endfor %} },
};
