"""Texts of a questionnaire that are not in every one of its languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from surveys.texts import Texts, text_in

NO_TEXTS = frozenset({"columns", "unread"})
"""Members whose keys may look like languages."""


def missing_texts(document: Mapping[str, Any]) -> dict[str, list[str]]:
    """Language → what lacks it, each once and in order, as far as it goes in the first language; languages that lack
    nothing left out.

    `document`: one that has been checked.
    """
    languages = document["languages"]
    every = list(texts_of(document, frozenset(languages)))
    found = {
        language: list(dict.fromkeys(text_in(texts, languages[0]) for texts in every if lacks(texts, language)))
        for language in languages
    }
    return {language: texts for language, texts in found.items() if texts}


def texts_of(part: Any, languages: frozenset[str]) -> Iterator[Texts]:
    """Every text within, in the order in which they stand."""
    yield from (texts for _place, texts in texts_at(part, languages))


def texts_at(part: Any, languages: frozenset[str], place: str = "") -> Iterator[tuple[str, Texts]]:
    """Each with its place, such as `choices[1].label`; `place`: of the part."""
    if isinstance(part, dict):
        if part and part.keys() <= languages and all(isinstance(text, str) for text in part.values()):
            yield place, part
        else:
            for member, value in part.items():
                if member not in NO_TEXTS:
                    yield from texts_at(value, languages, f"{place}.{member}".lstrip("."))
    elif isinstance(part, list):
        for index, each in enumerate(part):
            yield from texts_at(each, languages, f"{place}[{index}]")


def lacks(texts: Texts, language: str) -> bool:
    return not texts.get(language, "").strip()
