"""Any number of choices: stored as a list of codes in the questionnaire's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from surveys.answer_fields.choices import AnswerCheckboxesField
from surveys.choice_check import IMAGES
from surveys.columns import Cell
from surveys.document_check import DocumentCheck
from surveys.editing.settings import BOX_LOOKS, CHOICE_FILTER, LEAST_CHOSEN, MOST_CHOSEN, choices
from surveys.errors import AnswerError
from surveys.messages import Message, _
from surveys.question_types.coded import BLANK, CodedType, known_code
from surveys.setting_checks import check_limits

if TYPE_CHECKING:
    from wtforms.fields.core import UnboundField

    from surveys.messages import Translate
    from surveys.question import Question

CHECKBOXES = "checkboxes"


class MultipleChoice(CodedType):
    name = "multiple_choice"
    value_kind = "codes"
    settings = CodedType.settings | {"appearance", "min", "max", "choice_filter"}
    choice_flags = CodedType.choice_flags | {"specify", "exclusive"}
    configured_by = (
        choices("specify", "exclusive", "retired"),
        BOX_LOOKS,
        LEAST_CHOSEN,
        MOST_CHOSEN,
        CHOICE_FILTER,
    )
    begins_as = {"choices": [*BLANK]}

    def check(self, document: dict[str, Any], place: str, check: DocumentCheck) -> None:
        super().check(document, place, check)
        if "appearance" in document:
            check.one_of(document["appearance"], (CHECKBOXES, IMAGES), f"{place}.appearance")
        choices = document.get("choices")
        most = len(choices) if isinstance(choices, list) and choices else 1
        check_limits(document, place, check, 1, most)

    def clean(self, question: Question, value: object) -> list[str] | None:
        if value is None or value == "" or value == []:
            return None
        chosen = {known_code(question, code) for code in (value if isinstance(value, list) else [value])}
        codes = [code for code in question.choice_by_code if code in chosen]
        _refuse_company(question, codes)
        most = question.setting("max", len(codes))
        if len(codes) > most:
            raise AnswerError(
                _("%(count)s are chosen. Choose at most %(most)s: take some away."), count=len(codes), most=most
            )
        return codes

    def lacking(self, question: Question, answer: Any, *, required: bool) -> Message | None:
        least = question.setting("min", 0)
        if not answer or len(answer) >= least or _exclusive(question, answer):
            return super().lacking(question, answer, required=required)
        return Message(_("Choose at least %(least)s."), {"least": least})

    def field(self, question: Question, language: str, translate: Translate) -> UnboundField[Any]:
        return AnswerCheckboxesField(question, language, translate)

    def from_cell(self, question: Question, cell: object) -> object:
        """Codes hold no space."""
        return str(cell).split()

    def cells(self, question: Question, value: Any, language: str) -> list[Cell]:
        """Codes with a space between, as they hold none; labels with a semicolon."""
        if not value:
            return [None, None]
        return [" ".join(value), "; ".join(question.choice_label(code, language) for code in value)]


def _exclusive(question: Question, codes: list[str]) -> bool:
    return any(question.choice_by_code[code].exclusive for code in codes)


def _refuse_company(question: Question, codes: list[str]) -> None:
    if len(codes) > 1 and _exclusive(question, codes):
        raise AnswerError(_("One of the choices means that no other fits. Choose it alone, or take it away."))
