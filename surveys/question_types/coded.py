"""What the types with choices share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from surveys.columns import Column
from surveys.document_check import DocumentCheck
from surveys.errors import AnswerError
from surveys.messages import _, shown
from surveys.question_types.base import QuestionType

if TYPE_CHECKING:
    from surveys.questionnaire import Question
    from surveys.statistics.summary import Summary

MAX_CHOICES = 500
CHOICES_IN_A_MESSAGE = 20


class CodedType(QuestionType):
    settings = frozenset({"choices"})
    coded = True
    least_choices = 1

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        place = f"{place}.choices"
        choices = check.items(document.get("choices"), place, MAX_CHOICES, self.least_choices)
        for index, choice in enumerate(choices):
            if check.mapping(choice, f"{place}[{index}]") is not None:
                check_choice(choice, f"{place}[{index}]", check)
        check.unlike((choice.get("code") for choice in choices if isinstance(choice, dict)), place)

    def summarise(self, question: Question, values: Sequence[Any]) -> Summary:
        from surveys.statistics.summary import summarise_codes

        return summarise_codes([choice.code for choice in question.choices], values)

    def columns(self, question: Question, language: str) -> list[Column]:
        label = question.label_in(language)
        return [Column(question.variable, label, "text"), Column(f"{question.variable}_label", label, "text")]


def check_choice(choice: dict[str, Any], place: str, check: DocumentCheck) -> None:
    check.known_members(choice, ("code", "label", "icon"), place)
    check.code(choice.get("code"), f"{place}.code")
    check.texts(choice.get("label"), f"{place}.label")
    if "icon" in choice:
        check.code(choice["icon"], f"{place}.icon")


def known_code(question: Question, value: object) -> str:
    if isinstance(value, str) and value in question.choice_by_code:
        return value
    codes = list(question.choice_by_code)
    listed = ", ".join(codes[:CHOICES_IN_A_MESSAGE]) + (", …" if len(codes) > CHOICES_IN_A_MESSAGE else "")
    raise AnswerError(
        _("“%(value)s” is not one of the choices. Choose among: %(choices)s."), value=shown(value), choices=listed
    )
