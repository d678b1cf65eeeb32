"""What the public may see."""

from __future__ import annotations

import json
from pathlib import Path

import flask
import pytest

from participation.activities.models import Activity
from participation.database import writing
from participation.downloads.published import cells_of
from participation.extensions import db
from tests.factories.mapped_class import make_activity, make_mark, make_response
from tests.integration.downloads.test_files import sheet, written

HERE, THERE = "POINT (5.225 60.375)", "POINT (5.3 60.4)"


@pytest.fixture
def activity(app: flask.Flask) -> Activity:
    """Five respondents mark one place, one of them five times; four another; five draw the same road."""
    with writing(db) as session:
        made = make_activity(session)
        for number in range(5):
            marks = [
                make_mark(HERE, comment="hemmelig"),
                make_mark("LINESTRING (5.22 60.37, 5.26 60.37)", "road", "school_road"),
            ]
            if number == 0:
                marks += [make_mark(THERE) for _ in range(5)]
            make_response(session, made, marks=marks)
        for _ in range(3):
            make_response(session, made, marks=[make_mark(THERE)])
        make_response(session, made, marks=[make_mark(THERE)], is_test=True)
        identity = made.id
    return db.session.get(Activity, identity)


def test_only_what_five_different_respondents_share_is_published(activity: Activity, tmp_path: Path) -> None:
    features = json.loads(written(activity, tmp_path, "geojson", published=True).read_bytes())["features"]
    places = [feature for feature in features if feature["properties"]["question"] == "places"]
    roads = [feature for feature in features if feature["properties"]["question"] == "road"]
    assert [place["properties"]["respondents"] for place in places] == [5]
    assert len(roads) > 3
    assert {feature["geometry"]["type"] for feature in features} == {"Polygon"}


def test_channels_that_enough_came_by_are_named(activity: Activity, tmp_path: Path) -> None:
    assert published_facts(activity, tmp_path)["Kanaler, talt sammen"] == "Skoleklasse"
    with writing(db) as session:
        make_response(session, session.get_one(Activity, activity.id), channel="interview")
    assert published_facts(activity, tmp_path)["Kanaler, talt sammen"] == "Skoleklasse; andre med få svar"


def published_facts(activity: Activity, folder: Path) -> dict[str, str]:
    about: dict[str, str] = json.loads(written(activity, folder, "geojson", published=True).read_bytes())["about"]
    return about


def test_no_text_is_published(activity: Activity, tmp_path: Path) -> None:
    assert "hemmelig" not in written(activity, tmp_path, "csv", published=True).read_text("utf-8")
    book = written(activity, tmp_path, "xlsx", published=True)
    assert "comment" not in sheet(book, "Steder")[0]


def test_a_line_touches_every_hexagon_on_its_way() -> None:
    cells = {cell for _, cell in cells_of(['{"type":"LineString","coordinates":[[5.22,60.37],[5.26,60.37]]}'])}
    assert 5 <= len(cells) <= 15


def test_a_cell_that_a_line_has_many_points_in_comes_once() -> None:
    """What is done with each is done in Python: point by point, what is published of a city took eight seconds."""
    winding = {"type": "LineString", "coordinates": [[5.22 + step / 10000, 60.37] for step in range(100)]}
    spot = '{"type":"Point","coordinates":[5.22,60.37]}'
    touched = list(cells_of([json.dumps(winding), spot, spot]))
    assert len(touched) == len(set(touched)) < 10
    assert [position for position, _cell in touched].count(1) == 1
    assert touched[-1][1] == touched[-2][1]
