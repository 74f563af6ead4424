"""Tests of every call: what it sends, what it makes of the answer, and how it fails."""

import pytest

# What it asserts is shown as if it stood in a test.
pytest.register_assert_rewrite(f"{__name__}.wire")
