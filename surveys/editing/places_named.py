"""Where in a questionnaire a problem is, in words: by page and question instead of by the path in its document."""

from __future__ import annotations

import re
from typing import Any

from surveys.errors import Problem
from surveys.messages import Message, _, shown

PLACE = re.compile(r"pages\[(\d+)\](?:\.questions\[(\d+)\])?")


def in_words(document: dict[str, Any], problem: Problem) -> Message:
    """The problem with where it is: the words of its question, or its number."""
    found = PLACE.match(problem.place)
    if found is None:
        return problem.message
    page = int(found[1])
    if found[2] is None:
        return Message(_("Page %(page)s: %(problem)s"), {"page": page + 1, "problem": problem.message})
    label = _words_of(document, page, int(found[2]))
    params = {"page": page + 1, "number": int(found[2]) + 1, "label": label, "problem": problem.message}
    if label:
        return Message(_("Page %(page)s, “%(label)s”: %(problem)s"), params)
    return Message(_("Page %(page)s, question %(number)s: %(problem)s"), params)


def _words_of(document: dict[str, Any], page: int, number: int) -> str:
    try:
        label = document["pages"][page]["questions"][number]["label"]
        return shown(next((text for text in label.values() if text), ""))
    except (LookupError, TypeError, AttributeError):
        return ""
