"""The whole survey on paper: how much room each answer has, and whom a question is for."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _

from participation.responses.answering.whole_form import WholeForm
from surveys.conditions.references import variables_in
from surveys.flow import followups_of
from surveys.piping import NOT_ANSWERED, filled
from surveys.question import Category, Question
from surveys.question_texts import with_answers
from surveys.questionnaire import Page
from surveys.texts import Texts

# Lines to write on, and places to tell of.
LONG, SHORT = 5, 1
MOST_PLACES = 3


class PaperForm(WholeForm):
    def asked(self, question: Question) -> Question:
        """The question, with room left for earlier answers."""
        return with_answers(question, _left_open)

    def title(self, page: Page) -> Texts:
        """The page's title, with room left for earlier answers."""
        return {language: filled(text, _left_open) for language, text in page.title.items()}

    def lines(self, question: Question) -> int:
        """How many lines an answer in words needs."""
        return LONG if question.type == "long_text" else SHORT

    def places(self, question: Question) -> int:
        """How many places have room."""
        return min(MOST_PLACES, question.setting("max_marks", MOST_PLACES))

    def about(self, question: Question, category: Category | None = None) -> list[Question]:
        """What is asked about a place of any category; or of this one beyond that."""
        asked = category.followups if category else followups_of(question, None)
        return [one for one in asked if one.behaviour.on_screen]

    def only_if(self, relevant: Any, around: Question | None = None) -> str:
        """Whom a question or a page is for, by the condition it is shown on; "" where that is everybody. `around`: the map
        question that it is about a place of."""
        known = self._known(around)
        asked = [known[variable] for variable in sorted(variables_in(relevant)) if variable in known]
        if not asked:
            return ""
        label, answer = "; ".join(self._label(one) for one in asked), self._answer_of(relevant, asked[0])
        if answer:
            return _("Only if you answered “%(answer)s” to “%(question)s”.", answer=answer, question=label)
        return _("Not for everybody: it depends on what you answered to “%(question)s”.", question=label)

    def _known(self, around: Question | None) -> dict[str, Question]:
        """Questions, and rows of a matrix, by variable."""
        asked = list(self.survey.questionnaire.questions)
        for about in around.followups_by_category.values() if around else ():
            asked += about.values()
        return {part.variable: part for one in asked for part in (one, *one.parts)}

    def _label(self, question: Question) -> str:
        return self.asked(question).label_in(self.spoken(question))

    def _answer_of(self, relevant: Any, asked: Question) -> str:
        """The one choice that the condition asks for, in words; "" where it asks for something else."""
        (operator, given), *more = relevant.items()
        if more or operator not in ("=", "selected") or len(given) != 2 or given[0] != {"answer": asked.variable}:
            return ""
        choice = asked.choice_by_code.get(str(given[1])) if isinstance(given[1], str | int) else None
        return choice.label_in(self.spoken(asked)) if choice else ""


def _left_open(_variable: str) -> str:
    return NOT_ANSWERED
