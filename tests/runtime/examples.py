"""How many examples the property tests look at: the same ones each time, however slow the machine is."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

bounded = settings(
    max_examples=50, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
