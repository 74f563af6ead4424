{% for line in view.imports %}
{{ line }}
{% endfor %}

export { {{ view.client }}, {{ view.client }} as default, type ClientOptions } from './client.js';
export { {% for name in view.errors %}{{ name }}, {% endfor %} } from './errors.js';
export type { Fetch, HeadersLike, OutgoingRequest, QueryLike, RequestOptions } from './core/options.js';
{% if view.has_pages %}
export { PagePromise, type Page } from './core/pages.js';
{% endif %}
export { APIPromise, type WithResponse } from './core/promise.js';
export { Stream } from './core/streaming.js';
export { toFile, type Content, type FileOptions, type Uploadable } from './core/uploads.js';
{% if view.has_webhooks %}
export type { ReceivedHeaders, VerifyOptions, ReceivedBody, VerifyKey } from './core/webhooks.js';
{% endif %}
export type { Logger, LogLevel } from './internal/logger.js';

{% for line in view.types %}
{{ line }}
{% endfor %}
{% for type in view.former %}

{{ type.docs|jsdoc }}
export type {{ type.name }} = {{ type.target }};
{% endfor %}
