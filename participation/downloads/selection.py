"""Which rows a file holds: one activity's, narrowed by what the address asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

HIDDEN, TEST, DRAFT, REPLACED = "hidden", "test", "draft", "replaced"
LEFT_OUT = (HIDDEN, TEST, DRAFT, REPLACED)
LOOKED_FOR = ("zone", "flag", "text")
TAKEN = ("class", "school", "year", "question", "category", "channel", "week", "also", *LOOKED_FOR)


class Arguments(Protocol):
    """A query string with repeated names, as Werkzeug reads it."""

    def getlist(self, key: str) -> list[str]: ...

    def keys(self) -> Any: ...


@dataclass(frozen=True)
class Selection:
    """`classes`, `schools`, `years`, `questions`, `categories`, `channels`, `weeks` (2026-W10): any of these; empty means all.

    `answers`: follow-up variable → wanted codes. `also`: kinds of rows that are otherwise left out.
    `looked_for`: what else the page of marks was asked for, by name; `only`: ids of the marks it then shows.
    """

    activity_id: int
    classes: Sequence[int] = ()
    schools: Sequence[str] = ()
    years: Sequence[int] = ()
    questions: Sequence[str] = ()
    categories: Sequence[str] = ()
    channels: Sequence[str] = ()
    weeks: Sequence[str] = ()
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    also: frozenset[str] = frozenset()
    looked_for: Mapping[str, Sequence[str]] = field(default_factory=dict)
    only: frozenset[int] | None = None

    @property
    def narrowed(self) -> bool:
        """True when something is left out that is there by default."""
        return bool(set(self.as_arguments()) - {"also"})

    @property
    def asks_for_marks(self) -> bool:
        """True when marks are chosen among, and so responses by the marks they have."""
        return bool(self.questions or self.categories) or self.needs_reading

    @property
    def needs_reading(self) -> bool:
        """True when the store alone cannot tell which marks are selected."""
        return bool(self.answers) or self.only is not None

    def as_arguments(self) -> dict[str, list[Any]]:
        """The query string that asks for this selection."""
        chosen = {
            "class": self.classes,
            "school": self.schools,
            "year": self.years,
            "question": self.questions,
            "category": self.categories,
            "channel": self.channels,
            "week": self.weeks,
            "also": sorted(self.also),
            **self.answers,
            **self.looked_for,
        }
        return {name: list(values) for name, values in chosen.items() if values}

    def lets_through(self, mark_id: int, answers: Mapping[str, Any]) -> bool:
        """True for a mark that is shown and whose answers hold, for each variable asked for, one of the wanted codes."""
        if self.only is not None and mark_id not in self.only:
            return False
        return all(_codes(answers.get(variable)) & set(wanted) for variable, wanted in self.answers.items())


def selection_from(activity_id: int, arguments: Arguments, followups: Sequence[str]) -> Selection:
    """The selection that a query string asks for; names it does not know are passed over."""
    return Selection(
        activity_id,
        classes=_numbers(arguments.getlist("class")),
        schools=_given(arguments.getlist("school")),
        years=_numbers(arguments.getlist("year")),
        questions=_given(arguments.getlist("question")),
        categories=_given(arguments.getlist("category")),
        channels=_given(arguments.getlist("channel")),
        weeks=_given(arguments.getlist("week")),
        answers={name: given for name in followups if name not in TAKEN and (given := _given(arguments.getlist(name)))},
        also=frozenset(arguments.getlist("also")) & frozenset(LEFT_OUT),
        looked_for={name: given for name in LOOKED_FOR if (given := _given(arguments.getlist(name)))},
    )


def _given(values: list[str]) -> list[str]:
    return [value for value in values if value]


def _numbers(values: list[str]) -> list[int]:
    return [int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 18]


def _codes(value: Any) -> set[str]:
    if value is None:
        return set()
    return {str(code) for code in value} if isinstance(value, list) else {str(value)}
