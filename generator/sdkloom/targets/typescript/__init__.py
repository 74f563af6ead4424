"""TypeScript: the answers of one language."""

from sdkloom.targets.typescript.files import TARGET

__all__ = ["TARGET"]
