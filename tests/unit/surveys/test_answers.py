from typing import Any

import pytest

from surveys.answers import clean_response
from surveys.questionnaire import Questionnaire
from surveys.templates import template
from tests.unit.surveys.documents import category, choices, question, questionnaire


@pytest.fixture(scope="module")
def barnetrakk() -> Questionnaire:
    return Questionnaire.from_document(template("barnetrakk_8_10"))


def route(**properties: Any) -> dict[str, Any]:
    line = {"type": "LineString", "coordinates": [[5.2212345678, 60.37], [5.23, 60.38]]}
    return {
        "type": "Feature",
        "geometry": line,
        "properties": {"question": "road", "category": "school_road", **properties},
    }


def sticker(category_code: str = "unsafe", **answers: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [5.22, 60.37]},
        "properties": {"question": "places", "category": category_code, "answers": answers},
    }


def fields(errors: list[dict[str, str]]) -> list[str]:
    return [error["field"] for error in errors]


def test_a_whole_response_comes_out_as_it_is_stored(barnetrakk: Questionnaire) -> None:
    marks = [
        route(home_cut=True, answers={"mode": "walk"}),
        sticker(why=["slippery", "dark"], comment=" Glatt \r\n her "),
    ]

    response = clean_response(barnetrakk, {"safe_on_road": "4", "like_area": 5}, marks, True)

    assert response.errors == []
    assert response.answers == {"safe_on_road": 4, "like_area": 5}
    road, place = response.marks
    assert (road.question, road.category, road.home_cut, road.answers) == (
        "road",
        "school_road",
        True,
        {"mode": "walk"},
    )
    assert road.geometry["coordinates"][0] == [5.221235, 60.37]
    assert (place.home_cut, place.answers) == (None, {"why": ["dark", "slippery"], "comment": "Glatt \n her"})


def test_every_problem_is_told_at_once_with_its_place(barnetrakk: Questionnaire) -> None:
    marks = [sticker(why="aliens"), sticker("nowhere"), {"type": "Feature"}, route(answers={"wings": "yes"})]
    marks[0]["geometry"] = {"type": "Point", "coordinates": [float("nan"), 60]}

    response = clean_response(barnetrakk, {"like_area": 6, "age": 12}, marks, True)

    assert fields(response.errors) == [
        "answers.like_area",
        "answers.age",
        "marks[0].geometry",
        "marks[0].answers.why",
        "marks[1].category",
        "marks[2].properties",
        "marks[3].answers.wings",
    ]
    assert response.marks == []


def test_a_lone_code_is_a_list_of_one(barnetrakk: Questionnaire) -> None:
    response = clean_response(barnetrakk, {}, [sticker(why="dark")], False)

    assert response.marks[0].answers == {"why": ["dark"]}


@pytest.mark.parametrize("told", [None, "yes", 1, [], {}])
def test_a_strange_home_cut_counts_as_not_told(barnetrakk: Questionnaire, told: object) -> None:
    response = clean_response(barnetrakk, {}, [route(home_cut=told)], False)

    assert (response.errors, response.marks[0].home_cut) == ([], None)


def test_follow_ups_belong_to_their_category(barnetrakk: Questionnaire) -> None:
    response = clean_response(barnetrakk, {}, [sticker("wish", why=["dark"])], False)

    assert fields(response.errors) == ["marks[0].answers.why"]


def test_a_map_question_is_not_answered_with_a_value(barnetrakk: Questionnaire) -> None:
    assert fields(clean_response(barnetrakk, {"road": "dark"}, [], False).errors) == ["answers.road"]


def test_required_questions_may_be_open_only_in_a_draft() -> None:
    asked = questionnaire(
        question("short_text", "name_of_place", required=True),
        question("place", "places", required=True, categories=[]),
    )

    assert clean_response(asked, {}, [], False).errors == []
    assert fields(clean_response(asked, {"name_of_place": "  "}, [], True).errors) == ["answers.name_of_place", "marks"]


def test_a_wrong_answer_to_a_required_question_is_told_once() -> None:
    asked = questionnaire(question("whole_number", required=True))

    assert fields(clean_response(asked, {"asked": "many"}, [], True).errors) == ["answers.asked"]


def test_a_question_without_categories_takes_none() -> None:
    asked = questionnaire(question("place", "places", followups=[question("short_text", "more")]))
    mark = sticker(more="Fint")
    del mark["properties"]["category"]

    assert clean_response(asked, {}, [mark], True).marks[0].answers == {"more": "Fint"}
    assert fields(clean_response(asked, {}, [sticker("unsafe")], True).errors) == ["marks[0].category"]


def test_the_number_of_marks_is_limited() -> None:
    asked = questionnaire(question("place", "places", max_marks=1, categories=[category("unsafe")]))

    assert fields(clean_response(asked, {}, [sticker(), sticker()], False).errors) == ["marks"]
    assert fields(clean_response(asked, {}, [sticker()] * 1001, False).errors) == ["marks"]


def test_a_limit_of_null_is_no_limit() -> None:
    asked = questionnaire(question("place", "places", max_marks=None, categories=[category("unsafe")]))

    assert clean_response(asked, {}, [sticker(), sticker()], True).errors == []


def test_errors_are_many_but_not_endless() -> None:
    asked = questionnaire(question("short_text"))

    errors = clean_response(asked, {f"unknown{number}": 1 for number in range(10_000)}, [], True).errors

    assert len(errors) == 201
    assert "9800" in errors[-1]["message"]


@pytest.mark.parametrize("answers", [None, [], "text", 3])
def test_answers_of_the_wrong_shape_are_told(barnetrakk: Questionnaire, answers: object) -> None:
    assert fields(clean_response(barnetrakk, answers, {"not": "a list"}, True).errors) == ["answers", "marks"]


def test_messages_are_translated_before_they_are_filled_in() -> None:
    asked = questionnaire(question("single_choice", choices=choices("a", "b")))

    def translate(text: str) -> str:
        return "Velg %(choices)s" if "choices" in text else text

    assert clean_response(asked, {"asked": "c"}, [], True, translate).errors[0]["message"] == "Velg a, b"
