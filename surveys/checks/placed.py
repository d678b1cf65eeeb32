"""Questions with the page they are asked on, follow-ups after the map question whose marks they are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from surveys.checks.finding import Where
from surveys.question import Question
from surveys.questionnaire import Page, Questionnaire


@dataclass(frozen=True, slots=True)
class Placed:
    """`within`: the uid of the map question, and the code of the category where it is asked about that one only."""

    page: Page
    question: Question
    within: str = ""
    category: str = ""

    def where(self, language: str = "", member: str = "") -> Where:
        return Where(self.page.name, self.question.uid, language, member)


def placed_questions(questionnaire: Questionnaire) -> Iterator[Placed]:
    """In the order in which they are asked."""
    for page in questionnaire.pages:
        for question in page.questions:
            yield Placed(page, question)
            yield from _followups(page, question)


def _followups(page: Page, question: Question) -> Iterator[Placed]:
    yield from (Placed(page, followup, question.uid) for followup in question.followups)
    for category in question.categories:
        yield from (Placed(page, followup, question.uid, category.code) for followup in category.followups)
