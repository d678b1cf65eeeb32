"""The cells of many marks at a time, a column each: what repeats is worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import orjson

from exports.lots import Values
from participation.downloads.columns import as_text
from participation.downloads.context import Told
from participation.downloads.mark_kinds import Kind
from participation.downloads.mark_queries import Marks
from participation.downloads.repeats import Different, answered, different, numbered, repeated

Cells = Callable[[Kind, Any], Sequence[Any]]


class MarkColumns:
    """Of at least one mark. `hidden`: true or false as the store has it."""

    def __init__(self, marks: Marks) -> None:
        self.ids, self.responses, questions, categories, self.geometries, texts, self.people, self.hidden = zip(
            *marks, strict=True
        )
        self.answers: Sequence[dict[str, Any]] = orjson.loads(f"[{','.join(texts)}]")
        self.kind_of, self.kinds = numbered(zip(questions, categories, strict=True))
        self._different: dict[str, Different] = {}
        self._variables = set[str]().union(*self.answers)
        # The same list for all of them, so that their columns are written together.
        self._unanswered = Different([0] * len(self.answers), [None])

    def of_kinds(self, cells: Callable[[Kind], Sequence[Any]]) -> Iterator[Values]:
        """Columns that the question and category of a mark tell."""
        return repeated(self.kind_of, [cells(kind) for kind in self.kinds])

    def values(self, variable: str) -> Values:
        """The answers to a follow-up question."""
        if variable not in self._variables:
            return [None] * len(self.answers)
        return [given.get(variable) for given in self.answers]

    def texts(self, variable: str) -> Values:
        """A follow-up answer as text."""
        given = self.values(variable)
        return [value if value is None or isinstance(value, str) else as_text(value) for value in given]

    def different(self, variable: str) -> Different:
        """The answers to a follow-up question, which are few; a kind's number is its place among `kinds`."""
        if variable not in self._variables:
            return self._unanswered
        if variable not in self._different:
            self._different[variable] = different(self.values(variable), self.kind_of)
        return self._different[variable]

    def whether_given(self, variable: str) -> Different:
        """As `different`, without the answers themselves: for texts, of which no two need be the same."""
        if variable not in self._variables:
            return self._unanswered
        values, none = self.values(variable), len(self.kinds)
        places = [none if value is None else kind for value, kind in zip(values, self.kind_of, strict=True)]
        return Different(places, [*((kind, "") for kind in range(none)), None])

    def answered(self, variable: str, cells: Cells, blanks: Sequence[Any]) -> Iterator[Values]:
        """The columns of a follow-up question; `blanks`: their cells where it is not answered."""
        return answered(self.different(variable), lambda kind, value: cells(self.kinds[kind], value), blanks)


class Respondents:
    """What is said of those who put the marks."""

    def __init__(self, marks: MarkColumns, told: Told) -> None:
        self.marks = marks
        self.told = told
        self.places = list(map(told.places.__getitem__, marks.responses))

    def cells(self) -> Iterator[Values]:
        return repeated(self.places, self.told.cells)

    def weeks_and_channels(self) -> Iterator[Values]:
        both = [(week, *channel) for week, channel in zip(self.told.weeks, self.told.channels, strict=True)]
        return repeated(self.places, both)

    def people(self) -> Values:
        """Of a mark that was put for several, how many; else of its response."""
        counted = zip(self.marks.people, self.marks.responses, strict=True)
        return [self.told.people[response] if people is None else people for people, response in counted]

    def statuses(self, hidden: Sequence[Any]) -> Iterator[Values]:
        """A mark may be hidden on its own; `hidden`: what is said then."""
        if not any(self.marks.hidden):
            return repeated(self.places, self.told.statuses)
        each = [
            len(self.told.statuses) if alone else place
            for alone, place in zip(self.marks.hidden, self.places, strict=True)
        ]
        return repeated(each, [*self.told.statuses, hidden])

    def backgrounds(self) -> Iterator[Values]:
        return repeated(self.places, self.told.backgrounds)
