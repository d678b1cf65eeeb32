"""Whether a question can begin with what its document says, as far as that is known before anybody answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surveys.beginnings import fits
from surveys.conditions.values import WRITTEN
from surveys.messages import Message
from surveys.question_reading import read_questions


def beginning_problem(question: Mapping[str, Any]) -> Message | None:
    """`question`: a document that is sound but for its `default`. None too where answers tell what it begins with."""
    value = question["default"]
    if isinstance(value, dict):
        ((name, value),) = value.items() if len(value) == 1 else (("", None),)
        if name not in WRITTEN:
            return None
    if value is None:
        return None
    error = fits(read_questions([question])[0], value)
    return None if error is None else error.message
