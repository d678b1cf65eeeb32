"""The shared questionnaires; tests/js/flow.test.js holds the device to the same."""

from __future__ import annotations

import json
from typing import Any

import pytest

from surveys.answer_texts import AnswerTexts
from surveys.flow import Flow, flow, followups_of, mark_flow
from surveys.own_messages import OwnWords
from surveys.piping import filled
from surveys.question import by_variable
from surveys.questionnaire import Questionnaire, QuestionnaireError
from surveys.walk import Walk
from tests.unit.surveys.condition_scope import DATA

READ: list[dict[str, Any]] = json.loads((DATA / "flow_cases.json").read_text(encoding="utf-8"))
SITUATIONS = [
    pytest.param(case["document"], situation, id=f"{case['about']} {number}")
    for case in READ
    for number, situation in enumerate(case.get("situations", ()), 1)
]
REFUSED = [pytest.param(case["document"], case["refused"], id=case["about"]) for case in READ if "refused" in case]


@pytest.mark.parametrize(("document", "situation"), SITUATIONS)
def test_a_situation(document: dict[str, Any], situation: dict[str, Any]) -> None:
    asked = Questionnaire.from_document(document)

    whole = flow(asked, situation["answers"], situation.get("marks"), situation.get("now"))

    gives = situation["gives"]
    walk, questions, answers = whole.walk, asked.question_by_variable, whole.walk.answers | dict(whole.marks)
    if "mark" in situation:
        mark = situation["mark"]
        question = asked.question(mark["question"])
        walk = mark_flow(question, mark["category"], mark["answers"], whole)
        questions, answers = questions | by_variable(followups_of(question, mark["category"])), answers | walk.answers
        assert walk.shown == gives["shown"]
    else:
        assert [[page.name, list(page.questions)] for page in whole.pages] == gives["pages"]
        assert progress(whole) == gives.get("progress", progress(whole))
    assert found(walk) == {name: gives.get(name, nothing) for name, nothing in found_nothing().items()}
    words = OwnWords(situation.get("language", "nb"), questions, answers)
    texts = AnswerTexts(questions, answers, words.language)
    assert {name: filled(questions[name].label_in("nb"), texts) for name in gives.get("texts", ())} == gives.get(
        "texts", {}
    )
    told = {name: words.failing(questions[name]).render() for name in gives.get("messages", ())}
    assert told == gives.get("messages", {})


@pytest.mark.parametrize(("document", "places"), REFUSED)
def test_a_document_is_refused(document: dict[str, Any], places: list[str]) -> None:
    with pytest.raises(QuestionnaireError) as refused:
        Questionnaire.from_document(document)

    assert [problem.place for problem in refused.value.problems] == places


def found(walk: Walk) -> dict[str, Any]:
    return {
        "required": sorted(walk.required),
        "failing": walk.failing,
        "calculated": walk.calculated,
        "cleared": sorted(walk.cleared),
        "offered": walk.offered,
        "narrowed": walk.narrowed,
    }


def found_nothing() -> dict[str, Any]:
    return {"required": [], "failing": [], "calculated": {}, "cleared": [], "offered": {}, "narrowed": {}}


def progress(whole: Flow) -> dict[str, list[int]]:
    return {name: list(whole.progress(name)) for name in ("you", "home", "marked", "nowhere")}
