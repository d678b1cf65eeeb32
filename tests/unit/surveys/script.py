"""The scripts of surveys in one node process that is asked as long as the test lasts."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.node import node

ROOT = Path(__file__).resolve().parents[3]


class Script:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def __call__(self, call: str, *of: Any) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"call": call, "of": of}, allow_nan=False) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


@contextmanager
def script() -> Iterator[Script]:
    command = [node(), "tests/js/survey_lines.mjs"]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Script(process)
        assert process.stdin
        process.stdin.close()
