"""What is told of how far a file has come adds up to all there is to read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from exports.formats import FORMATS
from participation.activities.models import Activity
from participation.database import reading, writing
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import rows_to_read, write_file
from participation.extensions import db
from tests.factories.mapped_class import make_mark, make_response

ASKED = {
    "marks": ("geojson", {}, 3),
    "marks chosen by their answers, which are all read": ("csv", {"answers": {"why": ["dark"]}}, 3),
    "responses": ("csv", {"table": "responses"}, 2),
    "a workbook": ("xlsx", {}, 5),
    "a published workbook": ("xlsx", {"published": True}, 3),
    "what is published, whatever is chosen": ("gpkg", {"published": True, "categories": ["unsafe"]}, 3),
    "the package, which reads a response four times and a mark six": ("archive", {}, 26),
    "the national product": ("barnetrakk-gml", {}, 5),
    "the national product in another format": ("barnetrakk-gpkg", {}, 5),
}
ON_SQLITE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


class Stopped(Exception):
    """Somebody has cancelled."""


def asked_for(activity: Activity, format_name: str, wanted: dict[str, Any]) -> Request:
    chosen = {name: wanted[name] for name in ("answers", "categories") if name in wanted}
    of_request = {name: wanted[name] for name in ("table", "published") if name in wanted}
    selection = Selection(activity.id, **chosen)
    return Request(activity, FORMATS[format_name], selection, language="nb", **of_request)


@ON_SQLITE
@pytest.mark.parametrize("asked", ASKED)
def test_every_row_is_heard_of(activity: Activity, tmp_path: Path, asked: str) -> None:
    format_name, wanted, in_all = ASKED[asked]
    request = asked_for(activity, format_name, wanted)
    heard: list[int] = []
    with reading(db) as session:
        assert rows_to_read(session, request) == in_all
        write_file(session, request, tmp_path / "file", heard.append)
    assert sum(heard) == in_all


@ON_SQLITE
def test_what_the_package_holds_back_and_what_it_tells_is_heard_of(activity: Activity, tmp_path: Path) -> None:
    with writing(db) as session:
        for _number in range(5):
            make_response(session, activity, marks=[make_mark("POINT (5.225 60.375)")])
    heard: list[int] = []
    with reading(db) as session:
        request = asked_for(session.get_one(Activity, activity.id), "archive", {})
        in_all = rows_to_read(session, request)
        written = write_file(session, request, tmp_path / "file", heard.append)
    assert written > 10
    assert sum(heard) == in_all == 4 * 7 + 6 * 8


@ON_SQLITE
@pytest.mark.parametrize("format_name", ["archive", "barnetrakk-gml", "barnetrakk-gpkg"])
def test_what_is_stopped_on_its_way_leaves_nothing(activity: Activity, tmp_path: Path, format_name: str) -> None:
    """After the first rows, in the middle, and after the last."""
    folder = tmp_path / "made"
    folder.mkdir()
    request = asked_for(activity, format_name, {})
    with reading(db) as session:
        in_all = rows_to_read(session, request)
        for enough in (1, in_all // 2, in_all):
            heard: list[int] = []

            def stop(rows: int, enough: int = enough, heard: list[int] = heard) -> None:
                heard.append(rows)
                if sum(heard) >= enough:
                    raise Stopped

            with pytest.raises(Stopped):
                write_file(session, request, folder / "file", stop)
            assert list(folder.iterdir()) == []
