from typing import Any

import pytest

from surveys.questionnaire import Questionnaire, QuestionnaireError
from tests.unit.surveys.documents import category, choices, document, label, question


def problems(read: Any) -> dict[str, str]:
    with pytest.raises(QuestionnaireError) as refused:
        Questionnaire.from_document(read)
    return {problem.place: problem.message.render() for problem in refused.value.problems}


def test_questions_are_found_by_variable() -> None:
    read = Questionnaire.from_document(
        document(question("short_text", "name_of_place"), question("place", "places", categories=[category("wish")]))
    )

    assert read.question("places").category_by_code["wish"].colour == "#0072b2"
    assert [asked.variable for asked in read.map_questions] == ["places"]
    assert [asked.variable for asked in read.answer_questions] == ["name_of_place"]


def test_every_problem_of_a_document_is_told_with_its_place() -> None:
    wrong = document(
        question("single_choice", "Where?", uid="where", choices=[{"code": "a b", "label": {}}]),
        question("smiley", "mood"),
        question("route", "road", categories=[category("a", "star", colour="blue")], max_mark=3),
        age="5",
    )

    assert set(problems(wrong)) == {
        "age",
        "pages[0].questions[0].variable",
        "pages[0].questions[0].choices[0].code",
        "pages[0].questions[0].choices[0].label",
        "pages[0].questions[1].type",
        "pages[0].questions[2]",
        "pages[0].questions[2].categories[0].symbol",
        "pages[0].questions[2].categories[0].colour",
    }


def test_a_misspelt_member_gets_a_suggestion() -> None:
    assert "max_marks" in problems(document(question("route", "road", max_mark=3)))["pages[0].questions[0]"]


@pytest.mark.parametrize(
    "wrong",
    [
        document(question("short_text"), question("short_text")),
        document(question("single_choice", choices=choices("a", "a"))),
        document(question("place", categories=[category("a"), category("a")])),
        document(question("place", followups=[question("place", "inner")])),
        document(
            question(
                "place",
                followups=[question("short_text", "why")],
                categories=[category("a", followups=[question("short_text", "why")])],
            )
        ),
        document(question("short_text", "zone_code")),
        document(question("short_text", "mode_label")),
        document(question("short_text", label={"nb": "Tekst", "xx": "Text"})),
        document(question("short_text", label={"nb": "Halv \ud800"})),
        document(question("smiley_scale", choices=choices("1", "2", "3"))),
        document(question("whole_number", min=3, max=1)),
        document(question("short_text", max_length=0)),
        document(question("short_text"), languages=[]),
        document(question("short_text"), format=2),
        {},
        None,
    ],
)
def test_a_document_is_refused(wrong: Any) -> None:
    assert problems(wrong)


def test_the_same_follow_up_of_two_categories_has_one_type() -> None:
    text, number = question("short_text", "why", uid="a-why"), question("whole_number", "why", uid="b-why")
    wrong = document(question("place", categories=[category("a", followups=[text]), category("b", followups=[number])]))

    assert "two types" in problems(wrong)["pages"]


def test_a_text_falls_back_to_a_language_that_has_it() -> None:
    asked = question("short_text", label=label("Hvor?"))
    read = Questionnaire.from_document(document(asked, languages=["nb", "en"]))

    assert read.question("asked").label_in("en") == "Hvor?"
