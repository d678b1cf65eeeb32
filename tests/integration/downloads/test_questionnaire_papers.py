"""The questionnaire on paper, as the archive package has it: every question with its names and codes, in each language."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any
from unicodedata import normalize

import flask
import pytest
from pypdf import PdfReader

from participation.downloads.research.questionnaire_sheet import questionnaire_pdf
from surveys.questionnaire import Questionnaire

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
WHEN = datetime(2026, 3, 2, 9, tzinfo=UTC)


def texts(nb: str, ar: str) -> dict[str, str]:
    return {"nb": nb, "ar": ar}


def choice(code: str, nb: str, ar: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "label": texts(nb, ar), **more}


def asked(variable: str, kind: str, nb: str, ar: str, **more: Any) -> dict[str, Any]:
    return {"uid": f"u-{variable}", "variable": variable, "type": kind, "label": texts(nb, ar), **more}


HOW = [choice("walk", "Jeg går", "أمشي"), choice("other", "Noe annet", "شيء آخر", specify=True)]
DARK = asked("why", "multiple_choice", "Hvorfor?", "لماذا؟", choices=[choice("dark", "Mørkt", "مظلم")])
UNSAFE = {
    **choice("unsafe", "Utrygt", "غير آمن"),
    "symbol": "triangle",
    "colour": "#d55e00",
    "sentiment": "negative",
    "followups": [DARK],
}
QUESTIONS = [
    asked("mode", "single_choice", "Hvordan kommer du fram?", "كيف تذهب؟", choices=HOW, required=True),
    asked(
        "minutes",
        "whole_number",
        "Hvor mange minutter?",
        "كم دقيقة؟",
        min=1,
        max=90,
        relevant={"=": [{"answer": "mode"}, "walk"]},
    ),
    asked("secret", "hidden", "Skjult", "مخفي"),
    asked("places", "place", "Sett merker", "ضع علامات", categories=[UNSAFE]),
]
DOCUMENT = {
    "format": 1,
    "languages": ["nb", "ar"],
    "title": texts("Veien din", "طريقك"),
    "pages": [{"name": "p", "title": texts("Om veien", "عن الطريق"), "questions": QUESTIONS}],
}


def read(language: str) -> str:
    questionnaire = Questionnaire.from_document(DOCUMENT)
    made = questionnaire_pdf(questionnaire, language, 3, WHEN)
    return normalize("NFKC", "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages))


def test_questions_names_codes_and_conditions(app: flask.Flask) -> None:
    with app.test_request_context():
        text = " ".join(read("nb").split())
    for words in (
        "Veien din · v3 · 2026-03-02 · Side 1 av 1",
        "1. Hvordan kommer du fram? (må besvares)",
        "mode · single_choice",
        "walk",
        "Noe annet – skriv hva:",
        "Bare hvis du svarte «Jeg går» på «Hvordan kommer du fram?».",
        "Et tall fra 1 til 90.",
        "Hvis det er dette: Utrygt",
        "why · multiple_choice",
        "Du kan velge flere.",
    ):
        assert words in text, words
    assert "Skjult" not in text


def test_in_arabic_with_our_own_words_too(app: flask.Flask) -> None:
    """Readers give the letters of a line in either order, and a letter with its joined sign apart."""
    with app.test_request_context():
        text = read("ar")
    for word in ("طريقك", "تذهب", "أمشي", "يمكنك", "mode · single_choice", "walk"):
        assert word in text or word[::-1] in text, word
    assert "Jeg går" not in text
