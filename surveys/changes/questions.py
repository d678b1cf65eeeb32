"""What changes of one question between its earlier versions and the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from surveys.changes.asked import Place
from surveys.changes.change import Change, Lost, Weight
from surveys.changes.naming import called
from surveys.changes.traits import rules, words
from surveys.messages import Message, _
from surveys.question import Category, Choice, Question
from surveys.question_types.scale import steps_of

# Each sort of code a question has, and what to say when one of it is gone or new, or was something else.
SORTS = ("choice", "row", "category")
GONE = {
    "choice": _("“%(question)s”: the choice “%(label)s” is gone."),
    "row": _("“%(question)s”: the row “%(label)s” is gone."),
    "category": _("“%(question)s”: the category “%(label)s” is gone."),
}
NEW = {
    "choice": _("“%(question)s”: the choice “%(label)s” is new."),
    "row": _("“%(question)s”: the row “%(label)s” is new."),
    "category": _("“%(question)s”: the category “%(label)s” is new."),
}
STEPPED = ("scale", "matrix")

Coded = Choice | Category


def compare_question(place: Place, before: Sequence[Question], now: Question) -> Iterator[Change]:
    """`before`: the question in the versions that had it, the newest first."""
    newest = before[0]
    if newest.type != now.type:
        told = _("“%(question)s” was a question of another type. Give the new question another name (variable).")
        yield Change(Weight.BREACH, Message(told, {"question": called(now)}))
        return
    if _steps(newest) != _steps(now):
        told = _("“%(question)s” had another scale. Give the new question another name (variable).")
        yield Change(Weight.BREACH, Message(told, {"question": called(now)}))
        return
    for sort in SORTS:
        yield from _codes(place, sort, before, now)
    if rules(newest, now) != rules(now, newest):
        told = _("“%(question)s”: when it is asked, or what is accepted, is changed.")
        yield Change(Weight.ADDITION, Message(told, {"question": called(now)}))
    if words(newest, now) != words(now, newest):
        told = _("“%(question)s”: words or translations are changed.")
        yield Change(Weight.WORDING, Message(told, {"question": called(now)}))


def _codes(place: Place, sort: str, before: Sequence[Question], now: Question) -> Iterator[Change]:
    newest, offered = _coded(before[0], sort), _coded(now, sort)
    older = {code: one for question in reversed(before) for code, one in _coded(question, sort).items()}
    for code, one in newest.items():
        if code not in offered:
            lost = Lost(sort, place.variable, code, place.within)
            yield Change(Weight.REMOVAL, _about(GONE[sort], now, one), lost)
    for code, one in offered.items():
        if code in newest:
            continue
        if code in older and not _alike(older[code], one):
            told = _("“%(question)s”: the code %(code)s meant “%(label)s” before. Give the new one another code.")
            params = {"question": called(now), "code": code, "label": _label(older[code])}
            yield Change(Weight.BREACH, Message(told, params))
        else:
            yield Change(Weight.ADDITION, _about(NEW[sort], now, one))


def _coded(question: Question, sort: str) -> Mapping[str, Coded]:
    if sort == "category":
        return question.category_by_code
    of = question.rows if sort == "row" else question.choices
    return {one.code: one for one in of}


def _alike(before: Coded, now: Coded) -> bool:
    """Whether a code that comes back means what it did: it is called the same in a language both have."""
    return any(text and now.label.get(language) == text for language, text in before.label.items())


def _steps(question: Question) -> list[int] | None:
    """The steps of a scale; None where there is none."""
    if question.type not in STEPPED or "choices" in question.settings:
        return None
    return list(steps_of(question.settings))


def _label(one: Coded) -> str:
    return next((text for text in one.label.values() if text), one.code)


def _about(told: str, question: Question, one: Coded) -> Message:
    return Message(told, {"question": called(question), "label": _label(one)})
