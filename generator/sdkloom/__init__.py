"""sdkloom reads an OpenAPI document and writes SDKs that people enjoy."""

__version__ = "0.1.0"
