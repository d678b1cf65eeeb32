"""A questionnaire of which something is in bokmål alone, and the rest in Polish too."""

from __future__ import annotations

from typing import Any

from tests.factories.surveys import document, page
from tests.unit.surveys.documents import category, choices, label, question

NORWEGIAN = "Tylko w języku: norweski (bokmål)"


def both(norwegian: str, polish: str) -> dict[str, Any]:
    return {"label": {"nb": norwegian, "pl": polish}}


QUESTIONNAIRE = document(
    page(
        "first",
        question("single_choice", "favourite", choices=choices("park", "square")) | both("Hvor?", "Gdzie?"),
        question("short_text", "why") | both("Hvorfor {favourite}?", "Dlaczego {favourite}?"),
        title={"nb": "Først", "pl": "Najpierw"},
    ),
    page(
        "second",
        question("short_text", "more") | both("Mer om {favourite}", "Więcej: {favourite}"),
        question(
            "place",
            "spots",
            categories=[category("good") | both("Fint", "Ładnie")],
            followups=[question("short_text", "about", label=label("Hva er fint?")), question("short_text", "when") | both("Når?", "Kiedy?")],
        ) | both("Steder", "Miejsca"),
        title={"nb": "Så", "pl": "Potem"},
    ),
    languages=["nb", "pl"],
    title={"nb": "Skjema", "pl": "Ankieta"},
)  # fmt: skip
