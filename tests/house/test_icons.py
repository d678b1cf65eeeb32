"""Every picture the class-mapping templates name has been drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from surveys.templates import TEMPLATES

SHAPES = Path(__file__).resolve().parents[2] / "static" / "js" / "modules" / "icon_shapes.js"


def drawn() -> set[str]:
    return set(re.findall(r"^  (\w+): \{ line:", SHAPES.read_text(encoding="utf-8"), flags=re.MULTILINE))


def named(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if "icon" in part:
            yield part["icon"]
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from named(inner)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_icon_of_a_template_is_drawn(template: str) -> None:
    assert set(named(TEMPLATES[template]())) - drawn() == set()
