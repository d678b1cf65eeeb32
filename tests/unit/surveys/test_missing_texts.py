"""Which texts of a questionnaire are not in all of its languages."""

from __future__ import annotations

import pytest

from surveys.missing_texts import missing_texts
from surveys.questionnaire import Questionnaire
from surveys.templates import TEMPLATES, template
from tests.unit.surveys.documents import category, document, question

ASKED = document(
    question("single_choice", "a", label={"nb": "Hvor?", "pl": "Gdzie?"}, choices=[
        {"code": "x", "label": {"nb": "Her", "pl": " "}, "columns": {"nb": "x"}}, {"code": "y", "label": {"nb": "Der"}},
        {"code": "z", "label": {"pl": "Tam", "uk": "Там"}}]),
    question("place", "b", label={"nb": "Sted", "uk": "Місце"}, categories=[
        category("good", label={"nb": "Her"}, prompt={"nb": "Si mer", "pl": "Powiedz"})]),
    languages=["nb", "pl", "uk"], title={"nb": "Skjema", "pl": "Ankieta", "uk": "Анкета"},
)  # fmt: skip


def test_each_language_has_its_list_in_the_order_of_the_questionnaire() -> None:
    Questionnaire.from_document(ASKED)
    assert missing_texts(ASKED) == {
        "nb": ["Tam"],
        "pl": ["Første", "Her", "Der", "Sted"],
        "uk": ["Første", "Hvor?", "Her", "Der", "Si mer"],
    }


@pytest.mark.parametrize("name", TEMPLATES)
def test_ready_questionnaires_lack_nothing(name: str) -> None:
    assert missing_texts(template(name)) == {}
