"""A page with so much to answer that it looks like work: five questions at most, beside the map."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.checks.audience import Audience
from surveys.checks.finding import Finding, Where
from surveys.messages import Message, _, shown
from surveys.question import Question
from surveys.questionnaire import Questionnaire
from surveys.texts import text_in

NAME = "long_pages"
MOST = 5


def check(questionnaire: Questionnaire, _audience: Audience) -> Iterator[Finding]:
    for page in questionnaire.pages:
        count = sum(_is_answered(question) for question in page.questions)
        if count > MOST:
            told = _("The page “%(page)s” has %(count)s questions. Share them between pages of at most %(most)s.")
            title = shown(text_in(page.title, questionnaire.languages[0])) or page.name
            yield Finding(NAME, Message(told, {"page": title, "count": count, "most": MOST}), Where(page.name))


def _is_answered(question: Question) -> bool:
    return question.behaviour.on_screen and question.behaviour.collects_answer
