"""Rows of a matrix as one field: each row is the field of its own question, named `<variable>_<row>`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from wtforms import Field
from wtforms.form import BaseForm
from wtforms.utils import unset_value

from surveys.answer_fields.base import AnswerFieldMixin

if TYPE_CHECKING:
    from surveys.messages import Translate
    from surveys.question import Choice, Question


class AnswerRowsField(AnswerFieldMixin, Field):
    """Iterating gives the fields of the rows; `errors` has one sentence for each row that is wrong."""

    rows: BaseForm

    def __init__(self, question: Question, language: str, translate: Translate, **own: Any) -> None:
        super().__init__(question, language, translate, **own)
        self.row_fields = {
            row.code: part.behaviour.field(part, language, translate)
            for row, part in zip(question.rows, question.parts, strict=True)
            if not row.retired
        }

    def process(self, formdata: Any, data: Any = unset_value, extra_filters: Any = None) -> None:  # noqa: ARG002
        self.process_errors: list[str] = []
        self.object_data = data
        self.rows = BaseForm(self.row_fields, prefix=f"{self.name}_")
        self.rows.process(formdata, data=data if isinstance(data, dict) else None)

    def validate(self, form: BaseForm, extra_validators: Any = ()) -> bool:  # noqa: ARG002
        self.rows.validate()
        self.errors = [f"{row.label.text}: {row.errors[0]}" for row in self.rows if row.errors]
        answers = {code: row.cleaned for code, row in self.rows._fields.items() if row.cleaned is not None}
        self.cleaned = answers or None
        return not self.errors

    @property
    def data(self) -> dict[str, Any]:
        return {code: value for code, value in self.rows.data.items() if value is not None}

    def described_by(self, own: str = "") -> str:
        """What must be mended stands at each row."""
        return " ".join(filter(None, (f"{self.id}-hint" if self.description else "", own)))

    def require(self, required: bool) -> None:
        super().require(required)
        for row in self.rows:
            row.require(required)

    def columns(self) -> list[Choice]:
        """What each row offers."""
        return [choice for choice in self.question.choices if not choice.retired]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)
