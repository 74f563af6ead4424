"""What of a resource, a method or a model concerns other programs than a generated SDK?"""

from __future__ import annotations

from sdkloom.stainless.parts import Part

_ELSEWHERE = {
    "terraform": "there is no such target",
    "mcp": "there is no such target",
    "cli": "there is no such target",
    "skip_test_reason": "generated tests need no server",
    "docs": "it concerns a website",
    "custom": "code of one's own needs no generator",
}


def pass_over(part: Part) -> None:
    """Note what of a part no generated SDK could honour."""
    for key, why in _ELSEWHERE.items():
        if (said := part.get(key)) is not None:
            said.pass_over(why)
