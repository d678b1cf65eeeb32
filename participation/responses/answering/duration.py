"""How long it takes to answer a questionnaire."""

from __future__ import annotations

import math

from surveys.question import Question
from surveys.questionnaire import Questionnaire

# Seconds to read and answer, by what is asked.
WRITTEN, LONG_TEXT, ON_MAP, TOLD, CHOSEN, A_ROW = 20, 45, 75, 8, 12, 6


def minutes(questionnaire: Questionnaire) -> int:
    """About how long it takes an unhurried reader; at least one."""
    seconds = sum(_seconds(question) for page in questionnaire.pages for question in page.questions)
    return max(1, math.ceil(seconds / 60))


def _seconds(question: Question) -> int:
    behaviour = question.behaviour
    if not behaviour.on_screen:
        return 0
    if behaviour.collects_marks:
        return ON_MAP
    if not behaviour.collects_answer:
        return TOLD
    if question.rows:
        return CHOSEN + A_ROW * len(question.rows)
    if question.type == "long_text":
        return LONG_TEXT
    return CHOSEN if question.choices else WRITTEN
