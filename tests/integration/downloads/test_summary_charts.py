"""The summary is drawn beside its table: what was answered, and what was marked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from exports.formats import FORMATS
from participation.activities.models import Activity
from participation.database import reading, writing
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import write_file
from participation.extensions import db
from tests.factories.mapped_class import make_response

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


def charts(activity: Activity, path: Path, **wanted: Any) -> dict[str, list[tuple[str, float]]]:
    """By title what stands in the cells that each chart shows."""
    with reading(db) as session:
        found = session.get_one(Activity, activity.id)
        write_file(session, Request(found, FORMATS["xlsx"], Selection(activity.id), language="nb", **wanted), path)
    book = openpyxl.load_workbook(path)
    return {_title(chart): _shown(book, chart) for sheet in book.worksheets for chart in sheet._charts}


def _title(chart: Any) -> str:
    return "".join(run.t for run in chart.title.tx.rich.p[0].r)


def _shown(book: Any, chart: Any) -> list[tuple[str, float]]:
    labels, numbers = (_cells(book, ref.f) for ref in (chart.series[0].cat.strRef, chart.series[0].val.numRef))
    points = zip(chart.series[0].cat.strRef.strCache.pt, chart.series[0].val.numRef.numCache.pt, strict=True)
    shown = list(zip(labels, map(float, numbers), strict=True))
    assert shown == [(label.v, float(number.v)) for label, number in points]
    return shown


def _cells(book: Any, reference: str) -> list[Any]:
    """What stands in the cells of one column, in a range or one by one."""
    found = []
    for part in reference.strip("()").split(","):
        sheet, _mark, area = part.rpartition("!")
        cells = book[sheet.strip("'")][area.replace("$", "")]
        found += [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]
    return found


def test_answers_and_categories_are_drawn(activity: Activity, tmp_path: Path) -> None:
    drawn = charts(activity, tmp_path / "bok.xlsx")
    numbers = {title: [number for _label, number in bars] for title, bars in drawn.items()}
    assert numbers == {
        "Er veien til skolen trygg?": [0, 1, 0, 0, 0],
        "Liker du deg der du bor?": [0, 0, 0, 1, 1],
        "Vis oss veien din.": [1, 0],
        "Sett merker på kartet.": [0, 1, 1, 0],
    }
    assert drawn["Vis oss veien din."] == [("Skoleveien min", 1), ("Andre veier", 0)]


def test_of_several_channels_all_are_drawn_together(activity: Activity, tmp_path: Path) -> None:
    with writing(db) as session:
        found = session.get_one(Activity, activity.id)
        make_response(session, found, answers={"like_area": 5}, channel="paper")
    drawn = charts(activity, tmp_path / "bok.xlsx")
    assert sorted(number for _label, number in drawn["Kanal"]) == [1, 2]
    assert [number for _label, number in drawn["Liker du deg der du bor?"]] == [0, 0, 0, 1, 2]


def test_what_is_published_has_no_charts_of_single_answers(activity: Activity, tmp_path: Path) -> None:
    assert charts(activity, tmp_path / "bok.xlsx", published=True) == {}
