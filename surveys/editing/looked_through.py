"""What of a questionnaire that is being built can be looked through already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from surveys.errors import Problem
from surveys.questionnaire import Questionnaire

QUESTION = re.compile(r"pages\[(\d+)\]\.questions\[(\d+)\]")
WORDS = re.compile(r"title|intro(\[\d+\])?|pages\[\d+\]\.title")


def sound_part(document: dict[str, Any], problems: Iterable[Problem]) -> Questionnaire | None:
    """Without the questions that have problems; None where its frame has some that are more than missing words.

    `problems`: all there are of the document.
    """
    broken: set[tuple[int, int]] = set()
    for problem in problems:
        found = QUESTION.match(problem.place)
        if found is None and not WORDS.fullmatch(problem.place):
            return None
        if found is not None:
            broken.add((int(found[1]), int(found[2])))
    own = {"title": _words(document.get("title")), "intro": [_words(one) for one in document.get("intro") or ()]}
    pages = [_sound(page, {at for of, at in broken if of == number}) for number, page in enumerate(document["pages"])]
    return Questionnaire.checked_before({**document, **own, "pages": pages})


def _sound(page: dict[str, Any], broken: set[int]) -> dict[str, Any]:
    questions = [question for at, question in enumerate(page["questions"]) if at not in broken]
    return {**page, "title": _words(page.get("title")), "questions": questions}


def _words(texts: object) -> dict[str, str]:
    found = texts if isinstance(texts, dict) else {}
    return {language: text for language, text in found.items() if isinstance(text, str)}
