"""A walk through questions in their order, and what was found on it. The device's twin is static/js/surveys/walk.js."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from surveys.conditions.evaluation import Run, Scope
from surveys.conditions.values import Value, stored, value_of
from surveys.offered_choices import narrowed, offered_codes, offers_anything, withdrawn
from surveys.question import Question


@dataclass(slots=True)
class Walk:
    """A walk through questions, and what was found on it; every name is a variable.

    `given`: answers, clean or as a page holds them. `hidden`: also texts of choices that are not made. `failing`: those
    whose constraint does not hold. `calculated`: values as they are stored, None where there is none. `offered`: the codes
    that a filter leaves of a shown question's choices. `narrowed`: what is left of answers of which something is
    not offered any more, None where nothing is.
    """

    given: Mapping[str, Any]
    scope: Scope
    values: dict[str, Value]
    shown: list[str] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    required: set[str] = field(default_factory=set)
    failing: list[str] = field(default_factory=list)
    calculated: dict[str, Any] = field(default_factory=dict)
    offered: dict[str, list[str]] = field(default_factory=dict)
    narrowed: dict[str, Any] = field(default_factory=dict)

    @property
    def cleared(self) -> list[str]:
        """What was given and is not kept, as nobody sees it any more."""
        return [variable for variable in self.given if variable in self.hidden]

    @property
    def answers(self) -> dict[str, Any]:
        """What is kept of what was given, and what was worked out."""
        gone = self.hidden | self.calculated.keys() | {name for name, left in self.narrowed.items() if left is None}
        kept = {name: self.narrowed.get(name, answer) for name, answer in self.given.items() if name not in gone}
        return kept | {name: value for name, value in self.calculated.items() if value is not None}

    def ask(self, question: Question, marks: Mapping[str, int]) -> bool:
        """Whether the question is shown."""
        logic = question.logic
        if not holds(logic.is_relevant, self.scope, otherwise=True) or not self._offer(question):
            self.hide(question)
            return False
        value = self._value(question, marks)
        self.shown.append(question.variable)
        # Nobody could mend what nobody sees.
        if question.behaviour.on_screen:
            self._judge(question, value)
        return True

    def _judge(self, question: Question, value: Value) -> None:
        logic = question.logic
        if question.required or holds(logic.is_required, self.scope, otherwise=False):
            self.required.add(question.variable)
        self.scope.own = value
        if value is not None and not holds(logic.accepts, self.scope, otherwise=True):
            self.failing.append(question.variable)

    def _offer(self, question: Question) -> bool:
        """Whether the question's filter leaves anything to choose."""
        codes = offered_codes(question, self.scope)
        if codes is None:
            return True
        if not offers_anything(question, codes):
            return False
        variable = question.variable
        self.offered[variable] = codes
        answer = self.given.get(variable)
        if withdrawn(question, answer, codes):
            self.narrowed[variable] = narrowed(question, answer, codes)
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
            self._take(question, self.narrowed.get(variable, self.given.get(variable)))
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


def holds(run: Run | None, scope: Scope, *, otherwise: bool) -> bool:
    return otherwise if run is None else run(scope) is True
