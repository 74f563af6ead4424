"""How large is the bundle of a TypeScript package: a client of which one resource is used, minified and compressed?"""

from __future__ import annotations

import gzip
import subprocess
import tempfile
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_BUNDLER = _ROOT / "tests" / "runtime" / "typescript" / "node_modules" / ".bin" / "esbuild"
_ALLOWED = 30.0  # kB


def main() -> None:
    """Print the size beside what is allowed, or that there is no bundler."""
    if not _BUNDLER.exists():
        print("`make tools` has installed no bundler, so no TypeScript package is measured")
        return
    for package in sorted((_ROOT / "output").glob("*/typescript")):
        with tempfile.TemporaryDirectory() as folder:
            entry, bundle = Path(folder) / "entry.ts", Path(folder) / "bundle.js"
            source = package / "src" / "index.ts"
            entry.write_text(f"import Client from '{source}';\nnew Client().models.list();\n", "utf-8")
            options = ["--bundle", "--minify", "--format=esm", "--log-level=error", f"--outfile={bundle}"]
            subprocess.run([_BUNDLER, entry, *options], check=True)
            text = bundle.read_bytes()
        size = len(gzip.compress(text)) / 1000
        name = package.parent.name
        print(
            f"{size:6.1f} kB of {len(text) / 1000:.1f} kB compressed, allowed {_ALLOWED:.0f}   {name}/typescript"
        )


if __name__ == "__main__":
    main()
