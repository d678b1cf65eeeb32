"""A feature is written once, and anew when anything has changed that it tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from unittest.mock import Mock

import flask
import orjson
import pytest
from sqlalchemy import update

from participation import shelves
from participation.activities.models import Activity
from participation.api import known_features, written
from participation.api.known_features import KnownFeatures
from participation.class_sessions.models import ClassSession
from participation.clock import now
from participation.database import Base, writing
from participation.downloads import mark_queries
from participation.downloads.selection import Selection
from participation.extensions import db
from participation.projects.models import Project, Zone
from participation.responses.models import Mark, Response
from participation.stored_rows import read
from tests.factories.mapped_class import make_mark, make_response
from tests.integration.api.conftest import HERE, Layers

MOVED = '{"type":"Point","coordinates":[5.25,60.37]}'


@pytest.fixture
def wrote(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids of the features that were written."""
    found: list[int] = []
    write = written.features

    def noted(columns: Any, lots: Any, system: Any) -> list[bytes]:
        lots = list(lots)
        found.extend(identity for lot in lots for identity in lot.columns[0])
        return write(columns, lots, system)

    monkeypatch.setattr(written, "features", noted)
    return found


def features(layers: Layers, **query: Any) -> list[dict[str, Any]]:
    answer = layers.get(f"{layers.marks}/items", layers.full, **query)
    assert answer.status_code == 200
    return list(answer.json["features"])


def change(table: type[Base], identity: int | None = None, **values: Any) -> None:
    with writing(db) as session:
        which = () if identity is None else (table.__table__.c.id == identity,)
        session.execute(update(table).where(*which).values(values))


def test_only_what_has_changed_is_written_anew(layers: Layers, wrote: list[int]) -> None:
    everything = [one["id"] for one in features(layers)]
    assert wrote == everything
    wrote.clear()
    change(Mark, 3, people=7)
    with writing(db) as session:
        (mark,) = make_response(session, session.get_one(Activity, layers.activity.id), marks=[make_mark(HERE)]).marks
        new = mark.id
    change(Mark, 1, hidden_at=now())
    assert [one["id"] for one in features(layers)] == [*everything[1:], new]
    assert wrote == [3, new]


def test_pages_of_other_sizes_and_what_is_chosen_are_of_the_same_features(layers: Layers, wrote: list[int]) -> None:
    everything = features(layers)
    wrote.clear()
    assert features(layers, limit=3, after=2) == [one for one in everything if one["id"] > 2][:3]
    assert features(layers, question="places") == [
        one for one in everything if one["properties"]["question"] == "places"
    ]
    assert wrote == []
    assert (
        features(layers, lang="nn") != everything != features(layers, crs="http://www.opengis.net/def/crs/EPSG/0/25832")
    )


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (Mark, {"geometry": MOVED}),
        (Mark, {"answers": '{"comment":"Ny"}'}),
        (Mark, {"category": "unsafe"}),
        (Mark, {"question": "places"}),
        (Mark, {"people": 30}),
        (Response, {"people": 12}),
        (Response, {"status": "read"}),
        (Response, {"channel": "meeting"}),
        (Response, {"completed_at": now()}),
        (Response, {"class_session_id": None}),
        (ClassSession, {"school_name": "Olsvik skole"}),
        (ClassSession, {"held_on": now().date()}),
        (Zone, {"name": "Et annet sted"}),
        (Project, {"crs": 25833}),
        (Activity, {"title": "Et annet navn"}),
    ],
)
def test_whatever_is_told_of_a_mark_is_told_anew(
    app: flask.Flask, layers: Layers, table: type[Base], values: dict[str, Any]
) -> None:
    before = features(layers)
    change(table, **values)
    after = features(layers)
    del app.extensions["known features"], app.extensions["readings"]
    assert before != after == features(layers)


def test_a_page_is_the_same_when_only_other_things_have_changed(
    layers: Layers, wrote: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    features(layers)  # which is noted, and so a change by itself
    before = [layers.get(f"{layers.marks}/items", layers.full, limit=2, after=after).data for after in (0, 2)]
    wrote.clear()
    joined = Mock(wraps=written.joined)
    monkeypatch.setattr(written, "joined", joined)
    monkeypatch.setattr(written, "moment", lambda _now: orjson.loads(before[0])["timeStamp"])
    change(Mark, 4, people=7)
    after = [layers.get(f"{layers.marks}/items", layers.full, limit=2, after=after).data for after in (0, 2)]
    assert after[0] == before[0]
    assert orjson.loads(after[1])["features"] != orjson.loads(before[1])["features"]
    assert (wrote, joined.call_count) == ([4], 1)


def test_what_is_as_it_was_before_is_told_as_it_was(layers: Layers) -> None:
    before = features(layers)
    for values in ({"answers": '{"comment":"Ny"}'}, {"answers": '{"comment":"hemmelig"}'}):
        change(Mark, 1, **values)
        told = features(layers)
    assert told == before


def test_rows_as_the_driver_gives_them_mean_what_they_do_elsewhere(layers: Layers) -> None:
    marks = mark_queries.marks_by_id(Selection(layers.activity.id))
    for wanted in (marks, mark_queries.respondents([1, 2, 6]).order_by(Response.id)):
        found, usual = read(db.session.connection(), wanted), db.session.execute(wanted).all()
        assert found.rows() == [tuple(row) for row in usual] != []
        assert [row._asdict() for row in found.rows()] == [dict(row._mapping) for row in usual]
        assert found.only(found.cells[1:2]).rows() == [tuple(usual[1])]
        assert found.only([]).rows() == []
        assert found.column("people") == [row.people for row in usual]


def lengths(identities: Sequence[int]) -> list[bytes]:
    return [bytes(40) for _ in identities]


def test_those_written_the_longest_ago_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_features, "MOST_BYTES", 100)
    features = KnownFeatures()
    for kind, identity in (("a", 1), ("b", 1), ("b", 2), ("b", 1)):
        features.texts(kind, {identity: (identity,)}, lengths)
    assert {kind: list(known) for kind, known in features.kept.shelves.items()} == {"b": [1, 2]}
    assert features.kept.size == 80
    features.texts("b", {1: ("changed",)}, lengths)
    assert (list(features.kept.shelf("b")), features.kept.size) == ([2, 1], 80)


def test_nothing_lies_there_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    features = KnownFeatures()
    features.texts("a", {1: (1,)}, lengths)
    monkeypatch.setattr(shelves, "monotonic", lambda: features.kept.until + 1)
    features.texts("a", {2: (2,)}, lengths)
    assert (list(features.kept.shelf("a")), features.kept.size) == ([2], 40)
