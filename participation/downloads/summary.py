"""The summary as a table: how many chose each code, with respondents as the base, by channel and together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import orjson
from flask_babel import gettext as _

from exports.table import FeatureTable, Row
from participation.activities import channels
from participation.downloads import columns
from participation.downloads.codebook import Codebook
from participation.downloads.mark_queries import Rows
from participation.downloads.selection import Selection
from participation.downloads.summary_answers import Given, lines_of_answers
from participation.downloads.summary_answers import together as columns_together
from participation.downloads.summary_line import COLUMNS, Asked, Counted, beside_each_other, line
from participation.downloads.summary_marks import lines_of_marks, tallies, together
from participation.downloads.summary_stops import lines_of_stops
from participation.drop_off.queries import DropOff


def summary_table(
    name: str,
    codebook: Codebook,
    language: str,
    responses: Iterable[Any],
    parts: Iterable[tuple[Rows, Rows]],
    selection: Selection,
    stopped: DropOff | None = None,
) -> FeatureTable:
    """How many came by each channel, then answers, then marks by category, then follow-up answers by category; last,
    where those `stopped` who have not sent.

    Those who answer on a street corner are others than those who were drawn by lot: what came by several channels is
    told together and of each.
    """
    given: dict[str, Given] = defaultdict(lambda: Given(codebook))
    for response in responses:
        given[response.channel].add(orjson.loads(response.answers))
    came_by = sorted(given, key=lambda channel: (-given[channel].respondents, channel))
    rows = [
        *_of_channels({channel: given[channel].respondents for channel in came_by}),
        *_of_answers(codebook, language, came_by, given),
        *_of_marks(codebook, language, came_by, parts, selection),
        *(line(asked, None, counted) for asked, counted in (lines_of_stops(stopped, language) if stopped else ())),
    ]
    return FeatureTable(name, columns.fixed(language, COLUMNS), [Row(row) for row in rows])


def _of_channels(counted: dict[str, int]) -> Iterator[list[Any]]:
    for channel, count in counted.items():
        asked = Asked("channel", _("Channel"), code=channel, label=channels.name(channel))
        yield line(asked, channel, Counted(count, share=round(count / sum(counted.values()), 4)))


def _of_answers(
    codebook: Codebook, language: str, came_by: Sequence[str], given: Mapping[str, Given]
) -> Iterator[list[Any]]:
    everybody = columns_together([given[channel] for channel in came_by])
    each = {channel: lines_of_answers(codebook, language, given[channel].columns) for channel in came_by}
    return beside_each_other(came_by, lines_of_answers(codebook, language, everybody), each)


def _of_marks(
    codebook: Codebook,
    language: str,
    came_by: Sequence[str],
    parts: Iterable[tuple[Rows, Rows]],
    selection: Selection,
) -> Iterator[list[Any]]:
    tallied = tallies(codebook, parts, selection)
    each = {channel: lines_of_marks(codebook, language, tallied[channel]) for channel in came_by}
    return beside_each_other(came_by, lines_of_marks(codebook, language, together(tallied.values())), each)
