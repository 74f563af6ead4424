{% for line in view.imports %}
{{ line }}
{% endfor %}

{% if view.has_servers %}
/** Where the API is found, by environment. */
export const servers = {
{% for entry in view.servers %}
{{ entry.name }}: {{ entry.value }},
{% endfor %}
};

{% endif %}
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
