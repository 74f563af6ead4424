{% from "parts/resources.ts" import children, methods %}
{% for line in view.imports %}
{{ line }}
{% endfor %}

/** What can be chosen for a client; what is not given comes from the environment, where a variable is named. */
export interface ClientOptions extends BaseClientOptions {
{% for credential in view.credentials %}
{{ credential.docs|jsdoc }}
{{ credential.name }}?: string | undefined;
{% endfor %}
{% for option in view.options %}
{{ option.docs|jsdoc }}
{{ option.name }}?: {{ option.type }} | undefined;
{% endfor %}
{% if view.has_servers %}
/** Which server to use, unless `baseURL` is given. */
environment?: {{ view.environments }} | undefined;
{% endif %}
}

{{ view.docs|jsdoc }}
export class {{ view.name }} extends BaseClient<ClientOptions> {
{% for name in view.statics %}
static readonly {{ name }}: typeof {{ name }} = {{ name }};
{% endfor %}
static readonly toFile: typeof toFile = toFile;

{% call children(view.resource) %}this{% endcall %}

constructor(options: ClientOptions = {}) {
super(settings, { {% for credential in view.credentials %}{{ credential.name }}: options.{{ credential.name }}, {% endfor %} }, options{% if view.has_servers %}, options.environment && servers[options.environment]{% endif %});
}

{{ methods(view.resource) }}
}
