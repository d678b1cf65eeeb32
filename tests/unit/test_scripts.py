"""The scripts' own tests (tests/js/*.test.js) run by node's test runner: state, outbox and pure map functions."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tools.node import node

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "tests" / "js").glob("*.test.js"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_scripts(file: Path) -> None:
    run = subprocess.run(
        [node(), "--test", "--test-reporter=spec", str(file)], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
