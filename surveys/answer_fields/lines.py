"""Fields that are written in, and those that are not seen."""

from __future__ import annotations

from typing import Any

from wtforms import HiddenField, StringField, TextAreaField
from wtforms.widgets import DateInput, DateTimeLocalInput, TimeInput

from surveys.answer_fields.base import AnswerFieldMixin


class AnswerLineField(AnswerFieldMixin, StringField):
    pass


class AnswerTextField(AnswerFieldMixin, TextAreaField):
    pass


class AnswerHiddenField(AnswerFieldMixin, HiddenField):
    pass


class AnswerDateField(AnswerFieldMixin, StringField):
    widget = DateInput()


class AnswerDateTimeField(AnswerFieldMixin, StringField):
    widget = DateTimeLocalInput()


class AnswerTimeField(AnswerFieldMixin, StringField):
    widget = TimeInput()


class AnswerNumberField(AnswerFieldMixin, StringField):
    """A number with the decimal sign of the language."""

    def __init__(self, *asked: Any, **own: Any) -> None:
        super().__init__(*asked, render_kw={"inputmode": "decimal", "autocomplete": "off"}, **own)

    def _value(self) -> str:
        return self.written(self.data) if isinstance(self.data, int | float) else super()._value()

    def written(self, number: int | float) -> str:
        written = f"{number:.6f}".rstrip("0").rstrip(".")
        return written if self.language == "en" else written.replace(".", ",")


class AnswerSliderField(AnswerNumberField):
    """`limits`: the lowest number, the highest and the step."""

    def __init__(self, *asked: Any, limits: tuple[float, float, float], **own: Any) -> None:
        super().__init__(*asked, **own)
        self.least, self.most, self.step = limits
