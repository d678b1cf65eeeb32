"""What a builder must know of a questionnaire that is being built."""

from __future__ import annotations

import pytest

from surveys.document_structure import check_document
from surveys.editing.beginning import empty
from surveys.editing.kin import KIN, akin
from surveys.editing.places_named import in_words
from surveys.editing.presenting import presentable
from surveys.editing.taken import taken
from surveys.errors import Problem
from surveys.messages import Message
from surveys.question_types import QUESTION_TYPES
from surveys.questionnaire import Questionnaire
from tests.unit.surveys.documents import category, choices, document, label, question, questionnaire

BROKEN = {"nb": "Kan ikke vises"}


def test_an_empty_questionnaire_lacks_nothing() -> None:
    assert check_document(empty("Skjema", "nb")) == []


@pytest.mark.parametrize("name", QUESTION_TYPES)
def test_a_new_question_of_any_type_lacks_words_at_most(name: str) -> None:
    made = document({"uid": "q1", "variable": "q1", "type": name, "label": {}, **QUESTION_TYPES[name].begins_as})
    made["languages"] = ["nb", "nn", "en"]
    for problem in check_document(made):
        assert problem.message.template == "The text is missing in %(language)s. Write it.", problem.render()
    assert presentable(made, 0, BROKEN).question("q1").type == name


def test_every_name_and_code_ever_published_is_taken() -> None:
    first = questionnaire(question("single_choice", "one", choices=choices("a", "b")))
    rows = [{"code": "paths", "label": label("Stier")}]
    second = questionnaire(
        question("single_choice", "one", choices=choices("b", "c")),
        question("matrix", "table", rows=rows),
        question("place", "spots", categories=[category("good", followups=[question("short_text", "why")])]),
    )
    found = taken([second, first])
    assert found["uids"] == ["one", "spots", "table", "why"]
    assert found["variables"] == ["one", "spots", "table", "table_paths", "why"]
    assert found["codes"] == {"one": ["a", "b", "c"], "spots": ["good"], "table": ["paths"]}
    assert found["pages"] == ["first"]


def test_the_page_that_is_looked_at_is_shown_alone() -> None:
    made = document(question("short_text", "one"))
    made["pages"].append({"name": "second", "title": label("Andre"), "questions": [question("long_text", "two")]})
    shown = presentable(made, 1, BROKEN)
    assert [page.title for page in shown.pages] == [{"nb": "Andre"}]
    assert presentable(made, 9, BROKEN).pages == shown.pages


def test_a_question_without_words_is_shown_and_one_that_cannot_be_is_told() -> None:
    made = document(
        question("single_choice", "blank", choices=[{"code": "1", "label": {}}]) | {"label": {}},
        question("scale", "steps", min=5, max=1),
        question("information", "seen", image="park.jpg"),
        question("consent", "agreed", required=True),
        question("place", "spots", categories=[{"code": "a", "label": {}}]),
    )
    shown = presentable(made, 0, BROKEN).pages[0].questions
    assert [one.type for one in shown] == ["single_choice", "information", "information", "consent", "information"]
    told = [one.text("text", "nb") for one in shown]
    assert told == ["", "Kan ikke vises", "", "", "Kan ikke vises"]


def test_a_problem_names_its_question() -> None:
    made = document(question("short_text", "one"), question("short_text", "two") | {"label": {}})
    told = [
        in_words(made, Problem(place, Message("Mend it."))).render()
        for place in ("pages[0].questions[0].hint", "pages[0].questions[1].label", "pages[0].title", "languages")
    ]
    assert told == ["Page 1, “Spørsmål”: Mend it.", "Page 1, question 2: Mend it.", "Page 1: Mend it.", "Mend it."]
    assert Questionnaire.from_document(document()).pages


def test_types_that_are_akin_are_known_and_stand_in_one_family() -> None:
    named = [name for family in KIN for name in family]
    assert len(set(named)) == len(named) and QUESTION_TYPES.keys() >= set(named)
    assert akin("place") == ["route", "area"] and akin("matrix") == []
