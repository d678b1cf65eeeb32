"""What a class may see together: hexagons with the number of children behind them, never lines, nicknames or texts.

A child counts once however much it drew. Nothing is shown that fewer than three different children drew, and nothing
that tells of fewer than three by its growth or beside what another filter shows: see `safeguards.steady_counts`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from participation.classroom.cells import ring
from participation.classroom.drawn import WHOLE
from participation.classroom.published_map import Published
from participation.classroom.shared_filters import Filter


def shared_map(
    published: Published, filters: Sequence[Filter], chosen: Filter, season: str, fewest: int
) -> dict[str, Any]:
    """The hexagons of one filter and season, and for each filter how many children drew it (None: not to be said)."""
    cells = numbers(published, chosen, season)
    return {
        "category": chosen.code,
        "season": season,
        "fewest": fewest,
        "fullest": fullest(published, filters),
        "cells": [{"ring": ring(cell), "children": number} for cell, number in sorted(cells.items()) if cell != WHOLE],
        "totals": {one.code: numbers(published, one, season).get(WHOLE) for one in filters},
    }


def numbers(published: Published, one: Filter, season: str) -> dict[str, int]:
    """Cell, or WHOLE, → children."""
    return published.shown.get(one.code, {}).get(season, {})


def fullest(published: Published, filters: Sequence[Filter]) -> str | None:
    """The filter to begin with: the one of stickers that most children drew, else the roads; None while all are empty."""
    most = {one.code: max(numbers(published, one, "any").values(), default=0) for one in filters}
    best = max(filters, key=lambda one: (most[one.code] > 0, one.symbol != "line", most[one.code]))
    return best.code if most[best.code] else None
