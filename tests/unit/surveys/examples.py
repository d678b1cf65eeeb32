"""One example of each question type: its settings and a clean answer (None where no value is kept)."""

from __future__ import annotations

from typing import Any

from surveys.questionnaire import Questionnaire
from tests.unit.surveys.documents import category, choices, document, label, question

UPLOAD = "0f8fad5b-d9cb-469f-a165-70867728950e"
ROWS = [{"code": "paths", "label": label("Stier")}, {"code": "lights", "label": label("Lys")}]

EXAMPLES: dict[str, tuple[dict[str, Any], Any]] = {
    "single_choice": ({"choices": choices("a", "b")}, "b"),
    "multiple_choice": ({"choices": choices("a", "b")}, ["a", "b"]),
    "scale": ({"low_label": label("Uenig"), "dont_know": label("Vet ikke")}, 4),
    "smiley_scale": ({"choices": choices("1", "2", "3", "4", "5")}, 4),
    "matrix": ({"rows": ROWS}, {"paths": 2, "lights": 6}),
    "ranking": ({"choices": choices("a", "b", "c")}, ["c", "a"]),
    "short_text": ({}, "En benk"),
    "long_text": ({}, "En benk\nog et tre"),
    "whole_number": ({}, 3),
    "decimal": ({}, 2.5),
    "slider": ({}, 40),
    "date": ({}, "2026-11-22"),
    "date_time": ({}, "2026-11-22T14:30"),
    "time": ({}, "08:30"),
    "photo": ({}, [UPLOAD]),
    "route": ({"categories": [category("a", "line")]}, None),
    "place": ({"categories": [category("a")]}, None),
    "area": ({"categories": [category("a")]}, None),
    "information": ({"text": label("Les dette.")}, None),
    "consent": ({}, True),
    "calculated": ({"calculation": {"+": [1, 1]}}, None),
    "hidden": ({}, 7),
}


def example(name: str) -> Questionnaire:
    """A questionnaire with one question of this type, `asked`."""
    return Questionnaire.from_document(document(question(name, **EXAMPLES[name][0])))
