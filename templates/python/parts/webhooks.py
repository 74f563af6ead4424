{% macro webhooks(w) %}
    def unwrap(
        self, payload: {{ w.payload }}, headers: {{ w.headers }}, *, key: {{ w.keys }} = None
    ) -> {{ w.event }}:
        """Verify a webhook that was received, and give the event that it carries.

        An event that this version does not know is given as `Unknown`.

        Args:
            payload: The body of the request as it came, before anything parsed it.
            headers: The headers of the request.
            key: The secret of the webhook, or several while it changes; by default that of the client.

        Raises:
            InvalidWebhookSignatureError: It is not signed with one of the keys{% if w.has_time %}, or not within five minutes{% endif %}.
        """
        self.verify_signature(payload, headers, key=key)
        return self.unsafe_unwrap(payload)

    def unsafe_unwrap(self, payload: {{ w.payload }}) -> {{ w.event }}:
        """Give the event of a webhook that nobody has verified: anyone could have sent it."""
        return read_event(self._client, {{ w.target }}, payload)

    def verify_signature(
        self, payload: {{ w.payload }}, headers: {{ w.headers }}, *, key: {{ w.keys }} = None,
{% if w.has_time %}
        tolerance: {{ w.tolerance }} = DEFAULT_TOLERANCE,
{% endif %}
    ) -> None:
        """Return if a webhook that was received is signed with one of the keys.

        Args:
            payload: The body of the request as it came, before anything parsed it.
            headers: The headers of the request.
            key: The secret of the webhook, or several while it changes; by default that of the client.
{% if w.has_time %}
            tolerance: Seconds that may lie between its time and now.
{% endif %}

        Raises:
            InvalidWebhookSignatureError: It is not signed with one of the keys{% if w.has_time %}, or not within the tolerance{% endif %}.
        """
        {{ w.verify }}(self._client, payload, headers, key=key{% if w.has_time %}, tolerance=tolerance{% endif %}{% for option in w.options %}, {{ option.name }}={{ option.value }}{% endfor %})

{% endmacro %}
