"""Checks conditions, calculations and piped answers of a document: each may refer to what is asked before it."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from surveys.beginnings import kinds_of
from surveys.choice_columns import columns_of
from surveys.conditions.checking import MOST_HINTS, check_expression
from surveys.conditions.names import Known, Names
from surveys.conditions.operators.operator import BOOLEAN, NUMBER, TEXT, Kinds
from surveys.conditions.references import variables_in
from surveys.conditions.values import Kind
from surveys.document_check import DocumentCheck
from surveys.known_answers import known_answers
from surveys.logic import CONDITIONS, EXPRESSIONS
from surveys.messages import Message, _
from surveys.piping_check import check_piping
from surveys.question_types import QUESTION_TYPES

TEXTS = ("label", "hint", "text", "reason")
MESSAGES = ("required_message", "constraint_message")
TEXT_RESULT: Kinds = TEXT | frozenset({"date", "time", "date_time"})

WhyNot = Callable[[str], Message | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's document, where it stands, what may be referred to of it, and the page around it."""

    question: dict[str, Any]
    place: str
    own: dict[str, Known]
    around: dict[str, Any]

    def uses(self) -> set[str]:
        parts = [self.around.get("relevant"), *(self.question.get(member) for member in EXPRESSIONS)]
        return set().union(*map(variables_in, parts))


def check_logic(document: dict[str, Any], check: DocumentCheck) -> None:
    """Looks past whatever else is wrong with the document."""
    order = LogicCheck({}, check)
    on_pages = [(page, place, order.expect(page, "questions", place)) for page, place in _placed(document, "pages", "")]
    for page, place, questions in on_pages:
        order.check_page(page, place)
        for asked in questions:
            order.check_question(asked)


class LogicCheck:
    """Questions asked one after the other: those of the pages, or the follow-ups of a mark after these."""

    def __init__(self, before: Any, check: DocumentCheck, outside: WhyNot | None = None) -> None:
        self.check = check
        self.outside = outside
        self.answered: dict[str, Known] = {}
        self.known: Mapping[str, Known] = ChainMap(self.answered, before) if before else self.answered
        self.expected: dict[str, Asked] = {}

    def expect(self, parent: dict[str, Any], member: str, place: str) -> list[Asked]:
        """The questions that a page, a map question or a category holds."""
        found = [Asked(part, at, known_answers(part), parent) for part, at in _placed(parent, member, place)]
        for asked in found:
            self.expected.update(dict.fromkeys(asked.own, asked))
        return found

    def check_page(self, page: dict[str, Any], place: str) -> None:
        names = Names(self.known, why_not=self.why_not)
        self._condition("relevant", page, place, names)
        check_piping(page, ("title",), place, names, self.check)

    def check_question(self, asked: Asked) -> None:
        question, place, own = asked.question, asked.place, asked.own
        names = Names(self.known, why_not=lambda variable: self._why_not_in(variable, own))
        itself = Names(ChainMap(own, self.known), next(iter(own.values()), None), self.why_not)  # type: ignore[arg-type]
        for member in CONDITIONS:
            self._condition(member, question, place, itself if member == "constraint" else names)
        self._condition("choice_filter", question, place, replace(names, columns=columns_of(question)))
        self._default(question, place, names)
        check_piping(question, TEXTS, place, names, self.check)
        check_piping(question, MESSAGES, place, itself, self.check)
        if question.get("calculation") is not None:
            own = known_answers(question, self._calculation(question, place, names))
        if "followups" in question or "categories" in question:
            self._followups(question, place)
        self.answered.update(own)

    def why_not(self, variable: str) -> Message | None:
        """Why a variable cannot be referred to here, None where no question has it."""
        if variable in self.expected and variable not in self.answered:
            return Message(
                _("“%(variable)s” is asked later. Move it before what depends on it."), {"variable": variable}
            )
        return self.outside(variable) if self.outside else None

    def _why_not_in(self, variable: str, own: Mapping[str, Known]) -> Message | None:
        if variable in own:
            template = _("“%(variable)s” cannot depend on its own answer. Its constraint can.")
        elif variable not in self.answered and len(self.check.problems) < MOST_HINTS and self._leads_to(variable, own):
            template = _(
                "“%(variable)s” is asked later and depends on this question itself. Let one go without the other."
            )
        else:
            return self.why_not(variable)
        return Message(template, {"variable": variable})

    def _leads_to(self, variable: str, wanted: Mapping[str, Known]) -> bool:
        left, seen = [variable], {variable}
        while left:
            asked = self.expected.get(left.pop())
            used = asked.uses() - seen if asked else set()
            if used & wanted.keys():
                return True
            seen |= used
            left.extend(used)
        return False

    def _condition(self, member: str, part: dict[str, Any], place: str, names: Names) -> None:
        expression = part.get(member)
        if expression is not None and not (member == "required" and isinstance(expression, bool)):
            check_expression(expression, f"{place}.{member}", BOOLEAN, names, self.check)

    def _default(self, question: dict[str, Any], place: str, names: Names) -> None:
        behaviour = QUESTION_TYPES.get(kind) if isinstance(kind := question.get("type"), str) else None
        if question.get("default") is not None and behaviour is not None and behaviour.begins:
            check_expression(question["default"], f"{place}.default", kinds_of(behaviour.value_kind), names, self.check)

    def _calculation(self, question: dict[str, Any], place: str, names: Names) -> Kind | None:
        wanted = TEXT_RESULT if question.get("result") == "text" else NUMBER
        return check_expression(question["calculation"], f"{place}.calculation", wanted, names, self.check)

    def _followups(self, question: dict[str, Any], place: str) -> None:
        common = self._followups_of(question, place, self.known, self.why_not)
        for category, at in _placed(question, "categories", place):
            self._followups_of(category, at, common.known, common.why_not)

    def _followups_of(self, parent: dict[str, Any], place: str, before: Any, outside: WhyNot) -> LogicCheck:
        followups = LogicCheck(before, self.check, outside)
        for asked in followups.expect(parent, "followups", place):
            followups.check_question(asked)
        return followups


def _placed(parent: dict[str, Any], member: str, place: str) -> list[tuple[dict[str, Any], str]]:
    parts = parent.get(member)
    listed = enumerate(parts) if isinstance(parts, list) else ()
    return [(part, f"{place}.{member}[{at}]".lstrip(".")) for at, part in listed if isinstance(part, dict)]
