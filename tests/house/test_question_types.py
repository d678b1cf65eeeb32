"""Every question type meets the contract that forms, hand-in and exports rely on."""

import pytest
from wtforms import Form
from wtforms.fields.core import UnboundField

from surveys.errors import AnswerError
from surveys.question_types import QUESTION_TYPES
from surveys.questionnaire import Question, Questionnaire
from tests.unit.surveys.documents import category, choices, document, question

FILLED = {
    "single_choice": ({"choices": choices("a", "b")}, "b"),
    "multiple_choice": ({"choices": choices("a", "b")}, ["a", "b"]),
    "smiley_scale": ({"choices": choices("1", "2", "3", "4", "5")}, 4),
    "short_text": ({}, "En benk"),
    "long_text": ({}, "En benk\nog et tre"),
    "whole_number": ({}, 3),
    "hidden": ({}, 7),
    "route": ({"categories": [category("a", "line")]}, None),
    "place": ({"categories": [category("a")]}, None),
    "area": ({"categories": [category("a")]}, None),
}


@pytest.fixture(params=sorted(QUESTION_TYPES))
def asked(request: pytest.FixtureRequest) -> Question:
    settings, _answer = FILLED[request.param]
    return Questionnaire.from_document(document(question(request.param, **settings))).question("asked")


def test_cells_are_as_many_as_columns(asked: Question) -> None:
    columns = asked.behaviour.columns(asked, "nb")

    assert columns[0].name == asked.variable
    assert len({column.name for column in columns}) == len(columns)
    for value in (None, FILLED[asked.type][1]):
        assert len(asked.behaviour.cells(asked, value, "nb")) == len(columns)


def test_a_coded_column_has_a_twin_with_labels(asked: Question) -> None:
    names = [column.name for column in asked.behaviour.columns(asked, "nb")]

    assert (f"{asked.variable}_label" in names) == asked.behaviour.coded


def test_a_clean_answer_stays_as_it_is(asked: Question) -> None:
    if not asked.on_map:
        answer = FILLED[asked.type][1]
        assert asked.clean(answer) == asked.clean(asked.clean(answer)) == answer


def test_nothing_answered_is_none(asked: Question) -> None:
    if not asked.on_map:
        assert asked.clean(None) is None
        assert asked.clean("") is None


def test_a_map_question_takes_no_value(asked: Question) -> None:
    if asked.on_map:
        with pytest.raises(AnswerError):
            asked.clean("a")
        with pytest.raises(AnswerError):
            asked.map_behaviour.clean_geometry({"type": "Nowhere"})


def test_a_question_is_summed_up(asked: Question) -> None:
    answer = 2 if asked.on_map else FILLED[asked.type][1]
    summary = asked.behaviour.summarise(asked, [answer, None, answer])

    assert (summary.respondents, summary.answered) == (3, 2)


def test_a_question_that_is_not_on_the_map_is_a_field(asked: Question) -> None:
    if not asked.on_map:
        field = asked.behaviour.field(asked, "nb", str)
        assert isinstance(field, UnboundField)
        assert type("OneField", (Form,), {"asked": field})().asked.label.text == "Spørsmål"
