"""Files that are wrong in every way known: told why, or taken in whole; never a fault of ours, and nothing lost."""

from __future__ import annotations

import json
from pathlib import Path

import flask
import pytest

from participation.extensions import db
from participation.responses.models import Mark
from tests.factories.cast import Cast, make_cast
from tests.factories.classes import make_activity, make_project
from tests.factories.file_forms import filled_in, uploaded

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)

POINT = {"type": "Point", "coordinates": [5.23, 60.36]}
SAID = (
    "=1+1",
    "\u202eabc",
    "a\u0000b",
    "💡" * 400,
    "<script>alert(1)</script>",
    "'; DROP TABLE mark; --",
    "x" * 40_000,
)
BAD = {
    "empty.geojson": b"",
    "null.geojson": b"null",
    "list.geojson": b"[]",
    "deep.geojson": b"[" * 100_000,
    "nan.geojson": b'{"type":"Point","coordinates":[NaN,60]}',
    "latin.geojson": '{"type":"FeatureCollection","features":[],"navn":"æ"}'.encode("latin-1"),
    "no_rows.geojson": b'{"type":"FeatureCollection","features":[]}',
    "odd.geojson": b'{"type":"FeatureCollection","features":[1,null,{"type":"Feature"},{"type":"Feature","geometry":{"type":"Point"}}]}',
    "empty.csv": b"",
    "no_places.csv": b"a;b\n1;2\n",
    "long.csv": b"lon;lat;a\n5.2;60.3;" + b"x" * 200_000 + b"\n",
    "empty.gpkg": b"SQLite format 3\0" + b"\0" * 100,
    "empty.zip": b"PK\x05\x06" + b"\0" * 18,
    "text.gml": b"<html/>",
    "entities.gml": b'<!DOCTYPE x [<!ENTITY a "b">]><FeatureCollection>&a;</FeatureCollection>',
}


@pytest.fixture
def cast(app: flask.Flask) -> Cast:
    return make_cast(app)


@pytest.fixture
def base(app: flask.Flask) -> str:
    return f"/projects/loddefjord/activities/{make_activity(make_project(area=None)).id}/registrations"


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_is_refused_with_a_reason(cast: Cast, base: str, name: str) -> None:
    answer = uploaded(cast.planner, base, name, BAD[name])
    if answer.status_code == 302:
        answer = cast.planner.post(answer.location, data={"category": "good"})
    assert answer.status_code == 422
    assert "ds-validation-message" in answer.text or 'role="alert"' in answer.text
    assert db.session.query(Mark).count() == 0


def test_texts_come_in_as_they_are_or_are_told_of(cast: Cast, base: str) -> None:
    features = [
        {"type": "Feature", "geometry": POINT, "properties": {"id": n, "t": text}} for n, text in enumerate(SAID)
    ]
    file = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    address = uploaded(cast.planner, base, "a.geojson", file).location
    said = {**filled_in(cast.planner.get(address).text), "category": "good", "comment_field": "t", "id_field": "id"}
    answer = cast.planner.post(address, data=said)
    assert answer.status_code == 422 and "40000 tegn" in answer.text
    assert cast.planner.post(address, data={**said, "accepted": str(len(SAID) - 1)}).status_code == 302
    db.session.rollback()
    comments = [json.loads(mark.answers)["comment"] for mark in db.session.query(Mark).order_by(Mark.id)]
    assert comments == ["=1+1", "abc", "ab", *SAID[3:-1]]


def test_categories_may_be_called_anything(cast: Cast, base: str) -> None:
    names = ["select", "DROP", "", " ", "æøå", "💡", "id", "a\nb", "هنا"]
    features = [{"type": "Feature", "geometry": POINT, "properties": {"k": name, "n": name}} for name in names]
    file = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    address = uploaded(cast.planner, base, "a.geojson", file).location
    assert cast.planner.post(address, data={"category_field": "k"}).status_code == 302
    assert db.session.query(Mark).count() == len(names)
    page = Path(base).parent / "downloads" / "marks.geojson"
    assert cast.planner.get(str(page)).status_code == 200
