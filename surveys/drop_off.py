"""Where somebody who began a questionnaire and never sent it stopped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surveys.flow import flow
from surveys.questionnaire import Questionnaire


def left_at(
    questionnaire: Questionnaire, answers: Mapping[str, Any], marks: Mapping[str, int], reached: str | None
) -> str | None:
    """The variable of the first question seen and not answered after the last one that was answered; else of the last one seen.

    `answers`: as they are stored; `marks`: how many there are of each map question; `reached`: the name of the last page come
    to, None for the first. None where nothing was asked until then.
    """
    seen = seen_until(questionnaire, answers, marks, reached)
    answered = [at for at, variable in enumerate(seen) if variable in answers or marks.get(variable)]
    after = answered[-1] + 1 if answered else 0
    return seen[min(after, len(seen) - 1)] if seen else None


def seen_until(
    questionnaire: Questionnaire, answers: Mapping[str, Any], marks: Mapping[str, int], reached: str | None
) -> list[str]:
    """The questions shown on the pages up to the one reached, in order: those that can be answered there."""
    pages = flow(questionnaire, answers, marks).pages
    names = [page.name for page in pages]
    until = names.index(reached) + 1 if reached in names else 1
    shown = [questionnaire.question(variable) for page in pages[:until] for variable in page.questions]
    return [
        one.variable
        for one in shown
        if one.behaviour.on_screen and (one.behaviour.collects_answer or one.behaviour.collects_marks)
    ]
