"""A text that is harder than its readers may be asked to read: LIX, which is made for the Nordic languages and English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from surveys.checks.audience import Audience
from surveys.checks.finding import Finding
from surveys.checks.texts import placed_texts
from surveys.messages import Message, _, shown
from surveys.questionnaire import Questionnaire
from surveys.readability import lix

NAME = "hard_to_read"
MEASURED = frozenset({"nb", "nn", "no", "en", "da", "sv"})
# The index says little about one sentence of a few words.
FEWEST_WORDS = 8


def check(questionnaire: Questionnaire, audience: Audience) -> Iterator[Finding]:
    yield from harder_than(questionnaire, audience.hardest(questionnaire.age), FEWEST_WORDS)


def harder_than(questionnaire: Questionnaire, hardest: int, fewest_words: int) -> Iterator[Finding]:
    """Each text of so many words at least whose index is higher."""
    for where, texts in placed_texts(questionnaire):
        for language, text in texts.items():
            index = lix(text)
            if language in MEASURED and index > hardest and len(text.split()) >= fewest_words:
                told = _(
                    "“%(text)s” is hard to read (LIX %(index)s; at most %(hardest)s here). Write shorter sentences and words."
                )
                params = {"text": shown(text), "index": round(index), "hardest": hardest}
                yield Finding(NAME, Message(told, params), replace(where, language=language))
