"""What one version of a question is compared by, beside its codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from surveys.question import Choice, Question

# Compared code by code.
CODED = frozenset({"choices", "rows", "categories", "followups"})


def rules(question: Question, other: Question) -> tuple[Any, ...]:
    """When it is asked and what is accepted; of codes only those that `other` has too."""
    settings = {name: value for name, value in question.settings.items() if name not in CODED and not _is_texts(value)}
    marked = {
        one.code: (one.specify, one.exclusive, one.apart, one.retired, one.columns) for one in _in_both(question, other)
    }
    return question.required, question.logic, settings, marked


def words(question: Question, other: Question) -> tuple[Any, ...]:
    """What is read and seen, in its order; of codes only those that `other` has too."""
    texts = {name: value for name, value in question.settings.items() if name not in CODED and _is_texts(value)}
    choices = [(one.code, one.label, one.image, one.icon) for one in _in_both(question, other)]
    categories = [
        (one.code, one.label, one.prompt, one.symbol, one.colour, one.icon)
        for one in question.categories
        if one.code in other.category_by_code
    ]
    return question.label, question.hint, question.messages, texts, choices, categories


def _in_both(question: Question, other: Question) -> Iterator[Choice]:
    rows = {row.code for row in other.rows}
    yield from (choice for choice in question.choices if choice.code in other.choice_by_code)
    yield from (row for row in question.rows if row.code in rows)


def _is_texts(value: object) -> bool:
    """Whether a setting is a text in some languages."""
    return isinstance(value, dict) and bool(value) and all(isinstance(text, str) for text in value.values())
