"""What a questionnaire shows, requires, refuses and works out for the answers so far: see docs/conditions.md.

Questions are taken in their order, and a condition can only refer to what came before it, so one walk is enough. What is
hidden counts as not answered. The device's twin is static/js/surveys/flow.js; both run tests/data/flow_cases.json.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from surveys.conditions.evaluation import Scope
from surveys.conditions.values import Value
from surveys.question import Question
from surveys.questionnaire import Page, Questionnaire
from surveys.walk import Walk, holds


@dataclass(frozen=True, slots=True)
class ShownPage:
    name: str
    questions: tuple[str, ...]


@dataclass(slots=True)
class Flow:
    """`pages`: those shown now, in order, each with its shown questions. `marks`: how many each map question has."""

    walk: Walk
    marks: Mapping[str, int]
    pages: list[ShownPage] = field(default_factory=list)

    def progress(self, page: str) -> tuple[int, int]:
        """The page's number among those shown now, and how many these are; 0 where it is not among them."""
        names = [shown.name for shown in self.pages]
        return (names.index(page) + 1 if page in names else 0, len(names))


def flow(
    questionnaire: Questionnaire,
    answers: Mapping[str, Any],
    marks: Mapping[str, int] | None = None,
    now: str | None = None,
) -> Flow:
    """`now`: the local date and time, `2026-11-22T14:30`."""
    values: dict[str, Value] = {}
    found = Flow(Walk(answers, Scope(answers=values, marks={}, now=now), values), marks or {})
    for page in questionnaire.pages:
        _turn_to(page, found)
    return found


def mark_flow(question: Question, category: str | None, answers: Mapping[str, Any], whole: Flow) -> Walk:
    """A walk through the follow-ups of one mark, which may refer to the answers of the whole response."""
    values: dict[str, Value] = {}
    around = whole.walk.scope
    walk = Walk(answers, Scope(around.answers, around.marks, now=around.now, followups=values), values)
    for followup in followups_of(question, category):
        walk.ask(followup, {})
    return walk


def followups_of(question: Question, category: str | None) -> Iterable[Question]:
    chosen = question.category_by_code.get(category) if category else None
    return (*question.followups, *chosen.followups) if chosen else question.followups


def _turn_to(page: Page, found: Flow) -> None:
    walk = found.walk
    if not holds(page.logic.is_relevant, walk.scope, otherwise=True):
        for question in page.questions:
            walk.hide(question)
        return
    shown = [question for question in page.questions if walk.ask(question, found.marks)]
    if not page.questions or any(question.behaviour.on_screen for question in shown):
        found.pages.append(ShownPage(page.name, tuple(question.variable for question in shown)))
