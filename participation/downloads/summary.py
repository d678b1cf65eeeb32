"""The summary as a table: how many chose each code, with respondents as the base, by channel and together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask_babel import gettext as _

from exports.table import FeatureTable, Row
from participation.activities import channels
from participation.downloads import columns
from participation.downloads.codebook import Codebook
from participation.downloads.counting import Counting
from participation.downloads.summary_answers import lines_of_answers
from participation.downloads.summary_answers import together as columns_together
from participation.downloads.summary_line import COLUMNS, Asked, Counted, beside_each_other, line
from participation.downloads.summary_marks import lines_of_marks, together
from participation.downloads.summary_stops import lines_of_stops
from participation.drop_off.queries import DropOff


def summary_table(
    name: str, codebook: Codebook, language: str, counting: Counting, stopped: DropOff | None = None
) -> FeatureTable:
    """How many came by each channel, then answers, then marks by category, then follow-up answers by category; last,
    where those `stopped` who have not sent. What came by several channels is told together and of each.

    To be read when all that `counting` takes down has gone by.
    """
    rows = map(Row, _lines(codebook, language, counting, stopped))
    return FeatureTable(name, columns.fixed(language, COLUMNS), rows)


def _lines(codebook: Codebook, language: str, counting: Counting, stopped: DropOff | None) -> Iterator[list[Any]]:
    yield from _of_channels({channel: counting.given[channel].respondents for channel in counting.channels})
    yield from _of_answers(codebook, language, counting)
    yield from _of_marks(codebook, language, counting)
    yield from (line(asked, None, counted) for asked, counted in (lines_of_stops(stopped, language) if stopped else ()))


def _of_channels(counted: dict[str, int]) -> Iterator[list[Any]]:
    for channel, count in counted.items():
        asked = Asked("channel", _("Channel"), code=channel, label=channels.name(channel))
        yield line(asked, channel, Counted(count, share=round(count / sum(counted.values()), 4)))


def _of_answers(codebook: Codebook, language: str, counting: Counting) -> Iterator[list[Any]]:
    given = {channel: counting.given[channel] for channel in counting.channels}
    everybody = columns_together(list(given.values()))
    each = {channel: lines_of_answers(codebook, language, one.columns) for channel, one in given.items()}
    return beside_each_other(counting.channels, lines_of_answers(codebook, language, everybody), each)


def _of_marks(codebook: Codebook, language: str, counting: Counting) -> Iterator[list[Any]]:
    tallied = {channel: counting.tallies[channel] for channel in counting.channels}
    each = {channel: lines_of_marks(codebook, language, tally) for channel, tally in tallied.items()}
    everybody = lines_of_marks(codebook, language, together(tallied.values()))
    return beside_each_other(counting.channels, everybody, each)
