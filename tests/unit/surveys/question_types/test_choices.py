"""Single and multiple choice: pictures, texts that a choice opens, limits, choices that stand alone or apart."""

from typing import Any

import pytest

from surveys.answer_form import answer_form
from surveys.answers import clean_response
from tests.unit.surveys.documents import category, choices, label, question, questionnaire
from tests.unit.surveys.question_types.asking import ask, columns, errors_when_sent, problems, refusal

OTHER = [*choices("walk"), {"code": "other", "label": label("Annet"), "specify": True}]
NONE = [*choices("a", "b", "c"), {"code": "none", "label": label("Ingen"), "exclusive": True}]


def test_the_text_that_a_choice_opens_is_a_variable_of_its_own() -> None:
    asked = questionnaire(question("single_choice", "mode", choices=OTHER))

    assert [found.variable for found in asked.answer_questions] == ["mode", "mode_other"]
    assert asked.question("mode_other").label_in("nb") == "Spørsmål – Annet"
    sent = clean_response(asked, {"mode": "other", "mode_other": " På  ski "}, [], True)
    assert (sent.answers, sent.errors) == ({"mode": "other", "mode_other": "På ski"}, [])


@pytest.mark.parametrize("answers", [{"mode": "walk", "mode_other": "På ski"}, {"mode_other": "På ski"}])
def test_a_text_whose_choice_is_not_made_is_left_out(answers: dict[str, Any]) -> None:
    asked = questionnaire(question("single_choice", "mode", choices=OTHER))

    assert "mode_other" not in clean_response(asked, answers, [], False).answers


def test_a_text_may_be_opened_by_one_of_several_choices_and_in_a_follow_up() -> None:
    why = question("multiple_choice", "why", choices=OTHER)
    asked = questionnaire(question("place", "spot", categories=[category("a", followups=[why])]))
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [5.3, 60.4]},
        "properties": {"question": "spot", "category": "a", "answers": {"why": ["other"], "why_other": "Elg"}},
    }

    [mark] = clean_response(asked, {}, [feature], True).marks
    assert mark.answers == {"why": ["other"], "why_other": "Elg"}


def test_the_text_has_a_field_in_the_form() -> None:
    form = answer_form([ask("single_choice", choices=OTHER)], "nb", str)(data={"asked": "other", "asked_other": "Ski"})

    assert form.validate()
    assert form.cleaned == {"asked": "other", "asked_other": "Ski"}


def test_a_name_taken_by_the_text_of_another_question_is_refused() -> None:
    found = problems("single_choice", choices=[*OTHER, {"code": "more", "label": label(), "specify": True}])
    assert "Two choices" in found["choices"]

    with pytest.raises(Exception, match="used twice"):
        questionnaire(question("single_choice", "mode", choices=OTHER), question("short_text", "mode_other"))


def test_a_choice_that_stands_alone_takes_no_company() -> None:
    asked = ask("multiple_choice", choices=NONE)

    assert asked.clean(["none"]) == ["none"]
    assert "alone" in refusal(asked, ["a", "none"])


def test_fewer_than_the_least_are_told_only_when_sent() -> None:
    asked = questionnaire(question("multiple_choice", choices=NONE, min=2, max=3))

    assert asked.question("asked").clean(["a"]) == ["a"]
    assert errors_when_sent(asked, {"asked": ["a"]}) == {"answers.asked": "Choose at least 2."}
    assert errors_when_sent(asked, {"asked": ["a", "b"]}) == {}
    assert errors_when_sent(asked, {"asked": ["none"]}) == {}
    assert errors_when_sent(asked, {}) == {}


def test_too_many_choices_say_how_many_to_take_away() -> None:
    assert "2 are chosen. Choose at most 1" in refusal(ask("multiple_choice", choices=NONE, max=1), ["a", "b"])


def test_who_does_not_know_stands_apart() -> None:
    asked = ask("single_choice", choices=choices("a", "b"), dont_know=label("Vet ikke"))

    assert asked.clean("dont_know") == "dont_know"
    assert asked.choice_label("dont_know", "nb") == "Vet ikke"
    summary = asked.behaviour.summarise(asked, ["a", "dont_know", "b", "a", None])
    assert (summary.answered, summary.dont_know) == (3, 1)
    assert [(row.code, row.count) for row in summary.frequencies] == [("a", 2), ("b", 1)]
    refusal(ask("single_choice", choices=choices("a")), "dont_know")


def test_a_retired_choice_is_known_but_not_offered() -> None:
    old = {"code": "tram", "label": label("Trikk"), "retired": True}
    asked = ask("single_choice", choices=[*choices("walk"), old])
    make = answer_form([asked], "nb", str)

    assert asked.clean("tram") == "tram"
    assert asked.behaviour.cells(asked, "tram", "nb") == ["tram", "Trikk"]
    assert "tram" not in refusal(asked, "boat")
    assert [code for code, *_more in make()["asked"].iter_choices()] == ["walk"]
    assert [code for code, *_more in make(data={"asked": "tram"})["asked"].iter_choices()] == ["walk", "tram"]


def test_a_dropdown_begins_with_nothing_chosen() -> None:
    field = answer_form([ask("single_choice", choices=choices("a"), appearance="dropdown")], "nb", str)()["asked"]

    assert str(field()).startswith("<select")
    assert next(iter(field.iter_choices()))[:2] == ("", "Choose")
    assert field.data is None


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ({"choices": choices("a"), "appearance": "buttons"}, "appearance"),
        ({"choices": choices("a"), "appearance": "images"}, "choices"),
        ({"choices": [{"code": "a", "label": label(), "image": "../secret.jpg"}]}, "choices[0].image"),
        ({"choices": [{"code": "a", "label": label(), "image": "drawing.svg"}]}, "choices[0].image"),
        ({"choices": [{"code": "a", "label": label(), "exclusive": True}]}, "choices[0]"),
        ({"choices": [{"code": "a", "label": label(), "specify": "yes"}]}, "choices[0].specify"),
        ({"choices": choices("dont_know"), "dont_know": label()}, "choices"),
        ({"choices": choices("a"), "dont_know": "Vet ikke"}, "dont_know"),
        ({"choices": []}, "choices"),
        ({}, "choices"),
    ],
)
def test_wrong_settings_are_told(settings: dict[str, Any], place: str) -> None:
    assert place in problems("single_choice", **settings)


@pytest.mark.parametrize(("settings", "place"), [({"min": 3, "max": 2}, "min"), ({"max": 9}, "max")])
def test_wrong_limits_are_told(settings: dict[str, Any], place: str) -> None:
    assert place in problems("multiple_choice", choices=NONE, **settings)


def test_choices_may_be_pictures() -> None:
    asked = ask("single_choice", choices=[{**choices("a")[0], "image": "bench.jpg"}], appearance="images")

    assert asked.choices[0].image == "bench.jpg"


def test_columns_are_a_code_and_its_label() -> None:
    assert columns(ask("single_choice", choices=OTHER)) == {"asked": "code", "asked_label": "label"}
