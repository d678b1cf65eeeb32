"""What the summary counts, taken down as answers and marks go by on their way into the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from participation.downloads.codebook import Codebook
from participation.downloads.mark_columns import MarkColumns
from participation.downloads.summary_answers import Given
from participation.downloads.summary_marks import Key, Keys, Tally


class Counting:
    """By channel: each response came by one. Those who answer on a street corner are others than those drawn by lot."""

    def __init__(self, codebook: Codebook) -> None:
        self.given: dict[str, Given] = defaultdict(lambda: Given(codebook))
        self.tallies: dict[str, Tally] = defaultdict(Tally)
        self.keys = Keys(codebook)

    def answered(self, channel: str, answers: Mapping[str, Any]) -> None:
        """One response."""
        self.given[channel].add(answers)

    def marked(self, marks: MarkColumns, channels: Mapping[int, str]) -> None:
        """All the marks of some respondents; `channels`: by the id of a response."""
        came_by = [channels[response] for response in marks.responses]
        for places, keys in self._counted(marks):
            for channel in dict.fromkeys(came_by) if any(keys) else ():
                each = zip(places, marks.responses, came_by, strict=True)
                theirs = [(place, response) for place, response, by in each if by == channel and keys[place]]
                self.tallies[channel].add(keys, theirs)

    def _counted(self, marks: MarkColumns) -> Iterator[tuple[Sequence[int], Sequence[Sequence[Key]]]]:
        """What each mark counts for, by itself and by each of its follow-up answers."""
        yield marks.kind_of, [self.keys.of_mark(kind) for kind in marks.kinds]
        for variable in self.keys.variables:
            given = marks.whether_given(variable) if variable in self.keys.texts else marks.different(variable)
            yield given.places, [self._of_answer(marks, variable, answer) for answer in given.answers]

    def _of_answer(self, marks: MarkColumns, variable: str, answer: tuple[int, Any] | None) -> Sequence[Key]:
        if answer is None:
            return ()
        kind, value = answer
        return self.keys.of_answer(marks.kinds[kind], variable, value)

    @property
    def channels(self) -> Sequence[str]:
        """Those that anything came by, the most first."""
        return sorted(self.given, key=lambda channel: (-self.given[channel].respondents, channel))
