"""Questions as a WTForms form; each field is validated by its question type's own `clean`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wtforms import Form, HiddenField, RadioField, SelectMultipleField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from surveys.errors import AnswerError
from surveys.messages import Translate, _
from surveys.questionnaire import Question, text_in


class AnswerFieldMixin:
    """`cleaned` holds the answer as it is stored, once the form has been validated."""

    data: Any
    cleaned: Any = None

    def __init__(self, question: Question, language: str, translate: Translate, **own: Any) -> None:
        description = text_in(question.hint, language)
        super().__init__(label=question.label_in(language), description=description, **own)  # type: ignore[call-arg]
        self.question = question
        self.answer_translate = translate

    def pre_validate(self, _form: Form) -> None:
        try:
            self.cleaned = self.question.clean(self.data)
        except AnswerError as error:
            raise ValidationError(error.render(self.answer_translate)) from error
        if self.question.required and self.cleaned is None:
            raise ValidationError(self.answer_translate(_("This question must be answered.")))


class AnswerLineField(AnswerFieldMixin, StringField):
    pass


class AnswerTextField(AnswerFieldMixin, TextAreaField):
    pass


class AnswerHiddenField(AnswerFieldMixin, HiddenField):
    pass


class AnswerRadioField(AnswerFieldMixin, RadioField):
    def __init__(self, question: Question, language: str, translate: Translate, **own: Any) -> None:
        super().__init__(question, language, translate, coerce=_as_sent, **_choices(question, language), **own)


class AnswerCheckboxesField(AnswerFieldMixin, SelectMultipleField):
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, question: Question, language: str, translate: Translate, **own: Any) -> None:
        super().__init__(question, language, translate, **_choices(question, language), **own)


def answer_form(questions: Iterable[Question], language: str, translate: Translate) -> type[Form]:
    """A form class with one field for each question that is answered with a value."""
    fields = {
        question.variable: question.behaviour.field(question, language, translate)
        for question in questions
        if not question.on_map
    }
    return type("AnswerForm", (Form,), fields)


def _choices(question: Question, language: str) -> dict[str, Any]:
    # The question's own `clean` decides what may be chosen.
    choices = [SelectChoice(choice.code, choice.label_in(language)) for choice in question.choices]
    return {"choices": choices, "validate_choice": False}


def _as_sent(value: Any) -> Any:
    return None if value is None else str(value)
