"""What can keep surfaces from being compared?"""

from __future__ import annotations

from sdkloom.codes.row import Code

SURFACE = (
    Code(
        "E601",
        "the snapshot of a surface is damaged: {detail}",
        "`sdkloom.surface.json` holds what the SDKs of the last release promise. Only `sdkloom diff "
        "--release` writes it; what is changed by hand can no longer be compared.",
    ),
    Code(
        "E602",
        "there is no snapshot of a surface at {detail}",
        "`sdkloom diff` compares with the surface that was kept at the last release. Keep the present one "
        "with `sdkloom diff --release`, or name another document to compare with.",
    ),
    Code(
        "E603",
        "the snapshot of a surface has the format {detail}",
        "A later version of sdkloom wrote it, and says things in it that this one does not know.",
    ),
)
