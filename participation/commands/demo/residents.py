"""Invented residents who answer the survey, by the same way as real ones; some stop on the way."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from participation.commands.demo import spots
from participation.commands.demo.answering import LABEL, hand_in_as, near
from surveys.question import Question
from surveys.questionnaire import Page, Questionnaire

RESIDENTS, STOPPED = 42, 8
LANGUAGES = ("nb", "nb", "nb", "nb", "nn", "en")
# What residents say of the same places as the children.
CATEGORIES = {"use_places": {"good": "like", "activity": "like", "wish": "miss"}, "unsafe_places": {"unsafe": "avoid"}}
TEXTS = {
    "best": ("Skogen og sjøen er nær.", "Naboene hjelper hverandre.", "Det er kort vei til alt."),
    "first_thing": ("Mer lys på gangveiene.", "Et sted å møtes for ungdom.", "Tryggere krysninger for barna."),
}
# Most answer most questions.
ANSWERED, WROTE = 0.9, 0.35


def answer(activity: int, questionnaire: Questionnaire, chance: random.Random) -> None:
    """All of them answer; the last ones leave a draft after the second or third page."""
    for number in range(RESIDENTS):
        stops = chance.choice([2, 3]) if number >= RESIDENTS - STOPPED else len(questionnaire.pages)
        pages = questionnaire.pages[:stops]
        hand_in_as(
            {
                "activity": str(activity),
                "revision": 1,
                "complete": stops == len(questionnaire.pages),
                "questionnaire_version": 1,
                "language": chance.choice(LANGUAGES),
                "page": pages[-1].name,
                "answers": {name: told for page in pages for name, told in _answers(page, chance)},
                "marks": [mark for page in pages for mark in _marks(page, chance)],
            },
            chance,
        )


def _answers(page: Page, chance: random.Random) -> Iterator[tuple[str, Any]]:
    for question in page.questions:
        told = _told(question, chance) if chance.random() < ANSWERED else None
        if told:
            yield question.variable, told


def _told(question: Question, chance: random.Random) -> Any:
    codes = [choice.code for choice in question.choices if not (choice.specify or choice.exclusive)]
    if question.type == "matrix":
        return {row.code: _step(codes, chance) for row in question.rows}
    if question.type == "scale":
        return _step(codes, chance)
    if question.type == "single_choice":
        return chance.choice(codes)
    if question.type == "multiple_choice":
        return chance.sample(codes, chance.choice([1, 2]))
    if question.variable in TEXTS and chance.random() < WROTE:
        return f"{chance.choice(TEXTS[question.variable])} {LABEL}"
    return None


def _step(codes: list[str], chance: random.Random) -> Any:
    """Mostly towards the middle and above; a scale's steps are numbers."""
    at = min(len(codes) - 1, max(0, round(chance.gauss(len(codes) * 0.55, 1.3))))
    return int(codes[at]) if codes[at].isdigit() else codes[at]


def _marks(page: Page, chance: random.Random) -> Iterator[dict[str, Any]]:
    for question in page.questions:
        meant = CATEGORIES.get(question.variable, {})
        known = [spot for spot in spots.CHILDREN if spot.category in meant]
        for spot in chance.sample(known, min(len(known), chance.choice([0, 1, 2]))):
            named = {"place_name": spot.name} if chance.random() < WROTE else {}
            position = [round(number, 5) for number in near(spot.position, 40, chance)]
            yield {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": position},
                "properties": {"question": question.variable, "category": meant[spot.category], "answers": named},
            }
