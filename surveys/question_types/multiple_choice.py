"""Any number of choices: stored as a list of codes in the questionnaire's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from surveys.columns import Cell
from surveys.question_types.coded import CodedType, known_code

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.questionnaire import Question


class MultipleChoice(CodedType):
    name = "multiple_choice"

    def clean(self, question: Question, value: object) -> list[str] | None:
        if value is None or value == "" or value == []:
            return None
        if not isinstance(value, list):
            return [known_code(question, value)]
        chosen = {known_code(question, code) for code in value}
        return [code for code in question.choice_by_code if code in chosen]

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        from surveys.answer_form import AnswerCheckboxesField

        return AnswerCheckboxesField(question, language, translate)

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        """Codes with a space between, as they hold none; labels with a semicolon."""
        if not value:
            return [None, None]
        return [" ".join(value), "; ".join(question.choice_label(code, language) for code in value)]
