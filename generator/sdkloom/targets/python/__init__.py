"""Python: the answers of one language."""

from sdkloom.targets.python.files import TARGET

__all__ = ["TARGET"]
