"""`make bench`: what the compiler costs, and what a generated package costs beside the ways without it."""

from __future__ import annotations

import os
import sys

import bundle
import compiler
import ratios

print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}\n")
compiler.main()
print()
ratios.main()
print()
bundle.main()
