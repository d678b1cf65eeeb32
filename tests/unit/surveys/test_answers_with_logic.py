"""A hand-in keeps what is shown, lacks what is required and breaks no constraint; the rest is not asked about."""

from __future__ import annotations

from typing import Any

import pytest

from surveys.answers import CleanResponse, clean_response
from surveys.questionnaire import Questionnaire
from tests.unit.surveys.documents import category, choices, document, question, questionnaire

ASKED = questionnaire(
    question("whole_number", "age", constraint={">": [{"self": True}, 4]}, constraint_message={"nb": "Ikke {age} år."}),
    question("short_text", "job", relevant={">=": [{"answer": "age"}, 18]}, required=True),
    question(
        "short_text", "class_name", required={"<": [{"answer": "age"}, 18]}, required_message={"nb": "Skriv skolen."}
    ),
    question("calculated", "next", calculation={"+": [{"answer": "age"}, 1]}),
    question("place", "places", relevant={"<": [{"answer": "age"}, 18]}, required=True, max_marks=2),
    question("short_text", "about", relevant={">": [{"marks": "places"}, 0]}),
)
ADULT = {"age": 40, "job": "lærer"}
CHILD = {"age": 10, "class_name": "Vadmyra"}


def clean(answers: dict[str, Any], marks: list[Any] | None = None, *, complete: bool = True) -> CleanResponse:
    return clean_response(ASKED, answers, marks or [], complete, language="nb")


def errors(response: CleanResponse) -> dict[str, str]:
    return {error["field"]: error["message"] for error in response.errors}


def mark(**answers: Any) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": [5.22, 60.37]}
    return {"type": "Feature", "geometry": point, "properties": {"question": "places", "answers": answers}}


def test_what_is_hidden_is_left_out_without_a_word() -> None:
    response = clean({**ADULT, "about": "Fint"}, [mark(), mark(), mark()])

    assert (response.errors, response.marks) == ([], [])
    assert response.answers == {"age": 40, "job": "lærer", "next": 41}


def test_nothing_is_refused_for_what_is_hidden() -> None:
    response = clean({"age": 10, "class_name": "x", "job": ["not", "a", "text"]}, [mark()])

    assert response.errors == []
    assert clean(ADULT, [{"properties": {"question": "places"}}, {**mark(), "geometry": None}]).errors == []


def test_what_is_shown_is_checked_as_always() -> None:
    sent = [mark(), {**mark(), "geometry": None}, "no mark"]

    found = errors(clean({**CHILD, "about": 3, "unknown": 1}, sent))

    assert list(found) == ["answers.about", "answers.unknown", "marks[1].geometry", "marks[2]"]


def test_what_is_required_depends_on_the_answers() -> None:
    assert errors(clean({"age": 10})) == {
        "answers.class_name": "Skriv skolen.",
        "marks": "“places” must be answered on the map.",
    }
    assert list(errors(clean({"age": 40}))) == ["answers.job"]
    assert list(errors(clean({}))) == []


def test_a_draft_may_lack_anything_and_break_constraints() -> None:
    response = clean({"age": 2}, complete=False)

    assert (response.errors, response.answers) == ([], {"age": 2, "next": 3})


def test_a_constraint_is_told_in_the_questionnaires_own_words() -> None:
    assert errors(clean({"age": 2, "class_name": "x"}, [mark()])) == {"answers.age": "Ikke 2 år."}


def test_a_constraint_without_words_has_ours() -> None:
    asked = questionnaire(question("short_text", constraint={"matches": [{"self": True}, "[a-z]+"]}))

    assert clean_response(asked, {"asked": "ok"}, [], True).errors == []
    assert "Look at it again." in clean_response(asked, {"asked": "Ok 2"}, [], True).errors[0]["message"]


def test_words_are_in_the_language_of_the_respondent() -> None:
    own = {"constraint": False, "constraint_message": {"nb": "Nei til {asked}.", "en": "No to {asked}."}}
    asked = Questionnaire.from_document(document(question("short_text", **own), languages=["nb", "en"]))

    told = [
        clean_response(asked, {"asked": "50 %"}, [], True, str.upper, language=spoken).errors[0]
        for spoken in ("nb", "en")
    ]

    assert [error["message"] for error in told] == ["Nei til 50 %.", "No to 50 %."]


