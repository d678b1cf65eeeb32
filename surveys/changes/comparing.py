"""A proposed version beside all that were published before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from surveys.changes.asked import Place, asked, ever_asked
from surveys.changes.change import Change, Weight
from surveys.changes.naming import called
from surveys.changes.questions import compare_question
from surveys.messages import Message, _
from surveys.question import Question
from surveys.questionnaire import Page, Questionnaire


def changes(versions: Sequence[Questionnaire], proposed: Questionnaire) -> list[Change]:
    """What `proposed` changes, the heaviest first. `versions`: all that were published, the newest first, one at least."""
    newest = versions[0]
    found = [*_languages(newest, proposed), *_pages(newest, proposed), *_questions(versions, proposed)]
    return sorted(found, key=lambda change: -change.weight)


def _languages(before: Questionnaire, now: Questionnaire) -> Iterator[Change]:
    for language in now.languages:
        if language not in before.languages:
            yield Change(Weight.WORDING, Message(_("The language %(language)s is new."), {"language": language}))
    for language in before.languages:
        if language not in now.languages:
            yield Change(Weight.WORDING, Message(_("The language %(language)s is gone."), {"language": language}))
    if before.languages[0] != now.languages[0]:
        told = _("The first language is %(language)s now.")
        yield Change(Weight.WORDING, Message(told, {"language": now.languages[0]}))


def _pages(before: Questionnaire, now: Questionnaire) -> Iterator[Change]:
    if (before.title, before.intro) != (now.title, now.intro):
        yield Change(Weight.WORDING, Message(_("The title or the introduction is changed.")))
    if _titles(before) != _titles(now) or _order(before, now) != _order(now, before):
        yield Change(Weight.WORDING, Message(_("The pages, their titles or the order of the questions are changed.")))
    if [page.logic for page in before.pages] != [page.logic for page in now.pages]:
        yield Change(Weight.ADDITION, Message(_("When pages are shown is changed.")))


def _titles(questionnaire: Questionnaire) -> list[object]:
    return [(page.name, page.title) for page in questionnaire.pages]


def _order(questionnaire: Questionnaire, other: Questionnaire) -> list[list[str]]:
    """The questions that both have, page by page."""
    return [part for page in questionnaire.pages if (part := _in_both(page, other))]


def _in_both(page: Page, other: Questionnaire) -> list[str]:
    return [question.variable for question in page.questions if question.variable in other.question_by_variable]


def _questions(versions: Sequence[Questionnaire], proposed: Questionnaire) -> Iterator[Change]:
    before, newest, now = ever_asked(versions), asked(versions[0]), asked(proposed)
    variables = {question.uid: question for question in newest.values()}
    for place, question in now.items():
        yield from _renamed(variables.get(question.uid), question)
        if place in before:
            yield from compare_question(place, before[place], question)
        if place not in newest and not _comes_with_category(place, newest):
            yield Change(Weight.ADDITION, _about(_("“%(question)s” is asked from now on."), question))
    for place, question in newest.items():
        if place not in now and not _comes_with_category(place, now):
            told = _("“%(question)s” is no longer asked. What was answered is kept.")
            yield Change(Weight.REMOVAL, _about(told, question))


def _renamed(before: Question | None, question: Question) -> Iterator[Change]:
    if before is not None and before.variable != question.variable:
        told = _("“%(question)s” had the name (variable) %(before)s. Give it that name again, or make a new question.")
        yield Change(Weight.BREACH, Message(told, {"question": called(question), "before": before.variable}))


def _comes_with_category(place: Place, other: dict[Place, Question]) -> bool:
    """Whether a follow-up is told of already: its category, or its whole question, is not in the other version."""
    asked_about = other.get(Place(place.within))
    return bool(place.within) and (asked_about is None or (place.category not in {"", *asked_about.category_by_code}))


def _about(told: str, question: Question) -> Message:
    return Message(told, {"question": called(question)})
