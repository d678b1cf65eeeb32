"""Which answers the archive package may hold, and what is left of them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from participation.downloads.research.common_values import CommonValues
from participation.downloads.research.questions import as_answer, as_background, is_background, is_kept, is_text
from participation.downloads.research.reviewed_texts import POINTED_OUT, TOLD, UNREAD, ReviewedTexts
from surveys.question import Question
from surveys.question_types import QUESTION_TYPES
from surveys.questionnaire import Questionnaire
from tests.unit.surveys.examples import example

FEWEST = 5
KEPT = {
    "single_choice",
    "multiple_choice",
    "scale",
    "smiley_scale",
    "matrix",
    "ranking",
    "whole_number",
    "decimal",
    "slider",
}


@pytest.mark.parametrize("name", QUESTION_TYPES)
def test_only_what_is_chosen_or_counted_is_kept_and_only_what_is_written_is_text(name: str) -> None:
    """A type that comes later is left out until somebody says that it may be told."""
    question = example(name).question("asked")
    assert is_kept(question) == (name in KEPT)
    assert is_text(question) == (name in {"short_text", "long_text"})


def asked(kind: str, label: str, **more: Any) -> Question:
    choices = [{"code": str(code), "label": {"nb": str(code)}} for code in range(1, 5)]
    question = {"uid": "q", "variable": "q", "type": kind, "label": {"nb": label}, **more}
    if kind in {"single_choice", "multiple_choice", "ranking"}:
        question.setdefault("choices", choices)
    page = {"name": "p", "title": {"nb": "P"}, "questions": [question]}
    document = {"format": 1, "languages": ["nb"], "title": {"nb": "T"}, "pages": [page]}
    return Questionnaire.from_document(document).question("q")


@pytest.mark.parametrize(
    ("label", "tells"),
    [
        ("Hvor gammel er du?", True),
        ("Kva kjønn har du?", True),
        ("Hvor lenge har du bodd her?", True),
        ("Hvilken skole går du på?", True),
        ("Hvor mange bor hos deg?", True),
        ("Kor mange sysken har du?", True),
        ("Hva er postnummeret ditt?", True),
        ("Hvilken nasjonalitet har du?", True),
        ("Trives folk av ulik nasjonalitet her?", False),
        ("Hvilken type bolig trengs her?", False),
        ("Hvilken bydel bor du i?", True),
        ("Bydel", True),
        ("Hvor trygg er du i bydelen?", False),
        ("How old are you?", True),
        ("Hvor trygg er skoleveien?", False),
        ("Liker du deg der du bor?", False),
        ("Hva er bra på skolen?", False),
    ],
)
def test_what_tells_who_somebody_is(label: str, tells: bool) -> None:
    assert is_background(asked("single_choice", label)) == tells


def test_several_values_tell_who_somebody_is_together() -> None:
    """Languages, each of which many speak, may be spoken together by one alone."""
    several = asked("multiple_choice", "Hvilke språk snakker du hjemme?")
    rows = [{"code": code, "label": {"nb": code}} for code in ("grown", "children")]
    matrix = asked("matrix", "Hvor mange er det i husstanden?", rows=rows, min=1, max=5)
    assert is_background(several) and is_background(matrix)
    assert as_background(several, ["2", "1"]) == as_background(several, ["1", "2"])
    assert as_answer(several, as_background(several, ["old", "2", "1"])) == ["1", "2", "old"]  # as it is asked today
    ranked = asked("ranking", "Hvilke språk snakker du best?")
    assert as_background(ranked, ["2", "1"]) != as_background(ranked, ["1", "2"])
    for question, answer in ((several, ["1", "2"]), (matrix, {"children": 2, "grown": 1}), (ranked, ["2", "1"])):
        assert as_answer(question, as_background(question, answer)) == answer
    assert as_answer(several, as_background(several, None)) is None


def test_what_is_written_of_who_somebody_is_is_no_text() -> None:
    """Also where it is what was not among the choices."""
    assert not is_text(asked("short_text", "Hva er yrket ditt?"))
    assert is_text(asked("long_text", "Hva er det beste med å bo her?"))
    assert is_text(asked("long_text", "Hva trengs for dem som har lav inntekt?"))
    others = [{"code": "other", "label": {"nb": "Et annet"}, "specify": True}]
    spoken = asked("single_choice", "Hvilket språk snakker du hjemme?", choices=others)
    assert spoken.other_text and not is_text(spoken.other_text)
    liked = asked("single_choice", "Hva liker du best?", choices=others)
    assert liked.other_text and is_text(liked.other_text)


def test_a_question_that_asks_for_a_person_is_no_text_and_no_number() -> None:
    assert not is_text(asked("short_text", "Hva heter du?"))
    assert not is_kept(asked("whole_number", "Hva er fødselsnummeret ditt?"))


def told(question: Question, answers: list[Any], answer: Any) -> Any:
    common = CommonValues(FEWEST)
    for respondent, given in enumerate(answers):
        common.add((), question, given, (respondent,))
    return common.of((), question, answer)


def test_a_value_that_few_gave_is_blank() -> None:
    one = asked("single_choice", "Hva?")
    assert told(one, ["1"] * 5 + ["2"] * 4, "1") == "1"
    assert told(one, ["1"] * 5 + ["2"] * 4, "2") is None
    assert told(one, ["1"] * 5, None) is None
    assert told(asked("whole_number", "Hvor mange?"), [3] * 5 + [14], 14) is None


def test_the_same_respondent_many_times_is_one() -> None:
    common, one = CommonValues(FEWEST), asked("single_choice", "Hva?")
    for _time in range(9):
        common.add((), one, "1", (7,))
    assert common.of((), one, "1") is None
    assert common.blanked == 1


def test_of_several_choices_the_common_stay_but_a_ranking_is_whole_or_not_at_all() -> None:
    answers = [["1", "2"]] * 5 + [["1", "3"]]
    assert told(asked("multiple_choice", "Hva?"), answers, ["1", "3"]) == ["1"]
    assert told(asked("ranking", "Hva?"), answers, ["1", "3"]) is None
    assert told(asked("ranking", "Hva?"), answers, ["1", "2"]) == ["1", "2"]


def test_of_a_matrix_the_common_rows_stay() -> None:
    rows = [{"code": code, "label": {"nb": code}} for code in ("a", "b")]
    matrix = asked("matrix", "Hva?", rows=rows, min=1, max=5)
    assert told(matrix, [{"a": 1, "b": 2}] * 5 + [{"a": 1, "b": 5}], {"a": 1, "b": 5}) == {"a": 1}


def test_texts_are_told_when_read_and_nothing_is_pointed_out() -> None:
    texts, read, unread = ReviewedTexts(), SimpleNamespace(reviewed_at=1), SimpleNamespace(reviewed_at=None)
    assert texts.of(read, "Fint her") == "Fint her"
    assert texts.of(unread, "Fint her") is None
    assert texts.of(read, "Ring meg på 47 12 34 56") is None
    assert texts.of(read, "Ring meg på ▇▇▇") == "Ring meg på ▇▇▇"
    assert texts.of(read, " ") is texts.of(read, ["bilde"]) is texts.of(read, None) is None
    assert texts.counted == {TOLD: 2, UNREAD: 1, POINTED_OUT: 1}
