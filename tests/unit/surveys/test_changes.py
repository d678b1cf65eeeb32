"""What a new version changes: which answers keep their meaning, and which changes are refused."""

from __future__ import annotations

from typing import Any

import pytest

from surveys.changes.change import Lost, Weight, losses, refusals, weight_of
from surveys.changes.comparing import changes
from surveys.questionnaire import Questionnaire
from tests.unit.surveys.documents import category, choices, document, label, question, questionnaire

CHOICE = question("single_choice", choices=choices("a", "b"))
MATRIX = question("matrix", rows=choices("lys", "veg"))
PLACES = question("place", categories=[category("good"), category("bad")])


def told(before: Questionnaire, now: Questionnaire, *older: Questionnaire) -> list[tuple[Weight, str]]:
    return [(change.weight, change.message.render()) for change in changes([before, *older], now)]


def weights(before: dict[str, Any], now: dict[str, Any]) -> set[Weight]:
    return {change.weight for change in changes([questionnaire(before)], questionnaire(now))}


@pytest.mark.parametrize("asked", [CHOICE, MATRIX, PLACES, question("scale"), question("short_text")])
def test_nothing_is_changed(asked: dict[str, Any]) -> None:
    assert weights(asked, asked) == set()


@pytest.mark.parametrize(
    ("own", "weight"),
    [
        ({"label": label("Hva mener du?")}, Weight.WORDING),
        ({"hint": label("Tenk deg om.")}, Weight.WORDING),
        ({"required": True}, Weight.ADDITION),
        ({"relevant": {"=": [1, 1]}}, Weight.ADDITION),
        ({"choices": choices("a", "b", "c")}, Weight.ADDITION),
        ({"choices": choices("b", "a")}, Weight.WORDING),
        ({"choices": [*choices("a"), choices("b")[0] | {"retired": True}]}, Weight.ADDITION),
        ({"choices": choices("a")}, Weight.REMOVAL),
        ({"dont_know": label("Vet ikke")}, Weight.ADDITION),
    ],
)
def test_a_change_of_a_question_weighs(own: dict[str, Any], weight: Weight) -> None:
    assert max(weights(CHOICE, CHOICE | own)) == weight


def test_another_type_and_another_scale_are_breaches() -> None:
    assert weights(question("scale"), question("scale", max=7)) == {Weight.BREACH}
    assert weights(question("scale"), question("whole_number")) == {Weight.BREACH}
    assert weights(MATRIX, MATRIX | {"max": 5}) == {Weight.BREACH}
    assert Weight.BREACH not in weights(question("whole_number", max=6), question("whole_number", max=7))


def test_a_question_is_asked_from_now_on_or_no_longer() -> None:
    two = questionnaire(CHOICE, question("short_text", "more"))
    assert told(questionnaire(CHOICE), two) == [(Weight.ADDITION, "“Spørsmål” is asked from now on.")]
    gone = (Weight.REMOVAL, "“Spørsmål” is no longer asked. What was answered is kept.")
    assert told(two, questionnaire(CHOICE)) == [gone]
    assert refusals(changes([two], questionnaire(CHOICE)), []) == []


def test_another_name_is_a_breach() -> None:
    renamed = questionnaire(CHOICE | {"variable": "called"})
    assert told(questionnaire(CHOICE), renamed)[0][0] == Weight.BREACH


def test_what_somebody_chose_cannot_be_taken_away() -> None:
    found = changes([questionnaire(CHOICE)], questionnaire(CHOICE | {"choices": choices("a")}))
    lost = Lost("choice", "asked", "b")
    assert losses(found) == [lost]
    assert refusals(found, []) == []
    assert [refused.message.render() for refused in refusals(found, [lost])] == ["“Spørsmål”: the choice “B” is gone."]


def test_rows_and_categories_are_codes_too() -> None:
    row = changes([questionnaire(MATRIX)], questionnaire(MATRIX | {"rows": choices("lys")}))
    assert losses(row) == [Lost("row", "asked", "veg")]
    gone = changes([questionnaire(PLACES)], questionnaire(PLACES | {"categories": [category("good")]}))
    assert losses(gone) == [Lost("category", "asked", "bad")]


def test_a_choice_about_a_mark_is_lost_within_its_map_question() -> None:
    why = question("multiple_choice", "why", choices=choices("dark", "cars"))
    with_why = PLACES | {"followups": [why]}
    found = changes(
        [questionnaire(with_why)], questionnaire(PLACES | {"followups": [why | {"choices": choices("dark")}]})
    )
    assert losses(found) == [Lost("choice", "why", "cars", "asked")]


def test_questions_of_a_new_or_lost_category_are_told_with_it() -> None:
    more = category("wish", "star", followups=[question("short_text", "what")])
    with_wish = questionnaire(PLACES | {"categories": [*PLACES["categories"], more]})
    assert told(questionnaire(PLACES), with_wish) == [(Weight.ADDITION, "“Spørsmål”: the category “Wish” is new.")]
    assert told(with_wish, questionnaire(PLACES)) == [(Weight.REMOVAL, "“Spørsmål”: the category “Wish” is gone.")]


def test_a_code_does_not_come_back_as_something_else() -> None:
    first, second = questionnaire(CHOICE), questionnaire(CHOICE | {"choices": choices("a")})
    same, other = choices("a", "b"), [*choices("a"), {"code": "b", "label": label("Noe helt annet")}]
    assert [weight for weight, _told in told(second, questionnaire(CHOICE | {"choices": same}), first)] == [
        Weight.ADDITION
    ]
    weight, message = told(second, questionnaire(CHOICE | {"choices": other}), first)[0]
    assert weight == Weight.BREACH
    assert "the code b meant “B” before" in message


def test_a_question_that_was_away_comes_back_as_it_was() -> None:
    first, without = questionnaire(CHOICE), questionnaire(question("short_text", "more"))
    back = [weight for weight, _told in told(without, questionnaire(CHOICE), first)]
    assert back == [Weight.REMOVAL, Weight.ADDITION]
    retyped = told(without, questionnaire(question("short_text")), first)
    assert (retyped[0][0], retyped[-1][0]) == (Weight.BREACH, Weight.ADDITION)


def test_languages_titles_and_order_are_wording() -> None:
    one, two = question("short_text", "one"), question("short_text", "two")
    before = Questionnaire.from_document(document(one, two))
    both = {"nb": "Skjema", "en": "Form"}
    now = Questionnaire.from_document(document(two, one, languages=["nb", "en"], title=both))
    found = changes([before], now)
    assert {change.message.render() for change in found} == {
        "The language en is new.",
        "The title or the introduction is changed.",
        "The pages, their titles or the order of the questions are changed.",
    }
    assert weight_of(found) == Weight.WORDING
