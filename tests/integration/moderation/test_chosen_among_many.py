"""Choosing among a city's marks: they are read once, and those of one zone are looked for where it lies."""

from __future__ import annotations

import flask
import pytest
from sqlalchemy import event

from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from participation.moderation import queries
from participation.moderation.described import Described
from participation.moderation.filters import Filters
from participation.projects.zone_lookup import ZoneLookup
from tests.factories.mapped_class import make_activity, make_mark, make_response, make_zone

PLACES = ("POINT (5.21 60.31)", "POINT (5.41 60.31)", "POINT (7.1 60.1)", "LINESTRING (5.21 60.31, 5.36 60.31)")


@pytest.fixture
def activity(app: flask.Flask) -> Activity:
    """Two zones beside each other, with a place in each, a road between the two, and a place in none."""
    with writing(db) as session:
        made = make_activity(session)
        make_zone(session, made.project, "1", "Lia", (5.2, 60.3, 5.3, 60.4))
        make_zone(session, made.project, "2", "Dalen", (5.4, 60.3, 5.5, 60.4))
        make_response(session, made, marks=list(map(make_mark, PLACES)))
    return db.session.get_one(Activity, made.id)


def test_the_marks_of_a_zone_are_those_whose_place_is_in_it(activity: Activity) -> None:
    lia, dalen = [zone.id for zone in queries.projects.zones(db.session(), activity.project)]
    every = queries.ids(db.session(), activity, Filters())
    assert len(every) == 4
    for asked, wanted in (((lia,), [0, 3]), ((dalen,), [1]), ((lia, dalen), [0, 1, 3]), ((999,), [])):
        filters = Filters(zones=asked)
        assert queries.ids(db.session(), activity, filters) == [every[at] for at in wanted]
        page, _after = queries.marks_page(db.session(), activity, filters)
        assert [mark["id"] for mark in page] == [every[at] for at in wanted]


def test_they_are_read_at_one_go(activity: Activity, monkeypatch: pytest.MonkeyPatch) -> None:
    """Page by page, the files of one zone of a city took seven seconds to be offered: all was sorted for each page."""
    monkeypatch.setattr(queries, "PART", 1)
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if "mark.geometry" in statement:
            asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    assert len(queries.ids(db.session(), activity, Filters(seasons=(), weeks=()))) == 4
    event.remove(db.engine, "before_cursor_execute", note)
    assert len(asked) == 1


def test_nothing_is_looked_up_that_is_not_asked_for(activity: Activity, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[object] = []
    monkeypatch.setattr(Described, "mark", lambda *of: looked_up.append(of))
    monkeypatch.setattr(ZoneLookup, "of", lambda *of: looked_up.append(of))
    assert queries.ids(db.session(), activity, Filters(weeks=("2025-W01",))) == []
    assert looked_up == []


def test_only_marks_near_the_zone_are_read(activity: Activity, monkeypatch: pytest.MonkeyPatch) -> None:
    dalen = queries.projects.zones(db.session(), activity.project)[1].id
    read: list[int] = []
    ids = Described.ids
    monkeypatch.setattr(Described, "ids", lambda self, rows, by: read.append(len(rows)) or ids(self, rows, by))
    assert len(queries.ids(db.session(), activity, Filters(zones=(dalen,)))) == 1
    assert sum(read) == 1
