"""Data to IR: OpenAPI stops here."""

from sdkloom.lower.api import lower

__all__ = ["lower"]
