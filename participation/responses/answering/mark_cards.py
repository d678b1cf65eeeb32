"""The marks of a map question in words, for pages without a map: each with the questions about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from werkzeug.datastructures import MultiDict

from participation.responses.answering.asked import fields
from surveys.answer_form import AnswerForm
from surveys.answer_texts import AnswerTexts
from surveys.flow import followups_of, mark_flow
from surveys.question import Question
from surveys.walk import Walk

if TYPE_CHECKING:
    from participation.responses.answering.filled_page import FilledPage

NOTHING: tuple[Any, ...] = (None, "", [], {}, False)


@dataclass
class MarkCard:
    """`index`: the mark's place among all marks of the response, which the page `filled` shows."""

    index: int
    mark: dict[str, Any]
    question: Question
    filled: FilledPage

    @property
    def followups(self) -> list[Question]:
        """What is asked about it, for the answers so far."""
        asked, shown = followups_of(self.question, self.mark["properties"]["category"]), self.walk.shown
        return [one for one in asked if one.variable in shown and one.behaviour.on_screen]

    @property
    def walk(self) -> Walk:
        properties = self.mark["properties"]
        return mark_flow(self.question, properties["category"], properties["answers"], self.filled.flow)

    @property
    def form(self) -> AnswerForm:
        """What is asked about it as fields, with what was answered and what is wrong."""
        here = f"marks[{self.index}].answers."
        refused = {place.removeprefix(here): value for place, value in self.filled.refused.items()}
        answers = {**self.mark["properties"]["answers"], **refused}
        language, texts = self.filled.reader.language, self.filled.texts
        form = _fields(self.index, self.question, self.mark, language, texts, data=answers)
        for variable, asked in form._fields.items():
            wrong = self.filled.errors.get(f"{here}{variable}")
            asked.errors = [wrong] if wrong else []
        form.offer(self.walk.offered)
        form.require(self.walk.required)
        return form


def take_followups(
    marks: list[dict[str, Any]],
    asked: Iterable[Question],
    typed: MultiDict[str, str],
    language: str,
    texts: AnswerTexts,
) -> None:
    """Put what was typed about the marks of the questions `asked` into them."""
    by_variable = {question.variable: question for question in asked if question.on_map}
    for index, mark in enumerate(marks):
        question = by_variable.get(mark["properties"]["question"])
        if question is not None and f"mark-{index}" in typed:
            form = _fields(index, question, mark, language, texts, formdata=typed)
            mark["properties"]["answers"] = {name: value for name, value in form.data.items() if value not in NOTHING}


def mark_index(place: str) -> int:
    """The 2 of `marks[2]…`."""
    return int(place[6 : place.index("]")])


def _fields(
    index: int, question: Question, mark: dict[str, Any], language: str, texts: AnswerTexts, **given: Any
) -> AnswerForm:
    asked = followups_of(question, mark["properties"]["category"])
    return fields(asked, language, texts, prefix=f"mark-{index}-", **given)
