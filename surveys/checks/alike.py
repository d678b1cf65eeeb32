"""Questions of a page, or choices of a question, that are called the same: nobody can tell them apart, in tables neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from surveys.checks.audience import Audience
from surveys.checks.finding import Finding
from surveys.checks.placed import Placed, placed_questions
from surveys.messages import Message, _, shown
from surveys.question import Category, Choice
from surveys.questionnaire import Questionnaire

NAME = "alike"


def check(questionnaire: Questionnaire, _audience: Audience) -> Iterator[Finding]:
    seen: set[tuple[str, ...]] = set()
    for placed in placed_questions(questionnaire):
        yield from _choices(placed)
        yield from _question(placed, seen)


def _question(placed: Placed, seen: set[tuple[str, ...]]) -> Iterator[Finding]:
    """The title tells those of different pages apart, and the mark those about marks."""
    for language, text in placed.question.label.items():
        name = (placed.page.name, placed.within, placed.category, language, _plain(text))
        if name in seen and _is_a_column(placed):
            told = _("Two questions on a page are called “%(text)s”. Say in each what only it asks about.")
            yield Finding(NAME, Message(told, {"text": shown(text)}), placed.where(language, "label"))
            return
        if text.strip() and _is_a_column(placed):
            seen.add(name)


def _choices(placed: Placed) -> Iterator[Finding]:
    question = placed.question
    if question.logic.choice_filter is not None:
        # Those of different lists are not offered together.
        return
    offered = [one for one in question.choices if not one.retired]
    rows = [one for one in question.rows if not one.retired]
    every: dict[str, Sequence[Choice | Category]] = {
        "choices": offered,
        "rows": rows,
        "categories": question.categories,
    }
    for member, coded in every.items():
        for language in question.label:
            labels = [_plain(one.label.get(language, "")) for one in coded]
            twice = next((label for at, label in enumerate(labels) if label and label in labels[:at]), None)
            if twice is not None:
                told = _("“%(question)s” offers “%(text)s” twice. Give each its own words.")
                params = {"question": shown(question.label_in(language)), "text": shown(twice)}
                yield Finding(NAME, Message(told, params), placed.where(language, member))
                return


def _is_a_column(placed: Placed) -> bool:
    behaviour = placed.question.behaviour
    return behaviour.on_screen and (behaviour.collects_answer or behaviour.collects_marks)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
