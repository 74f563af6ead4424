"""Whatever is wrong with a document, the compiler says so; and where it finds no error, the code it writes is code.

A usual run takes a few documents. `make fuzz` takes many more; SDKLOOM_FUZZ names the seeds, as in `1000:5000`.
"""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import pytest
from fuzz.mutations import documents, mutated, read

from sdkloom.config import Config, TargetConfig
from sdkloom.pipeline import generate

_FIRST, _, _END = os.environ.get("SDKLOOM_FUZZ", "0:25").partition(":")
_TARGETS = (
    TargetConfig("python", package="fuzzed", client="Fuzzed"),
    TargetConfig("typescript", package="fuzzed", client="Fuzzed"),
)

pytestmark = pytest.mark.skipif(not documents(), reason="SDKLOOM_CORPORA names no folder of documents")


@pytest.mark.parametrize("seed", range(int(_FIRST), int(_END)))
def test_a_document_with_faults_is_answered(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    path = chance.choice(documents())
    spec = tmp_path / "api.json"
    spec.write_text(json.dumps(mutated(read(path), chance)), encoding="utf-8")
    outcome = generate(Config(spec=spec, targets=_TARGETS))
    assert outcome.files or outcome.report.failed, path.name
    for name, text in outcome.files.items():
        if name.endswith(".py"):
            compile(text, name, "exec")
