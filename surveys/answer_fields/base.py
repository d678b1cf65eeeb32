"""What every field that asks a question shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wtforms import ValidationError
from wtforms.form import BaseForm

from surveys.errors import AnswerError
from surveys.texts import text_in

if TYPE_CHECKING:
    from surveys.messages import Translate
    from surveys.question import Question


class AnswerFieldMixin:
    """`cleaned` holds the answer as it is stored, once the form has been validated."""

    data: Any
    cleaned: Any = None

    def __init__(self, question: Question, language: str, translate: Translate, **own: Any) -> None:
        # Not the variable alone, which may be the id of something else on the page.
        own = {"id": f"answer-{question.variable}", "description": text_in(question.hint, language), **own}
        super().__init__(label=question.label_in(language), **own)  # type: ignore[call-arg]
        self.question = question
        self.language = language
        self.answer_translate = translate

    def pre_validate(self, _form: BaseForm) -> None:
        try:
            self.cleaned = self.question.clean(self.data)
        except AnswerError as error:
            raise ValidationError(error.render(self.answer_translate)) from error
        # Whether a question with a condition is shown is told by all answers together: see surveys/flow.py.
        required = self.question.required and self.question.logic.relevant is None
        lacking = self.question.behaviour.lacking(self.question, self.cleaned, required=required)
        if lacking is not None:
            raise ValidationError(lacking.render(self.answer_translate))
