"""Fields where one or several choices are made. The question's own `clean` decides what may be chosen."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING, Any

from wtforms import RadioField, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from surveys.answer_fields.base import AnswerFieldMixin
from surveys.messages import Translate, _

if TYPE_CHECKING:
    from surveys.question import Question


class AnswerChoicesMixin(AnswerFieldMixin):
    """Retired choices are offered to nobody but those who chose them."""

    def __init__(self, question: Question, language: str, translate: Translate, **own: Any) -> None:
        super().__init__(question, language, translate, validate_choice=False, **own)
        self.choices = choices_of(question, language)

    def specified(self) -> str:
        """The label of the choice that opens a text."""
        return next(choice.label_in(self.language) for choice in self.question.choices if choice.specify)

    def offer(self, codes: Container[str]) -> None:
        """Show only these choices, whatever was chosen."""
        self.choices = [choice for choice in self.choices if not choice.value or choice.value in codes]

    def opens_text(self) -> bool:
        """Whether a choice is shown that opens a text."""
        shown = {choice.value for choice in self.choices}
        return any(choice.specify and choice.code in shown for choice in self.question.choices)

    def process(self, *given: Any, **more: Any) -> None:
        super().process(*given, **more)  # type: ignore[misc]
        chosen = self.data if isinstance(self.data, list) else [self.data]
        retired = [choice for choice in self.question.choices if choice.retired and choice.code in chosen]
        self.choices += [SelectChoice(choice.code, choice.label_in(self.language)) for choice in retired]


class AnswerRadioField(AnswerChoicesMixin, RadioField):
    def __init__(self, question: Question, language: str, translate: Translate, **own: Any) -> None:
        super().__init__(question, language, translate, coerce=_as_sent, **own)


class AnswerDropdownField(AnswerChoicesMixin, SelectField):
    def __init__(self, question: Question, language: str, translate: Translate, **own: Any) -> None:
        super().__init__(question, language, translate, coerce=_as_sent, **own)
        self.choices.insert(0, SelectChoice("", translate(_("Choose"))))


class AnswerCheckboxesField(AnswerChoicesMixin, SelectMultipleField):
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


def choices_of(question: Question, language: str) -> list[SelectChoice]:
    """What is offered."""
    return [SelectChoice(choice.code, choice.label_in(language)) for choice in question.choices if not choice.retired]


def _as_sent(value: Any) -> Any:
    return None if value is None else str(value)
