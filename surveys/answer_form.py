"""Questions as one WTForms form."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from functools import partial
from typing import Any

from wtforms.form import BaseForm

from surveys.messages import Translate
from surveys.question import Question, with_other_texts
from surveys.question_texts import spoken_language


class AnswerForm(BaseForm):
    """One field for each variable, found by `form[variable]`."""

    def __init__(self, fields: dict[str, Any], formdata: Any = None, data: Any = None, prefix: str = "") -> None:
        super().__init__(fields, prefix=prefix)
        self.process(formdata, data=data)

    def offer(self, codes: Mapping[str, Container[str]]) -> None:
        """Show only these choices. `codes`: those offered, by the variable of each question with a filter."""
        for variable, offered in codes.items():
            if variable in self:
                self[variable].offer(offered)

    def require(self, variables: Container[str]) -> None:
        """Say of these, and of no others, that they must be answered."""
        for variable, field in self._fields.items():
            field.require(variable in variables)

    @property
    def cleaned(self) -> dict[str, Any]:
        """Variable → answer as it is stored, unanswered ones left out; once the form has been validated."""
        return {name: field.cleaned for name, field in self._fields.items() if field.cleaned is not None}


def answer_form(questions: Iterable[Question], language: str, translate: Translate) -> Callable[..., AnswerForm]:
    """Makes forms, from `formdata` or stored `data`, with a field for each question that is answered with a value.

    A question that is not wholly in `language` is asked in its own.
    """
    fields = {
        question.variable: question.behaviour.field(question, spoken_language(question, language), translate)
        for question in with_other_texts(questions)
        if question.behaviour.collects_answer
    }
    return partial(AnswerForm, fields)
