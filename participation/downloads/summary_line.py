"""A line of the summary, of one channel or of all together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from flask_babel import gettext as _

from participation.activities import channels

COLUMNS = {
    "variable": "code",
    "question_label": "text",
    "category": "code",
    "category_label": "label",
    "code": "code",
    "label": "label",
    "channel": "code",
    "channel_label": "label",
    "respondents": "integer",
    "marks": "integer",
    "share": "decimal",
    "mean": "decimal",
}


class Asked(NamedTuple):
    """What a line counts. `within`: the map question that it is asked about, which no cell tells."""

    variable: str
    heading: str
    category: str | None = None
    category_label: str | None = None
    code: str | None = None
    label: str | None = None
    within: str = ""


class Counted(NamedTuple):
    """`respondents`: different ones; `share`: of those who answered, 0–1."""

    respondents: int
    marks: int | None = None
    share: float | None = None
    mean: float | None = None


Lines = Iterable[tuple[Asked, Counted]]


def beside_each_other(channel_codes: Sequence[str], of_all: Lines, of_each: Mapping[str, Lines]) -> Iterator[list[Any]]:
    """The cells of each line of all channels together, followed by the same line of each, where there are several.

    `channel_codes`: those that anything came by, in order.
    """
    each = {code: dict(of_each[code]) for code in channel_codes} if len(channel_codes) > 1 else {}
    alone = channel_codes[0] if len(channel_codes) == 1 else None
    for asked, counted in of_all:
        yield line(asked, alone, counted)
        yield from (line(asked, code, found[asked]) for code, found in each.items() if asked in found)


def line(asked: Asked, channel: str | None, counted: Counted) -> list[Any]:
    """The cells of COLUMNS; `channel`: None for all together."""
    name = _("All channels together") if channel is None else channels.name(channel)
    return [*asked[:-1], channel, name, *counted]
