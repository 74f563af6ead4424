"""TypeScript: the tests that a package carries."""
