import assert from 'node:assert/strict';
import { test } from 'node:test';

{% for line in view.imports %}
{{ line }}
{% endfor %}

{% for constant in view.constants %}
const {{ constant.name }} = {{ constant.value }};

{% endfor %}
{% for test in view.tests %}
test({{ test.title|quote }}, async (context) => {
const wire = await connect(context);
{% for step in test.steps %}
{% for line in step %}
{{ line }}
{% endfor %}

{% endfor %}
});

{% endfor %}
