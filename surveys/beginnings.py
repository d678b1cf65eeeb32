"""What stands in a question's field before anything is answered.

It becomes an answer once the respondent has been on the question's page and gone on from it, and not before: what nobody has
seen is nobody's answer. A page counts as gone on from when a later one has been reached; there it never comes back, so that
whoever empties the field leaves it empty. The device's twin is static/js/answering/beginnings.js.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from surveys.conditions.operators.operator import CODES, DAY, NUMBER, TEXT, Kinds
from surveys.conditions.values import Kind, stored
from surveys.errors import AnswerError
from surveys.question import Question
from surveys.walk import Walk

FITTING: dict[Kind, Kinds] = {
    "number": NUMBER,
    "step": NUMBER | TEXT,
    "codes": CODES | TEXT,
    "date": DAY,
    "date_time": DAY,
    "time": frozenset({"time"}),
    "code": TEXT | NUMBER,
}


def kinds_of(kind: Kind) -> Kinds:
    """What the field of a question may begin with, whose answers are of this kind."""
    return FITTING.get(kind, TEXT | NUMBER | DAY | frozenset({"time"}))


def beginnings(questions: Iterable[Question], walk: Walk) -> dict[str, Any]:
    """Variable → clean answer, of those questions that are shown, begin with something, and have no answer yet."""
    found = {}
    for question in questions:
        if question.variable in walk.shown and walk.given.get(question.variable) is None:
            answer = _beginning(question, walk)
            if answer is not None:
                found[question.variable] = answer
    return found


def fits(question: Question, value: Any) -> AnswerError | None:
    """Why a value, as JSON, cannot be the answer; None where it can."""
    try:
        question.clean(value)
    except AnswerError as error:
        return error
    return None


def _beginning(question: Question, walk: Walk) -> Any:
    run = question.logic.begins_with
    value = None if run is None else stored(run(walk.scope))
    if value is None or fits(question, value):
        return None
    answer = question.clean(value)
    offered = walk.offered.get(question.variable)
    codes = answer if isinstance(answer, list) else [answer]
    return answer if offered is None or all(code in offered for code in codes) else None
