"""How is a generated TypeScript file made tidy?"""

from __future__ import annotations

from sdkloom.targets.typescript.fit.statements import fit_statement


def format_file(path: str, text: str) -> str:
    """Code stands as prettier would write it; other files lose trailing blanks and end in one line break."""
    if path.endswith((".ts", ".js", ".cjs")):
        return format_code(text)
    lines = [line.rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip("\n") + "\n"


def format_code(text: str) -> str:
    """The text with each of its statements fitted, and blank lines only where they part something."""
    out: list[str] = []
    depth = 0
    is_blank = in_comment = False
    for line in text.split("\n"):
        bare = line.strip()
        if not bare:
            is_blank = bool(out)
            continue
        closes = not in_comment and bare.startswith("}")
        depth -= closes
        if is_blank and not closes and not out[-1].endswith("{"):
            out.append("")
        is_blank = False
        if in_comment or bare.startswith(("/**", "//")):
            out.append(f"{'  ' * depth}{' ' if in_comment else ''}{bare}")
            in_comment = not bare.endswith("*/") and not bare.startswith("//")
            continue
        opens = bare.endswith("{")
        if closes and out[-1].endswith("{"):
            out[-1] += bare
        else:
            out.append("  " * depth + bare if closes else fit_statement(bare, depth))
        depth += opens
    return "\n".join(out) + "\n"
