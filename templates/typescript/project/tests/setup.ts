import { env } from 'node:process';
import type { TestContext } from 'node:test';

import { {{ view.client }} } from {{ view.package|quote }};

import { Wire, type Setup } from './wire.js';

// What a client would take from the environment.
{% for variable in view.variables %}
delete env[{{ variable }}];
{% endfor %}

const SETUP: Setup<{{ view.client }}> = {
client: (options) => new {{ view.client }}({ {{ view.options }}...options }),
baseURL: {{ view.base_url|quote }},
proof: {{ view.proof }},
{% if view.has_unsaid %}
unsaid: {{ view.unsaid }},
{% endif %}
};

/** A client, and the other end of its connection. */
export function connect(context: TestContext): Promise<Wire<{{ view.client }}>> {
return Wire.connect(context, SETUP);
}
