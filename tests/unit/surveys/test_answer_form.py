from typing import Any

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form

from surveys.answer_form import answer_form
from tests.unit.surveys.documents import category, choices, question, questionnaire

ASKED = questionnaire(
    question("single_choice", "single", choices=choices("a", "b"), required=True),
    question("multiple_choice", "multiple", choices=choices("a", "b")),
    question("smiley_scale", "smiley", choices=choices("1", "2", "3", "4", "5")),
    question("whole_number", "number", hint={"nb": "Bare tall"}),
    question("long_text", "text", max_length=10),
    question("place", "places", categories=[category("a")]),
)


def filled(**sent: Any) -> Form:
    return answer_form(ASKED.questions, "nb", str)(MultiDict(sent))


def test_a_form_gives_the_same_answers_as_json() -> None:
    form = filled(single="a", multiple=["b", "a"], smiley="4", number=" 12 ", text=" Fint ")

    assert form.validate(), form.errors
    assert {field.name: field.cleaned for field in form} == {
        "single": "a",
        "multiple": ["a", "b"],
        "smiley": 4,
        "number": 12,
        "text": "Fint",
    }


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({}, {"single"}),
        ({"single": "c"}, {"single"}),
        ({"single": "a", "multiple": ["c"]}, {"multiple"}),
        ({"single": "a", "smiley": "6"}, {"smiley"}),
        ({"single": "a", "number": "mange", "text": "x" * 11}, {"number", "text"}),
    ],
)
def test_every_wrong_field_says_so(sent: dict[str, Any], wrong: set[str]) -> None:
    form = filled(**sent)

    assert not form.validate()
    assert set(form.errors) == wrong


def test_a_field_carries_label_hint_and_limit() -> None:
    form = filled()

    assert form["number"].description == "Bare tall"
    assert 'maxlength="10"' in str(form["text"]())
    assert "places" not in form


def test_choices_are_shown_in_the_language_asked_for() -> None:
    assert [label for _code, label, *_ in filled()["single"].iter_choices()] == ["A", "B"]


def test_fields_of_two_forms_on_one_page_have_ids_of_their_own() -> None:
    asked = questionnaire(question("short_text", "why"), question("matrix", "works", rows=choices("paths")))
    make = answer_form(asked.questions, "nb", str)
    forms = [make(prefix=prefix) for prefix in ("", "mark1-", "mark2-")]

    ids = [field.id for form in forms for field in (form["why"], form["works"], *form["works"])]
    assert len(set(ids)) == len(ids) == 9
