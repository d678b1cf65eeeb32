"""What a questionnaire shows, requires, refuses and works out for the answers so far: see docs/conditions.md.

Questions are taken in their order, and a condition can only refer to what came before it, so one walk is enough. What is
hidden counts as not answered. The device's twin is static/js/surveys/flow.js; both run tests/data/flow_cases.json.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from surveys.conditions.evaluation import Run, Scope
from surveys.conditions.values import Value, stored, value_of
from surveys.question import Question
from surveys.questionnaire import Page, Questionnaire


@dataclass(slots=True)
class Walk:
    """A walk through questions, and what was found on it; every name is a variable.

    `given`: answers, clean or as a page holds them. `hidden`: also texts of choices that are not made. `failing`: those
    whose constraint does not hold. `calculated`: values as they are stored, None where there is none.
    """

    given: Mapping[str, Any]
    scope: Scope
    values: dict[str, Value]
    shown: list[str] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    required: set[str] = field(default_factory=set)
    failing: list[str] = field(default_factory=list)
    calculated: dict[str, Any] = field(default_factory=dict)

    @property
    def cleared(self) -> list[str]:
        """What was given and is not kept, as nobody sees it any more."""
        return [variable for variable in self.given if variable in self.hidden]

    @property
    def answers(self) -> dict[str, Any]:
        """What is kept of what was given, and what was worked out."""
        gone = self.hidden | self.calculated.keys()
        kept = {variable: answer for variable, answer in self.given.items() if variable not in gone}
        return kept | {variable: value for variable, value in self.calculated.items() if value is not None}

    def ask(self, question: Question, marks: Mapping[str, int]) -> bool:
        """Whether the question is shown."""
        logic = question.logic
        if not _holds(logic.is_relevant, self.scope, otherwise=True):
            self.hide(question)
            return False
        value = self._value(question, marks)
        self.shown.append(question.variable)
        if question.required or _holds(logic.is_required, self.scope, otherwise=False):
            self.required.add(question.variable)
        self.scope.own = value
        if value is not None and not _holds(logic.accepts, self.scope, otherwise=True):
            self.failing.append(question.variable)
        return True

    def hide(self, question: Question) -> None:
        names = [question.variable, *(part.variable for part in question.parts)]
        if question.other_text is not None:
            names.append(question.other_text.variable)
        self.hidden.update(names)
        # Hidden follow-ups hide answers to the whole response with the same name, too.
        self.values.update(dict.fromkeys(names))

    def _value(self, question: Question, marks: Mapping[str, int]) -> Value:
        variable = question.variable
        if question.logic.calculates is not None:
            self._calculate(question, question.logic.calculates)
        elif question.on_map:
            self.scope.marks[variable] = marks.get(variable, 0)
            return float(marks.get(variable, 0)) or None
        else:
            self._take(question, self.given.get(variable))
        return self.values[variable]

    def _calculate(self, question: Question, calculates: Run) -> None:
        value = self.values[question.variable] = calculates(self.scope)
        self.calculated[question.variable] = stored(value)

    def _take(self, question: Question, answer: Any) -> None:
        self.values[question.variable] = value_of(answer, question.behaviour.value_kind)
        if question.parts:
            for part, own in question.answered(answer):
                self.values[part.variable] = value_of(own, part.behaviour.value_kind)
        other = question.other_text
        if other is not None:
            opened = question.opens_text(answer)
            self.values[other.variable] = value_of(self.given.get(other.variable), "text") if opened else None
            if not opened:
                self.hidden.add(other.variable)


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
    if not _holds(page.logic.is_relevant, walk.scope, otherwise=True):
        for question in page.questions:
            walk.hide(question)
        return
    shown = [question for question in page.questions if walk.ask(question, found.marks)]
    if not page.questions or any(question.behaviour.on_screen for question in shown):
        found.pages.append(ShownPage(page.name, tuple(question.variable for question in shown)))


def _holds(run: Run | None, scope: Scope, *, otherwise: bool) -> bool:
    return otherwise if run is None else run(scope) is True
