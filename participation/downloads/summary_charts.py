"""Which lines of the summary are drawn: how many came by each channel, chose each answer, marked each category."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from exports.charts.bars import Bar
from participation.downloads.codebook import Codebook
from participation.downloads.counting import Counting
from participation.downloads.summary_line import COLUMNS
from surveys.questionnaire import Question

MOST_CHARTS = 60
OF_CHANNELS = "channel"


class SummaryCharts:
    """Of all channels together. To be asked when all that `counting` takes down has gone by."""

    def __init__(self, codebook: Codebook, counting: Counting) -> None:
        self.counting = counting
        drawn = [OF_CHANNELS, *_variables(codebook.answer_questions.values()), *codebook.map_questions]
        self.variables = frozenset(drawn)
        self.most = min(len(drawn), MOST_CHARTS)

    def bar(self, cells: Sequence[Any]) -> Bar | None:
        """The bar that a line of the summary is, if it is one."""
        told = dict(zip(COLUMNS, cells, strict=True))
        if told["variable"] not in self.variables:
            return None
        if told["variable"] != OF_CHANNELS and told["channel"] != self._together():
            return None
        if told["code"] and not told["category"]:
            return Bar(told["variable"], told["question_label"], "label", "respondents")
        if told["category"] and not told["code"]:
            return Bar(told["variable"], told["question_label"], "category_label", "marks")
        return None

    def _together(self) -> str | None:
        """What the lines of all channels together say of the channel."""
        channels = self.counting.channels
        return channels[0] if len(channels) == 1 else None


def _variables(questions: Any) -> Iterator[str]:
    asked: Question
    for asked in questions:
        if not asked.parts:
            yield asked.variable
        yield from (part.variable for part in asked.parts)
