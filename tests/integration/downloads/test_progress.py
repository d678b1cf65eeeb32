"""What is told of how far a file has come adds up to all there is to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.formats import FORMATS
from participation.activities.models import Activity
from participation.database import reading
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import rows_to_read, write_file
from participation.extensions import db

ASKED = {
    "marks": ("geojson", {}, 3),
    "marks chosen by their answers, which are all read": ("csv", {"answers": {"why": ["dark"]}}, 3),
    "responses": ("csv", {"table": "responses"}, 2),
    "a workbook": ("xlsx", {}, 5),
    "a published workbook": ("xlsx", {"published": True}, 3),
    "what is published, whatever is chosen": ("gpkg", {"published": True, "categories": ["unsafe"]}, 3),
}


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("asked", ASKED)
def test_every_row_is_heard_of(activity: Activity, tmp_path: Path, asked: str) -> None:
    format_name, wanted, in_all = ASKED[asked]
    chosen = {name: wanted[name] for name in ("answers", "categories") if name in wanted}
    of_request = {name: wanted[name] for name in ("table", "published") if name in wanted}
    selection = Selection(activity.id, **chosen)
    request = Request(activity, FORMATS[format_name], selection, language="nb", **of_request)
    heard: list[int] = []
    with reading(db) as session:
        assert rows_to_read(session, request) == in_all
        write_file(session, request, tmp_path / "file", heard.append)
    assert sum(heard) == in_all
