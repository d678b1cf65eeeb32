"""When a question or a page is shown, required and accepted, and what it works out: see docs/conditions.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from surveys.conditions.evaluation import Run, compiled
from surveys.texts import Texts

CONDITIONS = ("relevant", "required", "constraint")
EXPRESSIONS = (*CONDITIONS, "calculation", "choice_filter", "default")


@dataclass(frozen=True)
class Logic:
    """Expressions as they stand in the document, None where there is none."""

    relevant: Any = None
    required: Any = None
    constraint: Any = None
    calculation: Any = None
    choice_filter: Any = None
    default: Any = None

    @cached_property
    def is_relevant(self) -> Run | None:
        return _run(self.relevant)

    @cached_property
    def is_required(self) -> Run | None:
        return _run(self.required)

    @cached_property
    def accepts(self) -> Run | None:
        return _run(self.constraint)

    @cached_property
    def calculates(self) -> Run | None:
        return _run(self.calculation)

    @cached_property
    def offers(self) -> Run | None:
        """Asked of each choice, with its columns in the scope."""
        return _run(self.choice_filter)

    @cached_property
    def begins_with(self) -> Run | None:
        return _run(self.default)


@dataclass(frozen=True)
class OwnMessages:
    """The questionnaire's own words where an answer is missing or not accepted."""

    required: Texts | None = None
    constraint: Texts | None = None


NO_LOGIC, NO_MESSAGES = Logic(), OwnMessages()


def read_logic(document: Mapping[str, Any]) -> Logic:
    given = {name: document[name] for name in EXPRESSIONS if document.get(name) is not None}
    if isinstance(given.get("required"), bool):
        # Not a condition: the question itself says so.
        del given["required"]
    return Logic(**given) if given else NO_LOGIC


def read_messages(document: Mapping[str, Any]) -> OwnMessages:
    required, constraint = document.get("required_message"), document.get("constraint_message")
    return OwnMessages(required, constraint) if required or constraint else NO_MESSAGES


def _run(expression: Any) -> Run | None:
    return None if expression is None else compiled(expression)
