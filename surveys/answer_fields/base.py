"""What every field that asks a question shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wtforms import ValidationError
from wtforms.form import BaseForm

from surveys.errors import AnswerError

if TYPE_CHECKING:
    from surveys.messages import Translate
    from surveys.question import Question


class AnswerFieldMixin:
    """`cleaned` holds the answer as it is stored, once the form has been validated. `is_required`: said beforehand."""

    data: Any
    id: str
    description: str
    errors: Any
    cleaned: Any = None

    def __init__(self, question: Question, language: str, translate: Translate, **own: Any) -> None:
        # Not the name alone, which may be the id of something else on the page.
        identity = f"answer-{own.get('_prefix', '')}{own.get('name', question.variable)}"
        own = {"id": identity, "description": question.hint_in(language), **own}
        super().__init__(label=question.label_in(language), **own)  # type: ignore[call-arg]
        self.question = question
        self.language = language
        self.answer_translate = translate
        self.is_required = question.required

    def require(self, required: bool) -> None:
        """Whether it must be answered, for the answers so far."""
        self.is_required = required

    def described_by(self, own: str = "") -> str:
        """Ids of what stands beside the field on the page: its hint, `own` of the template, what must be mended."""
        ids = (f"{self.id}-hint" if self.description else "", own, f"{self.id}-error" if self.errors else "")
        return " ".join(filter(None, ids))

    def states(self, own: str = "") -> dict[str, str]:
        """Attributes that tell a screen reader of the control what the page shows beside it."""
        states = {
            "aria-describedby": self.described_by(own),
            "aria-invalid": "true" if self.errors else "",
            "aria-required": "true" if self.is_required else "",
        }
        return {name: value for name, value in states.items() if value}

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
