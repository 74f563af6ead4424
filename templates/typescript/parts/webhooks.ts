{% macro webhooks(w) %}
/**
 * Verifies a webhook that was received, and gives the event that it carries.
 *
 * `payload` is the body of the request as it came, before anything parsed it. Throws an
 * `InvalidWebhookSignatureError` where it is not signed with one of the keys{% if w.has_time %}, or its time is not near{% endif %}.
 */
unwrap({{ w.parameters }}): Promise<{{ w.event }}> {
return this.verifySignature(payload, headers, options).then(() => this.unsafeUnwrap(payload));
}

/** Gives the event of a webhook that nobody has verified: anyone could have sent it. */
unsafeUnwrap(payload: {{ w.payload }}): {{ w.event }} {
return readEvent(payload);
}

/** Resolves if a webhook that was received is signed with one of the keys{% if w.has_time %}, and its time is near{% endif %}. */
verifySignature({{ w.parameters }}): Promise<void> {
return {{ w.verify }};
}

{% endmacro %}
