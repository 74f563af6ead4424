"""Docs: the reference of an API in Markdown, for readers of every language."""

from sdkloom.targets.docs.files import TARGET

__all__ = ["TARGET"]
