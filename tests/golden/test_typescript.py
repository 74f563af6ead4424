"""What golden pages show in TypeScript compiles, in the packages that it is taken from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from golden.test_golden import Case, Run, all_cases
from nodes import check

from sdkloom.diagnostics import Report
from sdkloom.pipeline import generate
from sdkloom.write import write


def _shown() -> list[Case]:
    return [case for case in all_cases() if any(block.language == "typescript" for block in case.blocks)]


def test_typescript_of_the_pages_compiles(
    tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = ""
    for number, case in enumerate(_shown()):
        folder = tmp_path / str(number)
        folder.mkdir()
        monkeypatch.chdir(folder)
        config = Run(case, folder).config
        assert config is not None
        files = generate(config).files
        assert any(name.startswith("typescript/") for name in files)
        write(
            {name: text for name, text in files.items() if name.startswith("typescript/")}, folder, Report()
        )
        settings = str(folder / "typescript" / "tsconfig.json")
    options = {"rootDir": str(tmp_path), "noEmit": True}
    whole = {"extends": settings, "compilerOptions": options, "include": ["*/typescript/src"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(whole), encoding="utf-8")
    check([tools / "tsc", "-p", "."], tmp_path)
