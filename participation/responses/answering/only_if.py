"""Whom a question or a page is for, told in words where nothing can be hidden: on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _

from surveys.conditions.references import variables_in
from surveys.piping import NOT_ANSWERED
from surveys.question import Question
from surveys.question_texts import with_answers
from surveys.questionnaire import Questionnaire

Spoken = Callable[[Question], str]


def only_if(relevant: Any, among: Mapping[str, Question], spoken: Spoken) -> str:
    """By the condition it is shown on; "" where it is for everybody. `spoken`: the language that a question is asked in."""
    asked = [among[variable] for variable in sorted(variables_in(relevant)) if variable in among]
    if not asked:
        return ""
    labels = (with_answers(one, left_open).label_in(spoken(one)) for one in asked)
    label, answer = "; ".join(labels), _answer_of(relevant, asked[0], spoken)
    if answer:
        return _("Only if you answered “%(answer)s” to “%(question)s”.", answer=answer, question=label)
    return _("Not for everybody: it depends on what you answered to “%(question)s”.", question=label)


def known(questionnaire: Questionnaire, around: Question | None = None) -> dict[str, Question]:
    """Questions, and rows of a matrix, by variable; those about a place of `around` among them."""
    asked = list(questionnaire.questions)
    for about in around.followups_by_category.values() if around else ():
        asked += about.values()
    return {part.variable: part for one in asked for part in (one, *one.parts)}


def left_open(_variable: str) -> str:
    """Room for an earlier answer within a text."""
    return NOT_ANSWERED


def _answer_of(relevant: Any, asked: Question, spoken: Spoken) -> str:
    """The one choice that the condition asks for, in words; "" where it asks for something else."""
    (operator, given), *more = relevant.items()
    if more or operator not in ("=", "selected") or len(given) != 2 or given[0] != {"answer": asked.variable}:
        return ""
    choice = asked.choice_by_code.get(str(given[1])) if isinstance(given[1], str | int) else None
    return choice.label_in(spoken(asked)) if choice else ""
