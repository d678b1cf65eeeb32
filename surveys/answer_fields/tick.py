"""One box to tick."""

from wtforms import BooleanField

from surveys.answer_fields.base import AnswerFieldMixin


class AnswerTickField(AnswerFieldMixin, BooleanField):
    pass
