"""A question that a class does not get as it is meant: the pupils' own screens know few types."""

from __future__ import annotations

from collections.abc import Iterator

from surveys.checks.audience import Audience
from surveys.checks.finding import Finding, Weight
from surveys.checks.placed import placed_questions
from surveys.messages import Message, _, shown
from surveys.question import Question
from surveys.questionnaire import Questionnaire

NAME = "not_for_pupils"
# As static/js/pupil/fields.js and toolbar.js know them.
ASKED = frozenset({"smiley_scale", "single_choice", "multiple_choice", "whole_number", "short_text", "long_text"})
TOLD = frozenset({"information"})
ON_MAP = frozenset({"route", "place"})


def check(questionnaire: Questionnaire, audience: Audience) -> Iterator[Finding]:
    if not audience.in_class:
        return
    for placed in placed_questions(questionnaire):
        told, weight = _told(placed.question)
        if told:
            name = shown(placed.question.label_in(questionnaire.languages[0])) or placed.question.variable
            yield Finding(NAME, Message(told, {"question": name}), placed.where(member="type"), weight)


def _told(question: Question) -> tuple[str, Weight]:
    if question.on_map:
        left_out = _("“%(question)s” is not asked: pupils draw roads and put marks only.")
        return "" if question.type in ON_MAP else left_out, Weight.ADVICE
    if not question.behaviour.on_screen or question.type in ASKED | TOLD:
        return "", Weight.ADVICE
    # The text is no answer of that type, so what a child hands in would be refused.
    return _(
        "Pupils get “%(question)s” as a text to write. Ask it with choices, faces or a number instead."
    ), Weight.STOPS
