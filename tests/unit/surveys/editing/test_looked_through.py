"""What is not whole is left out when a questionnaire that is being built is looked through."""

from __future__ import annotations

from typing import Any

import pytest

from surveys.checks import CHECKS, findings
from surveys.document_structure import check_document
from surveys.editing.looked_through import sound_part
from surveys.questionnaire import Questionnaire
from tests.unit.surveys.documents import choices, document, label, question


def sound(made: dict[str, Any]) -> Questionnaire | None:
    return sound_part(made, check_document(made))


def test_a_whole_questionnaire_is_looked_through_as_it_is() -> None:
    assert sound(document(question("short_text", "a"))) == Questionnaire.from_document(
        document(question("short_text", "a"))
    )


def test_what_lacks_something_is_left_out_and_nothing_that_names_it_is_called_out_of_reach() -> None:
    half = question("single_choice", "half", label={}, choices=choices("a"))
    named = question("short_text", "named", label=label("Navn"), relevant={"=": [{"answer": "half"}, "a"]})
    made = document(half, named, title={})
    found = sound(made)
    assert found is not None
    assert [one.variable for one in found.questions] == ["named"]
    assert [one.check for one in findings(found, whole=False)] == ["personal_questions"]
    assert set(CHECKS) - {one.check for one in findings(found, whole=False)}


@pytest.mark.parametrize(
    "broken", [{"pages": []}, {"languages": []}, {"pages": [{"name": "a"}]}, {"age": "9"}, {"x": 1}]
)
def test_a_broken_frame_is_not_looked_through(broken: dict[str, Any]) -> None:
    assert sound({**document(question("short_text")), **broken}) is None


@pytest.mark.parametrize(
    "words", [{"title": 3}, {"title": {"nb": 3}}, {"intro": [3, {"nb": []}]}, {"title": {"nb": "A"}}]
)
def test_words_that_are_none_are_as_missing(words: dict[str, Any]) -> None:
    found = sound({**document(question("short_text")), **words})
    assert found is not None
    findings(found)
