"""A question that no answers lead to: its condition, or what it is based on, contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from surveys.checks.audience import Audience
from surveys.checks.finding import Finding, Weight, Where
from surveys.checks.reach import Search, Step, steps_to
from surveys.logic import NO_LOGIC, Logic
from surveys.messages import Message, _, shown
from surveys.question import Question
from surveys.questionnaire import Page, Questionnaire
from surveys.texts import text_in

NAME = "unreachable"


def check(questionnaire: Questionnaire, _audience: Audience) -> Iterator[Finding]:
    language, search, way = questionnaire.languages[0], Search(), dict[str, Step]()
    for page in questionnaire.pages:
        # Collected first, as what is never shown as a whole is told of once.
        found = [_reached(question, (page.logic,), search, way) for question in page.questions]
        seen = [question for question in page.questions if question.behaviour.on_screen]
        if seen and not any(reached for question, reached, _more in found if question in seen):
            yield _never_shown(page, language)
            continue
        for question, reached, followups in found:
            if not reached:
                yield _never_asked(question, page, language)
            else:
                yield from (_never_asked(one, page, language) for one in followups)


def _reached(
    question: Question, around: tuple[Logic, ...], search: Search, way: dict[str, Step]
) -> tuple[Question, bool, list[Question]]:
    """The question, whether it is reached, and those of its follow-ups that are not."""
    step = Step(question, _conditions(question, around))
    reached = search.reaches(step, way)
    names = dict(steps_to(step))
    if not reached:
        search.never.update(names)
    way.update(names)
    followups = _lost_followups(question, step.conditions, search, way) if reached else []
    return question, reached, followups


def _lost_followups(
    question: Question, around: tuple[Logic, ...], search: Search, way: dict[str, Step]
) -> list[Question]:
    """Follow-ups hide answers of the same name, and are forgotten after their mark."""
    lost: dict[str, Question] = {}
    for asked in question.followups_by_category.values():
        beside, about = Search(set(search.never), search.tried), dict(way)
        for followup in asked.values():
            for name in (followup.variable, *(part.variable for part in followup.parts)):
                about.pop(name, None)
                beside.never.discard(name)
            if not _reached(followup, around, beside, about)[1]:
                lost[followup.uid] = followup
        search.tried = beside.tried
    return list(lost.values())


def _conditions(question: Question, around: tuple[Logic, ...]) -> tuple[Logic, ...]:
    return tuple(logic for logic in (*around, question.logic) if logic is not NO_LOGIC)


def _never_asked(question: Question, page: Page, language: str) -> Finding:
    told = _("“%(question)s” is never asked: no answers fulfil its condition. Change the condition, or take it away.")
    name = shown(question.label_in(language)) or question.variable
    return Finding(
        NAME, Message(told, {"question": name}), Where(page.name, question.uid, member="relevant"), _weight(question)
    )


def _never_shown(page: Page, language: str) -> Finding:
    told = _("The page “%(page)s” is never shown: no answers fulfil its conditions. Change them, or take it away.")
    title = shown(text_in(page.title, language)) or page.name
    weight = min(map(_weight, page.questions))
    return Finding(NAME, Message(told, {"page": title}), Where(page.name, member="relevant"), weight)


def _weight(question: Question) -> Weight:
    """What must be answered, and never can be, is somebody's mistake."""
    followups = chain(question.followups, *(category.followups for category in question.categories))
    required = any(one.required or one.logic.required is not None for one in (question, *followups))
    return Weight.STOPS if required else Weight.ADVICE
