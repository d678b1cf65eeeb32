"""Questions that no answers lead to; and none that some do."""

from __future__ import annotations

from typing import Any

import pytest

from surveys.checks import Finding, Weight
from surveys.checks.audience import Audience
from surveys.checks.unreachable import check
from surveys.questionnaire import Questionnaire
from tests.unit.surveys.documents import category, choices, document, label, question, questionnaire
from tests.unit.surveys.large_questionnaire import large_document

WAY = question("single_choice", "way", choices=[*choices("walk", "bus"), *[{**choices("sled")[0], "retired": True}]])
WHY = question(
    "multiple_choice", "why", choices=[*choices("dark", "cars"), {**choices("nothing")[0], "exclusive": True}]
)
AGE = question("whole_number", "age", min=15, max=110)
DAY = question("date", "day")
GRADE = question("scale", "grade", min=1, max=6)
NOTE = question("short_text", "note")
PLACES = question("place", "places", max_marks=3)
ROWS = question("matrix", "view", rows=choices("light", "noise"), min=1, max=6)
SUM = question("calculated", "double", calculation={"*": [{"answer": "grade"}, 2]})
ALL = (WAY, WHY, AGE, DAY, GRADE, NOTE, PLACES, ROWS, SUM)


def told(asked: Questionnaire) -> list[Finding]:
    return list(check(asked, Audience()))


def lost(asked: Questionnaire) -> list[str]:
    return [one.where.question for one in told(asked)]


def answer(variable: str) -> dict[str, str]:
    return {"answer": variable}


def both(*conditions: Any) -> dict[str, Any]:
    return {"and": list(conditions)}


@pytest.mark.parametrize(
    "condition",
    [
        False,
        both({"=": [answer("way"), "walk"]}, {"=": [answer("way"), "bus"]}),
        both({"=": [answer("way"), "walk"]}, {"not": [{"answered": [answer("way")]}]}),
        {"=": [answer("way"), "sled"]},
        both({"selected": [answer("why"), "nothing"]}, {"selected": [answer("why"), "dark"]}),
        {">": [{"count_selected": [answer("why")]}, 2]},
        {"<": [answer("age"), 15]},
        both({">": [answer("age"), 30]}, {"<": [answer("age"), 31]}),
        both({">": [answer("day"), {"date": "2026-05-17"}]}, {"<": [answer("day"), {"date": "2026-05-17"}]}),
        {">": [answer("grade"), 6]},
        both({"=": [answer("note"), "a"]}, {"=": [answer("note"), "b"]}),
        {">": [{"marks": "places"}, 3]},
        both({"=": [answer("view_light"), 1]}, {"=": [answer("view_light"), 2]}),
        {"=": [answer("double"), 7]},
    ],
)
def test_what_contradicts_itself_is_never_asked(condition: Any) -> None:
    assert lost(questionnaire(*ALL, question("long_text", "last", relevant=condition))) == ["last"]


@pytest.mark.parametrize(
    "condition",
    [
        True,
        {"=": [answer("way"), "walk"]},
        {"!=": [answer("way"), "walk"]},
        both({"selected": [answer("why"), "cars"]}, {"selected": [answer("why"), "dark"]}),
        both({">": [answer("age"), 30]}, {"<": [answer("age"), 32]}),
        {">=": [answer("age"), 110]},
        {"not": [{"answered": [answer("age")]}]},
        both({">": [answer("day"), {"date": "2026-05-16"}]}, {"<": [answer("day"), {"date": "2026-05-18"}]}),
        {"<": [{"today": True}, {"date": "2020-01-01"}]},
        {"=": [{"+": [answer("age"), answer("grade")]}, 47]},
        {"matches": [answer("note"), "[0-9]{4}"]},
        both({"=": [answer("note"), "a"]}, {"!=": [answer("note"), "b"]}),
        both({">": [{"marks": "places"}, 1]}, {"=": [answer("view_noise"), 6]}),
        {"=": [{"marks": "places"}, 0]},
        {"=": [answer("double"), 12]},
        {"=": [{"length": [answer("note")]}, 17]},
    ],
)
def test_what_some_answers_lead_to_is_asked(condition: Any) -> None:
    assert not told(questionnaire(*ALL, question("long_text", "last", relevant=condition)))


def test_two_steps_that_contradict_each_other_are_found() -> None:
    walks = question("single_choice", "far", choices=choices("yes", "no"), relevant={"=": [answer("way"), "walk"]})
    last = question("long_text", "last", relevant=both({"=": [answer("far"), "yes"]}, {"=": [answer("way"), "bus"]}))
    assert lost(questionnaire(WAY, walks, last)) == ["last"]


def test_what_hangs_on_a_question_that_is_never_asked_is_lost_too() -> None:
    never = question("single_choice", "far", choices=choices("yes", "no"), relevant={"=": [answer("way"), "sled"]})
    last = question("long_text", "last", relevant={"=": [answer("far"), "yes"]})
    without = question("long_text", "without", relevant={"!=": [answer("far"), "yes"]})
    assert lost(questionnaire(WAY, never, last, without)) == ["far", "last"]


def test_a_page_that_is_never_shown_is_told_of_once() -> None:
    asked = document(WAY)
    hidden = [question("long_text", "one"), question("long_text", "two", label=label("To"))]
    asked["pages"].append(
        {"name": "second", "title": label("Side to"), "relevant": {"=": [answer("way"), "sled"]}, "questions": hidden}
    )
    assert [(one.where.page, one.where.question) for one in told(Questionnaire.from_document(asked))] == [
        ("second", "")
    ]


@pytest.mark.parametrize(
    ("required", "weight"),
    [(True, Weight.STOPS), (False, Weight.ADVICE), ({"answered": [answer("way")]}, Weight.STOPS)],
)
def test_what_must_be_answered_and_never_is_asked_stops_the_publishing(required: Any, weight: Weight) -> None:
    asked = questionnaire(
        WAY, question("long_text", "last", required=required, relevant={"=": [answer("way"), "sled"]})
    )
    assert [one.weight for one in told(asked)] == [weight]


def test_follow_ups_are_looked_at_with_those_before_them() -> None:
    own = question("single_choice", "way", choices=choices("ski", "boat")) | {"uid": "own"}
    fine = question("short_text", "fine", relevant={"=": [answer("way"), "ski"]})
    never = question(
        "short_text", "never", relevant=both({"=": [answer("way"), "ski"]}, {"=": [answer("way"), "boat"]})
    )
    asked = questionnaire(
        WAY, question("place", "p", followups=[own], categories=[category("a", followups=[fine, never])])
    )
    assert lost(asked) == ["never"]


def test_much_to_try_is_left_and_taken_to_be_in_order() -> None:
    many = [question("single_choice", f"q{at}", choices=choices(*"abcdefghij")) for at in range(6)]
    never = both(*({"=": [answer(f"q{at}"), "a"]} for at in range(6)), {"=": [answer("q0"), "b"]})
    assert not told(questionnaire(*many, question("long_text", "last", relevant=never)))


def test_a_large_questionnaire_is_looked_through_in_a_moment() -> None:
    asked = Questionnaire.from_document(large_document())
    assert {one.check for one in told(asked)} <= {"unreachable"}
