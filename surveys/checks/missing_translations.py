"""A text that is not in every language of the questionnaire: respondents read it in another one.

Every text must be in the first language, which the others fall back on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from surveys.checks.audience import Audience
from surveys.checks.finding import Finding, Weight
from surveys.checks.texts import placed_texts
from surveys.messages import Message, _, shown
from surveys.missing_texts import lacks
from surveys.questionnaire import Questionnaire
from surveys.texts import text_in

NAME = "missing_translations"


def check(questionnaire: Questionnaire, _audience: Audience) -> Iterator[Finding]:
    first = questionnaire.languages[0]
    for where, texts in placed_texts(questionnaire):
        for language in questionnaire.languages:
            if lacks(texts, language):
                told = _("“%(text)s” is missing in a language: %(language)s. Write it, or it is read in another one.")
                params = {"text": shown(text_in(texts, first)), "language": language}
                weight = Weight.STOPS if language == first else Weight.ADVICE
                yield Finding(NAME, Message(told, params), replace(where, language=language), weight)
