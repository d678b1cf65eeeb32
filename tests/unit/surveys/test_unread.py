"""Conditions that came along and cannot be read: kept as text, and without effect."""

from __future__ import annotations

from typing import Any

import pytest

from surveys.flow import flow
from surveys.questionnaire import Questionnaire, QuestionnaireError
from tests.unit.surveys.documents import document, label, question


def test_what_is_unread_has_no_effect() -> None:
    unread = {"relevant": "pulldata('a')", "required": "${b}", "constraint": "§", "choice_filter": "x = 1"}
    asked = question("short_text", "a", unread=unread, constraint_message=label("Nei"))
    worked_out = question("calculated", "b", unread={"calculation": "uuid()"})
    form = Questionnaire.from_document(document(asked, worked_out))
    found = flow(form, {"a": "x", "b": "sent"})
    assert found.walk.shown == ["a", "b"]
    assert not found.walk.required and not found.walk.failing
    assert form.document["pages"][0]["questions"][0]["unread"] == unread


@pytest.mark.parametrize(
    ("unread", "place"),
    [
        ("text", "unread"),
        ({"label": "x"}, "unread"),
        ({"relevant": ""}, "unread.relevant"),
        ({"relevant": "x" * 4001}, "unread.relevant"),
        ({"relevant": {"=": [1, 1]}}, "unread.relevant"),
    ],
)
def test_only_texts_of_conditions_are_kept(unread: Any, place: str) -> None:
    for where in (question("short_text", unread=unread), question("short_text")):
        form = document(where)
        form["pages"][0] |= {} if "unread" in where else {"unread": unread}
        with pytest.raises(QuestionnaireError) as error:
            Questionnaire.from_document(form)
        assert [problem.place.endswith(place) for problem in error.value.problems] == [True]


def test_nothing_can_depend_on_what_is_not_worked_out() -> None:
    worked_out = question("calculated", "b", unread={"calculation": "uuid()"})
    form = document(worked_out, question("short_text", "a", relevant={"=": [{"answer": "b"}, "x"]}))
    with pytest.raises(QuestionnaireError, match="“b”"):
        Questionnaire.from_document(form)
