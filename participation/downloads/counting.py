"""What the summary counts, taken down as answers and marks go by on their way into the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from participation.downloads.codebook import Codebook
from participation.downloads.mark_columns import MarkColumns
from participation.downloads.summary_answers import Given
from participation.downloads.summary_marks import Keys, Tally


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
        """Marks by respondent; `channels`: by the id of a response."""
        kinds = (marks.kinds[kind] for kind in marks.kind_of)
        for response, kind, answers in zip(marks.responses, kinds, marks.answers, strict=True):
            self.tallies[channels[response]].add(self.keys.of(kind, answers), response)

    @property
    def channels(self) -> Sequence[str]:
        """Those that anything came by, the most first."""
        return sorted(self.given, key=lambda channel: (-self.given[channel].respondents, channel))
