"""The runtime: small modules that are the same for every API."""
