"""What a case of tests/data/condition_cases.json refers to, as the evaluator takes it."""

import json
from pathlib import Path
from typing import Any

from surveys.conditions.evaluation import Scope
from surveys.conditions.values import as_value

DATA = Path(__file__).resolve().parents[2] / "data"


def cases(file: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((DATA / file).read_text(encoding="utf-8"))
    read.pop("about")
    return read


def scope(told: dict[str, Any]) -> Scope:
    def values(name: str) -> dict[str, Any]:
        return {variable: as_value(value) for variable, value in told.get(name, {}).items()}

    return Scope(
        values("answers"),
        told.get("marks", {}),
        as_value(told.get("self")),
        told.get("now"),
        values("followups"),
        values("columns"),
    )
