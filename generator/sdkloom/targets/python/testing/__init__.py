"""Python: the tests that a package carries."""
