{% if view.has_errors %}
import { APIError } from './core/error.js';

{% endif %}
export { {% for name in view.names %}{{ name }}, {% endfor %}SDKError as {{ view.root }} } from './core/error.js';
{% if view.has_webhooks %}
export { InvalidWebhookPayloadError, InvalidWebhookSignatureError } from './core/webhooks.js';
{% endif %}
{% for error in view.errors %}

{{ error.docs|jsdoc }}
export class {{ error.name }} extends APIError {
override readonly name: string = {{ error.name|quote }};
}
{% endfor %}
