"""Every text of the templates is there in three languages and easy enough for its readers."""

from collections.abc import Iterator
from typing import Any

import pytest

from surveys.checks.audience import Audience
from surveys.checks.hard_to_read import harder_than
from surveys.picture import safe_picture
from surveys.pictures_named import pictures_named
from surveys.questionnaire import Questionnaire
from surveys.readability import lix
from surveys.templates import TEMPLATES, template, template_pictures

LANGUAGES = ("nb", "nn", "en")
# Stricter than what planners are told of their own texts.
FEWEST_WORDS = 5


def texts_in(part: Any) -> Iterator[dict[str, str]]:
    if isinstance(part, dict) and "nb" in part:
        yield part
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from texts_in(inner)


@pytest.fixture(params=sorted(TEMPLATES))
def document(request: pytest.FixtureRequest) -> dict[str, Any]:
    return template(request.param)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_template_is_a_questionnaire_in_three_languages(document: dict[str, Any]) -> None:
    assert Questionnaire.from_document(document).languages == LANGUAGES
    assert all(set(texts) == set(LANGUAGES) and all(texts.values()) for texts in texts_in(document))


def test_every_text_is_easy_to_read(document: dict[str, Any]) -> None:
    read = Questionnaire.from_document(document)
    hardest = Audience().hardest(read.age)

    assert [found.message.params for found in harder_than(read, hardest, FEWEST_WORDS)] == []


@pytest.mark.parametrize("part", ["intro", "pages"])
def test_a_part_read_as_a_whole_is_easy(document: dict[str, Any], language: str, part: str) -> None:
    assert lix("\n".join(texts[language] for texts in texts_in(document[part]))) <= Audience().hardest(
        document.get("age")
    )


def test_the_younger_choose_among_fewer_and_only_pictures() -> None:
    younger, older = (Questionnaire.from_document(template(name)) for name in ("barnetrakk_3_7", "barnetrakk_8_10"))

    for category in younger.question("places").categories:
        simple = category.followups[0].choices
        same = older.question("places").category_by_code[category.code].followups[0].choices
        assert len(simple) < len(same)
        assert all(choice.icon for choice in (*simple, *same))


@pytest.mark.parametrize("name", ["barnetrakk_3_7", "barnetrakk_8_10"])
def test_what_other_parts_rely_on_is_there(name: str) -> None:
    read = Questionnaire.from_document(template(name))
    places, road = read.question("places"), read.question("road")

    assert road.cut_home
    assert set(road.category_by_code) == {"school_road", "other_road"}
    assert {"mode", "season", "comment"} == set(road.followups_by_category["school_road"])
    assert list(places.category_by_code) == ["activity", "good", "unsafe", "wish"]
    common = {"place_name", "comment", "season", "time_of_day", "together"}
    own = {"activity": "what", "good": "why", "unsafe": "why", "wish": "wish_for"}
    assert {code: set(asked) - common for code, asked in places.followups_by_category.items()} == {
        code: {variable} for code, variable in own.items()
    }
    assert [question.variable for question in read.pages[-1].questions] == ["safe_on_road", "like_area"]


def test_a_template_is_the_callers_own() -> None:
    template("barnetrakk_3_7")["intro"].clear()

    assert template("barnetrakk_3_7")["intro"]


def test_place_quality_asks_of_fourteen_themes_each_with_the_map() -> None:
    read = Questionnaire.from_document(template("place_quality"))
    grades = [question for question in read.questions if question.type == "scale"]
    assert len(grades) == len(read.map_questions) == 14
    assert {(question.setting("min", None), question.setting("max", None)) for question in grades} == {(1, 7)}


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_pictures_of_a_template_are_there_and_safe(name: str) -> None:
    pictures = template_pictures(name)
    assert set(pictures) == set(pictures_named(template(name)))
    assert all(len(data) < 30_000 and safe_picture(data, picture) for picture, data in pictures.items())


def test_the_neighbourhood_survey_keeps_those_who_do_not_know_apart() -> None:
    read = Questionnaire.from_document(template("neighbourhood"))
    graded = [question for question in read.questions if question.type == "scale"]
    assert graded
    assert all("dont_know" in question.choice_by_code for question in graded)
