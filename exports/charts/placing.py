"""Charts in a workbook that is written already: what the library put where they go is drawn anew.

One sheet of a workbook has charts: the library then calls its drawing and its charts by the numbers from 1 on.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from exports.charts.bars import Chart
from exports.charts.drawn import chart_part, drawing_part
from exports.replaced_parts import replace_parts

DRAWING, CHART = "xl/drawings/drawing1.xml", "xl/charts/chart%s.xml"


def placeholders(headings: Sequence[str], count: int) -> list[dict[str, Any]]:
    """As many charts as there may be, as the library takes them: each at a cell of its own."""
    of_something = {"type": "bar", "series": [headings[-1]], "categories": headings[0], "col": 0}
    return [of_something | {"row": number} for number in range(count)]


def draw(path: Path, sheet: str, charts: Sequence[Chart], column: int) -> None:
    """Put the charts, from `column` on, in the place of the placeholders; those that are too many are seen nowhere."""
    parts = {CHART % number: chart_part(chart, sheet) for number, chart in enumerate(charts, 1)}
    replace_parts(path, {DRAWING: drawing_part(charts, column), **parts})
