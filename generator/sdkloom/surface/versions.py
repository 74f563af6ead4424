"""Which release do changes ask for, and which version is it?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum as StandardEnum

from sdkloom.surface.changes import Change, Weight


class Bump(StandardEnum):
    """The part of a version that is raised."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NONE = "none"


_BUMPS = {Weight.BREAKING: Bump.MAJOR, Weight.ADDITION: Bump.MINOR, Weight.OTHER: Bump.PATCH}
_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?")


def is_version(text: str) -> bool:
    """Is it a version as semver.org writes them?"""
    return _VERSION.fullmatch(text) is not None


def needed_bump(changes: Iterable[Change]) -> Bump:
    """The release that the gravest change asks for (https://semver.org)."""
    weights = {change.weight for change in changes}
    return next((_BUMPS[weight] for weight in Weight if weight in weights), Bump.NONE)


def next_version(version: str, bump: Bump) -> str:
    """The version after this one, "" where it is none that can be counted on.

    Before 1.0.0 a breaking change raises the middle number and everything else the last one, which is how
    package managers read `^0.3.1`. A pre-release is followed by its release where that is raised enough.
    """
    found = _VERSION.fullmatch(version)
    if found is None:
        return ""
    major, minor, patch = (int(part) for part in found.groups()[:3])
    if bump is Bump.NONE:
        return version
    if major == 0:
        bump = Bump.MINOR if bump is Bump.MAJOR else Bump.PATCH
    is_enough = bump is Bump.PATCH or (patch == 0 and (bump is Bump.MINOR or minor == 0))
    if found[4] and is_enough:
        return f"{major}.{minor}.{patch}"
    if bump is Bump.MAJOR:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if bump is Bump.MINOR else f"{major}.{minor}.{patch + 1}"
