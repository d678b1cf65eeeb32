"""Beside what everyone can see, the archive package tells no more of places than that does."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import flask
import pytest

from participation.activities.models import Activity
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.responses.models import Response
from tests.factories.mapped_class import make_activity, make_mark, make_response
from tests.integration.downloads.test_files import written

HERE, WAY = "POINT (5.225 60.375)", "LINESTRING (5.22 60.37, 5.24 60.37)"


@pytest.fixture
def activity(app: flask.Flask) -> Activity:
    """On a page for everyone; six have put a place and drawn a road there, and what is published tells of them."""
    with writing(db) as session:
        made = make_activity(session, public_since=now())
        come(session, made, 6)
        identity = made.id
    return db.session.get_one(Activity, identity)


def come(session, activity: Activity, many: int) -> None:
    for _each in range(many):
        make_response(session, activity, marks=[make_mark(HERE), make_mark(WAY, "road", "school_road")])


def published(activity: Activity, folder: Path) -> set[tuple[str, int]]:
    """How many are behind each hexagon, by what it is of."""
    features = json.loads(written(activity, folder, "geojson", published=True).read_bytes())["features"]
    return {(one["properties"]["question"], one["properties"]["respondents"]) for one in features}


def packed(activity: Activity, folder: Path) -> dict[str, str]:
    """Each text of the package by its name."""
    with ZipFile(written(activity, folder, "archive")) as package:
        return {
            name.rpartition("/")[2]: package.read(name).decode("utf-8-sig")
            for name in package.namelist()
            if name.endswith((".csv", ".md"))
        }


def rows(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content, newline="")))


def places(found: dict[str, str]) -> tuple[set[int], int]:
    """How many are behind each hexagon of a road, and how many marks have a row."""
    return {int(road["respondents"]) for road in rows(found["veier.csv"])}, len(rows(found["steder.csv"]))


def test_who_came_last_is_not_the_difference(activity: Activity, tmp_path: Path) -> None:
    assert published(activity, tmp_path) == {("places", 6), ("road", 6)}
    with writing(db) as session:
        come(session, session.get_one(Activity, activity.id), 1)
    found = packed(activity, tmp_path)
    assert places(found) == ({6}, 12)
    assert len(rows(found["svar.csv"])) == 7
    assert "Prosjektsiden er for alle, og forskjellen ville fortelle om dem" in found["LES_MEG.md"]
    with writing(db) as session:
        come(session, session.get_one(Activity, activity.id), 4)
    assert places(packed(activity, tmp_path)) == ({11}, 22)
    assert published(activity, tmp_path) == {("places", 11), ("road", 11)}


def test_what_is_corrected_stands_as_long_as_in_public(activity: Activity, tmp_path: Path) -> None:
    assert published(activity, tmp_path) == {("places", 6), ("road", 6)}
    with writing(db) as session:
        first = session.query(Response).filter_by(activity_id=activity.id).first()
        correction = make_response(session, session.get_one(Activity, activity.id), corrects_id=first.id)
        first.replaced_by_id = correction.id
    assert published(activity, tmp_path) == {("places", 6), ("road", 6)}
    found = packed(activity, tmp_path)
    assert places(found) == ({6}, 12)
    assert len(rows(found["svar.csv"])) == 6


def test_where_no_page_is_for_everyone_all_of_it_is_told(activity: Activity, tmp_path: Path) -> None:
    with writing(db) as session:
        found = session.get_one(Activity, activity.id)
        found.project.public_since = None
        come(session, found, 1)
    found = packed(activity, tmp_path)
    assert places(found) == ({7}, 14)
    assert "Prosjektsiden er for alle" not in found["LES_MEG.md"]
