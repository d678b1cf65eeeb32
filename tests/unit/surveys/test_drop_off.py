"""Where somebody who began and never sent stopped: after the last question answered, among those seen."""

from __future__ import annotations

from typing import Any

import pytest

from surveys.drop_off import left_at
from surveys.questionnaire import Questionnaire
from tests.factories.surveys import document, page
from tests.unit.surveys.documents import choices, question

ASKED = Questionnaire.from_document(
    document(
        page(
            "first",
            question("information", "welcome"),
            question("single_choice", "car", choices=choices("yes", "no")),
            question("short_text", "which", relevant={"=": [{"answer": "car"}, "yes"]}),
        ),
        page("second", question("hidden", "source", parameter="from"), question("place", "spots"), question("short_text", "more")),
        page("third", question("short_text", "last")),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "marks", "reached", "stopped"),
    [
        ({}, {}, None, "car"),
        ({"car": "yes"}, {}, None, "which"),
        ({"car": "no"}, {}, "first", "car"),
        ({"car": "no"}, {}, "second", "spots"),
        ({"car": "no", "source": "letter"}, {"spots": 2}, "second", "more"),
        ({}, {}, "second", "car"),
        ({"more": "mye"}, {}, "second", "more"),
        ({"more": "mye"}, {}, "third", "last"),
        ({}, {}, "a page of another version", "car"),
    ],
)
def test_the_question_after_the_last_one_answered(
    answers: dict[str, Any], marks: dict[str, int], reached: str | None, stopped: str
) -> None:
    assert left_at(ASKED, answers, marks, reached) == stopped


def test_where_nothing_is_asked_nobody_stops() -> None:
    told = Questionnaire.from_document(document(page("only", question("information", "welcome"))))
    assert left_at(told, {}, {}, "only") is None
