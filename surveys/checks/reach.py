"""Whether any answers at all lead to a question. Where that cannot be told for sure, it is taken that some do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from math import prod
from typing import Any

from surveys.checks.possible_answers import Answers, possible_answers
from surveys.checks.uses import Use, Uses, uses_in
from surveys.conditions.evaluation import Scope
from surveys.conditions.references import variables_in
from surveys.conditions.values import Value
from surveys.logic import Logic
from surveys.question import Question

MOST_TRIED, MOST_IN_ALL = 5_000, 50_000
MOST_NAMED = 12
"""As each can be answered in two ways at least, more would be too many to try."""


@dataclass(frozen=True)
class Step:
    """A question on the way, and all that must hold for it to be asked: its page's condition, its own."""

    question: Question
    conditions: tuple[Logic, ...]

    @property
    def expressions(self) -> list[Any]:
        told = [logic.relevant for logic in self.conditions]
        return [one for one in (*told, self.question.logic.calculation) if one is not None]

    def is_asked(self, scope: Scope) -> bool:
        return all(logic.is_relevant is None or logic.is_relevant(scope) is True for logic in self.conditions)


Way = Mapping[str, Step]
"""The steps before a question by the variables that their answers have."""


@dataclass
class Search:
    """`never`: variables of what was found to be out of reach. `tried`: how many answers have been gone through."""

    never: set[str] = field(default_factory=set)
    tried: int = 0

    def reaches(self, step: Step, way: Way) -> bool:
        """First with what its conditions name, whichever way that was answered; then with what leads there too."""
        expressions = [logic.relevant for logic in step.conditions if logic.relevant is not None]
        if not expressions:
            return True
        named = set().union(*map(variables_in, expressions))
        return self._some(step, named, way, expressions, follow=False) and (
            self._some(step, _leading_to(named, way), way, expressions, follow=True)
        )

    def _some(self, step: Step, named: set[str], way: Way, expressions: list[Any], *, follow: bool) -> bool:
        if len(named) > MOST_NAMED:
            return True
        before = [way[variable].expressions for variable in named if variable in way] if follow else []
        uses = uses_in([*expressions, *(one for each in before for one in each)])
        order = [variable for variable in way if variable in named]
        answers = self._answers(order, way, uses, follow)
        if answers is None or uses.depends_on_the_day:
            return True
        combined = prod(map(len, answers))
        if combined > MOST_TRIED or self.tried + combined > MOST_IN_ALL:
            return True
        self.tried += combined
        return any(step.is_asked(_scope(order, values, way, follow)) for values in product(*answers))

    def _answers(self, order: Iterable[str], way: Way, uses: Uses, follow: bool) -> list[Answers] | None:
        found = [self._of(variable, way[variable], uses, follow) for variable in order]
        return None if any(one is None for one in found) else [one for one in found if one is not None]

    def _of(self, variable: str, step: Step, uses: Uses, follow: bool) -> Answers | None:
        if variable in self.never:
            return [None]
        question = step.question
        if question.logic.calculation is not None:
            # Worked out of what leads there.
            return [None] if follow else None
        asked = next((one for one in (question, *question.parts) if one.variable == variable), None)
        if asked is None:
            # The text that a choice opens.
            return None
        return possible_answers(asked, uses.by_variable.get(variable, Use()), uses.operators)


def steps_to(step: Step) -> Iterator[tuple[str, Step]]:
    """The variables under which a step's answers are known."""
    question = step.question
    yield question.variable, step
    yield from ((part.variable, step) for part in question.parts)
    if question.other_text is not None:
        yield question.other_text.variable, step


def _leading_to(named: set[str], way: Way) -> set[str]:
    """With all that their questions depend on, as far as that is few enough to be tried."""
    found, left = set(named), list(named)
    while left and len(found) <= MOST_NAMED:
        step = way.get(left.pop())
        more = set().union(*map(variables_in, step.expressions)) - found if step else set()
        found |= more
        left.extend(more)
    return found


def _scope(order: list[str], values: tuple[Value, ...], way: Way, follow: bool) -> Scope:
    """What is known when these answers are given in their order, as far as their questions are asked."""
    answers: dict[str, Value] = {}
    scope = Scope(answers=answers, marks={})
    for variable, value in zip(order, values, strict=True):
        step = way[variable]
        asked = not follow or step.is_asked(scope)
        calculates = step.question.logic.calculates
        given = (calculates(scope) if calculates and follow else value) if asked else None
        if step.question.on_map:
            scope.marks[variable] = int(given) if isinstance(given, float) else 0
        else:
            answers[variable] = given
    return scope
