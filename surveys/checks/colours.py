"""A category's colour that is hard to see: on the map its symbol lies on a white edge, and in lists on white."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.checks.audience import Audience
from surveys.checks.finding import Finding
from surveys.checks.placed import placed_questions
from surveys.messages import Message, _, number_text, shown
from surveys.question import Question
from surveys.questionnaire import Questionnaire
from surveys.texts import text_in

NAME = "colours"
LEAST, WHITE = 3.0, "#ffffff"


def check(questionnaire: Questionnaire, _audience: Audience) -> Iterator[Finding]:
    for placed in placed_questions(questionnaire):
        for at, message in _too_pale(placed.question, questionnaire.languages[0]):
            yield Finding(NAME, message, placed.where(member=f"categories[{at}].colour"))


def contrast(one: str, other: str) -> float:
    """Of two colours such as #0072b2, from 1 to 21, as WCAG 2 measures it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _too_pale(question: Question, language: str) -> Iterator[tuple[int, Message]]:
    """With the number of the category, from 0."""
    for at, category in enumerate(question.categories):
        found = contrast(category.colour, WHITE)
        if found < LEAST:
            told = _(
                "The colour %(colour)s of “%(category)s” is too pale to be seen on the map: its contrast is %(contrast)s to 1. "
                "Choose a darker one, with 3 to 1 at least."
            )
            label = shown(text_in(category.label, language))
            numbers = {"colour": category.colour, "contrast": number_text(round(found, 1))}
            yield at, Message(told, {"category": label, **numbers})


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
