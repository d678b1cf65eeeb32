"""Which of a question's choices its filter leaves for the answers so far, and what that leaves of an answer."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from surveys.conditions.evaluation import Scope
from surveys.question import Question


def offered_codes(question: Question, scope: Scope) -> list[str] | None:
    """None without a filter. The choice that stands apart is always offered."""
    offers = question.logic.offers
    if offers is None:
        return None
    codes = []
    for choice in question.choices:
        scope.columns = choice.filtered_by
        if choice.apart or offers(scope) is True:
            codes.append(choice.code)
    scope.columns = {}
    return codes


def offers_anything(question: Question, codes: Container[str]) -> bool:
    """Whether anything is left to choose but what stands apart."""
    return any(choice.code in codes for choice in question.choices if not (choice.apart or choice.retired))


def withdrawn(question: Question, answer: Any, codes: Container[str]) -> list[str]:
    """What was chosen of the question's choices and is not offered. `answer`: clean, or as a page holds it."""
    chosen = answer if isinstance(answer, list) else [answer]
    known = [code for code in chosen if isinstance(code, str) and code in question.choice_by_code]
    return [code for code in known if code not in codes]


def narrowed(question: Question, answer: Any, codes: Container[str]) -> Any:
    """What is left of the answer, None for nothing."""
    gone = withdrawn(question, answer, codes)
    return [code for code in answer if code not in gone] or None if isinstance(answer, list) else None
