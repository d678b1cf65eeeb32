"""The cases that the server's and the device's home cut share: tests/js/home_cut.test.js reads the same file."""

import json
from pathlib import Path
from typing import Any

CASES: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).resolve().parents[2] / "data" / "home_cut_cases.json").read_text(encoding="utf-8")
)


def named(group: str) -> dict[str, Any]:
    return {"argvalues": CASES[group], "ids": [case["name"] for case in CASES[group]]}