@pytest.mark.parametrize(
    "own",
    [
        {"required": True, "required_message": {"nb": "Skriv noe."}},
        {"constraint": False, "constraint_message": {"nb": "Nei."}},
    ],
)
def test_own_words_that_are_in_another_language_give_way_to_ours(own: dict[str, Any]) -> None:
    asked = Questionnaire.from_document(document(question("short_text", **own), languages=["nb", "pl"]))
    given = {"asked": "x"} if "constraint" in own else {}

    (told,) = clean_response(asked, given, [], True, str.upper, language="pl").errors

    assert told["message"] in (
        "THIS QUESTION MUST BE ANSWERED.",
        "THIS DOES NOT GO TOGETHER WITH THE OTHER ANSWERS, OR IS NOT POSSIBLE HERE. LOOK AT IT AGAIN.",
    )


@pytest.mark.parametrize("sent", [99, "99", ["x"], {}])
def test_a_calculated_value_is_never_taken_from_the_sender(sent: Any) -> None:
    assert clean({**ADULT, "next": sent}).answers["next"] == 41
    assert "next" not in clean({"next": sent}, complete=False).answers


def test_a_constraint_of_a_map_question_counts_its_marks() -> None:
    asked = questionnaire(
        question("place", "places", constraint={"!=": [{"self": True}, 1]}, constraint_message={"nb": "Ikke {places}."})
    )

    assert [clean_response(asked, {}, [mark()] * number, True).errors for number in (0, 2)] == [[], []]
    assert clean_response(asked, {}, [mark()], True, language="nb").errors == [{"field": "marks", "message": "Ikke 1."}]


def test_today_is_given_from_outside() -> None:
    asked = questionnaire(question("date", constraint={"<=": [{"self": True}, {"today": True}]}))

    assert not clean_response(asked, {"asked": "2026-11-22"}, [], True, now="2026-11-22T00:01").errors
    assert clean_response(asked, {"asked": "2026-11-23"}, [], True, now="2026-11-22T00:01").errors


FOLLOWED = questionnaire(
    question("short_text", "word", required=True),
    question(
        "place",
        "places",
        followups=[question("single_choice", "when", choices=choices("day", "night"))],
        categories=[
            category(
                "unsafe",
                followups=[
                    question("short_text", "light", relevant={"=": [{"answer": "when"}, "night"]}, required=True),
                    question(
                        "calculated",
                        "told",
                        result="text",
                        calculation={"join": [{"answer": "word"}, {"answer": "light"}]},
                    ),
                    question(
                        "short_text",
                        "why",
                        constraint={"contains": [{"self": True}, {"answer": "word"}]},
                        constraint_message={"nb": "Bruk {word} når det er {when}."},
                    ),
                ],
            )
        ],
    ),
)


def followed(complete: bool = True, **answers: Any) -> CleanResponse:
    feature = mark(**answers)
    feature["properties"]["category"] = "unsafe"
    return clean_response(FOLLOWED, {"word": "lys"}, [feature], complete, language="nb")


def test_a_mark_keeps_the_follow_ups_that_are_shown() -> None:
    assert followed(when="day", light="lykt").marks[0].answers == {"when": "day", "told": "lys"}
    assert followed(when="night", light="lykt", told="løgn").marks[0].answers == {
        "when": "night",
        "light": "lykt",
        "told": "lyslykt",
    }


def test_a_follow_up_is_required_and_constrained_as_other_questions() -> None:
    assert errors(followed(when="night", why="mørkt")) == {
        "marks[0].answers.light": "This question must be answered.",
        "marks[0].answers.why": "Bruk lys når det er Night.",
    }
    assert followed(complete=False, when="night", why="mørkt").errors == []
    assert followed(when="day", light=["no text"]).errors == []


def test_a_questionnaire_without_conditions_is_not_walked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("surveys.answers.flow", None)
    monkeypatch.setattr("surveys.marks.mark_flow", None)
    plain = questionnaire(question("short_text", required=True), question("place", "places"))

    assert clean_response(plain, {"asked": "x"}, [mark()], True).errors == []


@pytest.mark.parametrize("condition", [{}, {"relevant": True}])
def test_what_nobody_sees_is_neither_required_nor_refused(condition: dict[str, Any]) -> None:
    constraint = {"constraint": {">": [{"self": True}, 9]}} if condition else {}
    asked = questionnaire(
        question("hidden", "source", required=True, **condition),
        question("calculated", "sum", required=True, calculation={"+": [1, 1]}, **constraint),
        question("short_text", "wish", required=True),
    )

    assert clean_response(asked, {"wish": "En benk"}, [], True).errors == []
    assert [error["field"] for error in clean_response(asked, {}, [], True).errors] == ["answers.wish"]
