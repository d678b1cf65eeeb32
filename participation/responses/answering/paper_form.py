"""The whole survey on paper: how much room each answer has, and whom a question is for."""

from __future__ import annotations

from typing import Any

from participation.responses.answering.only_if import known, left_open, only_if
from participation.responses.answering.whole_form import WholeForm
from surveys.flow import followups_of
from surveys.piping import filled
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
        return with_answers(question, left_open)

    def title(self, page: Page) -> Texts:
        """The page's title, with room left for earlier answers."""
        return {language: filled(text, left_open) for language, text in page.title.items()}

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
        return only_if(relevant, known(self.survey.questionnaire, around), self.spoken)
