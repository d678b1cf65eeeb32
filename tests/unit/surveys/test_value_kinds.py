"""The device knows what the answers of each question type are, as the server does."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from surveys.question_types import QUESTION_TYPES
from tests.unit.surveys.script import ROOT
from tools.node import node


@pytest.fixture(scope="module")
def device() -> dict[str, Any]:
    script = "console.log(JSON.stringify(await import('./static/js/surveys/value_kinds.js')))"
    run = subprocess.run([node(), "--eval", script], cwd=ROOT, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def test_every_type_gives_the_same_kind(device: dict[str, Any]) -> None:
    assert device["VALUE_KINDS"] == {name: kind.value_kind for name, kind in QUESTION_TYPES.items()}


def test_the_device_knows_what_is_on_the_map_and_what_is_not_seen(device: dict[str, Any]) -> None:
    assert set(device["MAP_TYPES"]) == {name for name, kind in QUESTION_TYPES.items() if kind.collects_marks}
    assert set(device["UNSEEN_TYPES"]) == {name for name, kind in QUESTION_TYPES.items() if not kind.on_screen}
