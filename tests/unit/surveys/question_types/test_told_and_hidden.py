"""Information, consent, photos, and what nobody is asked: calculated and hidden."""

from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from surveys.answer_form import answer_form
from surveys.answers import clean_response
from surveys.question_types import QUESTION_TYPES
from surveys.question_types.calculated import Calculated
from tests.unit.surveys.documents import label, question, questionnaire
from tests.unit.surveys.examples import UPLOAD
from tests.unit.surveys.question_types.asking import ask, columns, errors_when_sent, problems, refusal

TWO = {"+": [1, 1]}


def test_information_collects_nothing() -> None:
    asked = questionnaire(question("information", text=label("Les."), image="map.png", image_alt=label("Kart")))

    assert asked.answer_questions == ()
    assert columns(asked.question("asked")) == {}
    assert "answers.asked" in errors_when_sent(asked, {"asked": "ja"})
    assert errors_when_sent(asked, {}) == {}
    assert list(answer_form(asked.questions, "nb", str)()) == []


def test_a_picture_needs_words() -> None:
    assert "image_alt" in problems("information", image="map.png")
    assert "required" in problems("information", required=True)


@pytest.mark.parametrize(("sent", "stored"), [(True, True), ("yes", True), (False, None), ("", None), ("false", None)])
def test_consent_is_a_tick_or_nothing(sent: object, stored: bool | None) -> None:
    assert ask("consent").clean(sent) is stored


@pytest.mark.parametrize("sent", [0, 1, [], ["true"], {}, "nei", 1.0])
def test_anything_else_is_no_consent(sent: object) -> None:
    refusal(ask("consent"), sent)


def test_required_consent_says_why() -> None:
    assert "reason" in problems("consent", required=True)
    asked = questionnaire(question("consent", required=True, reason=label("Uten det kan vi ikke svare deg.")))

    assert "Tick the box" in errors_when_sent(asked, {})["answers.asked"]
    assert "Tick the box" in errors_when_sent(asked, {"asked": False})["answers.asked"]
    form = answer_form(asked.questions, "nb", str)(MultiDict({"asked": "true"}))
    assert form.validate() and form.cleaned == {"asked": True}


def test_consent_is_counted_and_a_column_of_yes_or_no() -> None:
    asked = ask("consent")

    assert columns(asked) == {"asked": "boolean"}
    assert asked.behaviour.cells(asked, True, "nb") == [True]
    assert asked.behaviour.summarise(asked, [True, None]).answered == 1


def test_a_photo_is_the_id_of_its_upload() -> None:
    other = UPLOAD.replace("0f8f", "1f8f")
    asked = ask("photo", max_photos=2)

    assert asked.clean([UPLOAD, other]) == [UPLOAD, other]
    assert asked.clean(UPLOAD) == [UPLOAD]
    assert asked.behaviour.cells(asked, [UPLOAD, other], "nb") == [f"{UPLOAD} {other}"]
    assert "at most 2" in refusal(asked, [UPLOAD, other, UPLOAD])


@pytest.mark.parametrize(
    "sent",
    ["photo.jpg", UPLOAD.upper(), UPLOAD.replace("-4", "-1"), [UPLOAD + "\n"], [1], {"id": UPLOAD}, "../" + UPLOAD],
)
def test_anything_else_is_no_upload(sent: object) -> None:
    refusal(ask("photo"), sent)


@pytest.mark.parametrize("sent", [3, "3", None, {"a": 1}, float("nan")])
def test_a_calculated_value_is_never_taken_from_the_sender(sent: object) -> None:
    asked = questionnaire(question("calculated", calculation=TWO, required=True))

    response = clean_response(asked, {"asked": sent}, [], True)
    assert (response.answers, response.errors) == ({"asked": 2}, [])


@pytest.mark.parametrize(
    ("result", "value", "kept"),
    [
        ("number", 2, 2),
        ("number", 2.50, 2.5),
        ("number", "x", None),
        ("number", float("inf"), None),
        ("number", True, None),
        ("text", "  a\nb ", "a b"),
        ("text", 2.0, "2"),
        ("text", [], None),
        ("text", "x" * 5000, None),
    ],
)
def test_what_a_calculation_gave_is_made_fit_to_keep(result: str, value: object, kept: object) -> None:
    behaviour = QUESTION_TYPES["calculated"]
    assert isinstance(behaviour, Calculated)
    assert (
        behaviour.clean_again(ask("calculated", calculation=TWO if result == "number" else "a", result=result), value)
        == kept
    )


def test_a_calculation_has_a_mean_when_it_is_a_number() -> None:
    asked = ask("calculated", calculation=TWO)

    assert columns(asked) == {"asked": "number"}
    assert asked.behaviour.summarise(asked, [1, 2, None]).mean == 1.5
    assert columns(ask("calculated", calculation="a", result="text")) == {"asked": "text"}
    assert "calculation" in problems("calculated")


@pytest.mark.parametrize("name", ["", "a b", "lang", 3, "æ", "x" * 80])
def test_a_parameter_of_the_address_is_a_plain_word(name: Any) -> None:
    assert "parameter" in problems("hidden", parameter=name)
    assert ask("hidden", parameter="utm_source").setting("parameter") == "utm_source"
