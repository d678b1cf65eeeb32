"""The texts of a question as one reader gets them: all in one language, with earlier answers filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from surveys.piping import filled
from surveys.question import Question
from surveys.texts import Texts

# Settings that are texts.
SETTINGS = ("text", "reason", "low_label", "high_label", "dont_know", "image_alt")


def spoken_language(question: Question, wanted: str) -> str:
    """`wanted` where the whole question is in it, else the first language that its label has."""
    if all(texts.get(wanted) for texts in _texts(question)):
        return wanted
    return next((language for language, text in question.label.items() if text), wanted)


def with_answers(question: Question, answer_text: Callable[[str], str]) -> Question:
    """The question with earlier answers in the place of their variables; itself where none is named."""
    if not any("{" in text for texts in _texts(question) for text in texts.values()):
        return question
    settings = {name: _filled(question.setting(name), answer_text) for name in SETTINGS if question.setting(name)}
    return replace(
        question,
        label=_filled(question.label, answer_text),
        hint=_filled(question.hint, answer_text) if question.hint else None,
        settings={**question.settings, **settings},
    )


def _texts(question: Question) -> Iterator[Texts]:
    yield question.label
    yield from (texts for texts in (question.hint, *map(question.setting, SETTINGS)) if texts)
    if "choices" in question.settings:
        yield from (choice.label for choice in question.choices if not choice.retired)
    yield from (row.label for row in question.rows if not row.retired)
    yield from (category.label for category in question.categories)


def _filled(texts: Texts, answer_text: Callable[[str], str]) -> Texts:
    return {language: filled(text, answer_text) for language, text in texts.items()}
