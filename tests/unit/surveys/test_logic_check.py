"""Conditions, calculations and filled-in answers of a whole document: all refer to what is asked before."""

from __future__ import annotations

from typing import Any

import pytest

from surveys.questionnaire import Questionnaire, QuestionnaireError
from tests.unit.surveys.documents import category, choices, document, question

FIRST = "pages[0].questions[0]"


def problems(*questions: dict[str, Any], **page: Any) -> dict[str, str]:
    asked = document(*questions)
    asked["pages"][0] |= page
    try:
        Questionnaire.from_document(asked)
    except QuestionnaireError as refused:
        return {problem.place: problem.message.render() for problem in refused.problems}
    return {}


def answered(variable: str) -> dict[str, Any]:
    return {"answered": [{"answer": variable}]}


def test_a_sound_questionnaire_is_read() -> None:
    assert not problems(
        question(
            "whole_number", "age", constraint={">": [{"self": True}, 0]}, constraint_message={"nb": "Ikke {age}."}
        ),
        question("single_choice", "mode", choices=[*choices("walk"), {**choices("other")[0], "specify": True}]),
        question("short_text", "more", relevant=answered("mode_other"), required={">": [{"answer": "age"}, 17]}),
        question("calculated", "later", calculation={"+": [{"answer": "age"}, 10]}),
        question(
            "whole_number", "when", label={"nb": "Om {later} år? {{sic}"}, constraint={">": [{"answer": "when"}, 0]}
        ),
    )


@pytest.mark.parametrize("member", ["relevant", "required"])
def test_a_condition_cannot_ask_what_comes_later(member: str) -> None:
    found = problems(question("short_text", "one", **{member: answered("two")}), question("short_text", "two"))

    assert "later" in found[f"{FIRST}.{member}.answered[0].answer"]


def test_a_page_cannot_depend_on_its_own_questions() -> None:
    assert "pages[0].relevant.answered[0].answer" in problems(question("short_text", "one"), relevant=answered("one"))


def test_a_question_cannot_depend_on_itself() -> None:
    found = problems(question("short_text", "one", relevant=answered("one")))

    assert "its own answer" in found[f"{FIRST}.relevant.answered[0].answer"]


def test_a_circle_is_told_as_one() -> None:
    found = problems(
        question("calculated", "one", calculation={"+": [{"answer": "three"}, 1]}),
        question("whole_number", "two", relevant=answered("one")),
        question("calculated", "three", calculation={"+": [{"answer": "two"}, 1]}),
    )

    assert list(found) == [f"{FIRST}.calculation.+[0].answer"]
    assert "depends on this question" in found[f"{FIRST}.calculation.+[0].answer"]


def test_a_follow_up_sees_its_mark_first_then_the_response() -> None:
    common = question("whole_number", "times", uid="c-times")
    own = question("short_text", "why", relevant={">": [{"answer": "times"}, {"answer": "age"}]})
    later = question("short_text", "first", relevant=answered("second"))
    places = question(
        "place",
        "places",
        followups=[common],
        categories=[category("a", followups=[own]), category("b", followups=[later, question("short_text", "second")])],
    )

    found = problems(question("whole_number", "age"), places, question("short_text", "after", relevant=answered("why")))

    assert list(found) == [
        "pages[0].questions[1].categories[1].followups[0].relevant.answered[0].answer",
        "pages[0].questions[2].relevant.answered[0].answer",
    ]


def test_a_follow_up_cannot_see_another_category_or_a_later_question() -> None:
    seen = [
        question("short_text", "x", relevant=answered("y")),
        question("short_text", "z", relevant=answered("after")),
    ]
    places = question(
        "place",
        "places",
        categories=[category("a", followups=[question("short_text", "y")]), category("b", followups=seen)],
    )

    assert len(problems(places, question("short_text", "after"))) == 2


@pytest.mark.parametrize("member", ["label", "hint", "required_message"])
def test_a_text_is_filled_in_with_earlier_answers_only(member: str) -> None:
    own = {"constraint": True} if member == "constraint_message" else {}
    found = problems(
        question("short_text", "one", **{member: {"nb": "{two} og {nobody}"}}, **own), question("short_text", "two")
    )

    assert list(found) == [f"{FIRST}.{member}.nb"]


def test_a_calculation_gives_what_it_says() -> None:
    assert "number" in problems(question("calculated", calculation="x"))[f"{FIRST}.calculation"]
    assert "text" in problems(question("calculated", calculation=3, result="text"))[f"{FIRST}.calculation"]
    assert not problems(question("calculated", calculation={"today": True}, result="text"))


def test_what_a_calculation_gives_is_known_later() -> None:
    calculated = question("calculated", "when", calculation={"today": True}, result="text")

    assert not problems(
        calculated, question("short_text", relevant={"<": [{"answer": "when"}, {"date": "2027-01-01"}]})
    )
    assert problems(calculated, question("short_text", relevant={"<": [{"answer": "when"}, 3]}))


def test_a_message_needs_its_constraint() -> None:
    assert f"{FIRST}.constraint_message" in problems(question("short_text", constraint_message={"nb": "Nei"}))


@pytest.mark.parametrize("member", ["relevant", "required", "constraint"])
@pytest.mark.parametrize("wrong", ["yes", 1, [], {"wings": []}, {"+": [1]}])
def test_what_is_no_condition_is_refused(member: str, wrong: Any) -> None:
    assert any(place.startswith(f"{FIRST}.{member}") for place in problems(question("short_text", **{member: wrong})))
