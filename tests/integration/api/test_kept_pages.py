"""Pages are kept while nothing changes, and only for those who may read them; large activities are read in another order."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from participation.api import access, items, kept_pages
from participation.api.kept_pages import KeptPages, Page
from participation.api.offered import Collection
from participation.api.sources import reading_order
from participation.clock import now
from participation.database import writing
from participation.downloads import mark_queries
from participation.downloads.selection import Selection
from participation.extensions import db
from participation.projects.models import Project
from participation.responses.models import Mark
from tests.integration.api.conftest import Layers

ON_SQLITE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The collections of which a page was made and not taken from those kept."""
    found: list[str] = []
    make = items._written
    monkeypatch.setattr(items, "_written", lambda session, one: found.append(one.id) or make(session, one))
    return found


@ON_SQLITE
def test_a_page_is_kept_until_something_changes(layers: Layers, made: list[str]) -> None:
    address = f"{layers.marks}/items"
    layers.get(address, layers.full)  # the token's first use is noted, which is a change
    pages = [layers.get(address, layers.full).json["features"] for _ in range(3)]
    assert pages[0] == pages[1] == pages[2] and len(made) == 2
    with writing(db) as session:
        session.get_one(Mark, 1).hidden_at = now()
    assert 1 not in layers.ids(layers.marks, layers.full)
    assert len(made) == 3


@ON_SQLITE
def test_a_page_read_before_a_change_is_not_kept_as_if_it_were_after(
    layers: Layers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a child takes away while a page is being made must not stand in it until the next change."""
    layers.get(f"{layers.marks}/items", layers.full)
    look = access.collection_at

    def slowly(session: Session, identity: str) -> Collection:
        found = look(session, identity)  # what the page is made of is read as of now
        hide(1)
        return found

    monkeypatch.setattr(access, "collection_at", slowly)
    layers.get(f"{layers.marks}/items", layers.full)
    monkeypatch.setattr(access, "collection_at", look)
    assert 1 not in layers.ids(layers.marks, layers.full)


def hide(mark_id: int) -> None:
    """As another process does it."""
    with closing(sqlite3.connect(str(db.engine.url.database))) as store, store:
        store.execute("UPDATE mark SET hidden_at = '2026-11-27 12:00:00.000000' WHERE id = ?", (mark_id,))


@ON_SQLITE
def test_what_is_kept_for_one_is_not_given_to_another(layers: Layers, made: list[str]) -> None:
    for _ in range(3):
        layers.get(f"{layers.marks}/items", layers.full)
    for headers, status in ((layers.open, 403), ({"Accept": "*/*"}, 401)):
        assert layers.get(f"{layers.marks}/items", headers).status_code == status
    labels = [layers.get(f"{layers.marks}/items", layers.full, lang=one).json["features"][0] for one in ("nb", "nn")]
    assert labels[0]["properties"]["channel_label"] == "Skoleklasse" != labels[1]["properties"]["channel_label"]
    assert [one["id"] for one in layers.get(f"{layers.marks}/items", layers.full, limit=2).json["features"]] == [1, 2]


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kept_pages, "MOST_BYTES", 100)
    pages, made = KeptPages(str(tmp_path / "store.sqlite3")), []

    def page(key: str, size: int) -> None:
        def make() -> Page:
            made.append(key)
            return Page(b"x" * size, {}, "", "")

        pages.page(key, make, pages.store_version())

    for key, size in (("a", 40), ("b", 40), ("a", 40), ("c", 40), ("b", 40), ("a", 40), ("big", 200), ("big", 200)):
        page(key, size)
    assert made == ["a", "b", "c", "a", "big", "big"]
    assert pages.size == 80 == sum(len(one.features) for one in pages.pages.values())


@ON_SQLITE
def test_a_large_activity_is_read_in_the_order_of_all_marks(layers: Layers, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = layers.ids(layers.marks, layers.full, limit=4, after="2")
    identity = layers.activity.id
    assert reading_order.in_order_of_all(db.session(), identity) is None
    monkeypatch.setattr(reading_order, "FEW", 1)
    in_activity = reading_order.in_order_of_all(db.session(), identity)
    assert in_activity is not None
    statement = mark_queries.marks_by_id(Selection(identity), in_activity).where(Mark.id > 2).limit(4)
    written = str(statement.compile(db.engine, compile_kwargs={"literal_binds": True}))
    plan = [row.detail for row in db.session.execute(text(f"EXPLAIN QUERY PLAN {written}"))]
    assert not any("TEMP B-TREE" in step for step in plan), plan
    assert layers.ids(layers.marks, layers.full, limit=4, after="2", mode="") != usual
    assert layers.ids(layers.marks, layers.full, limit=4, after="2") == usual


@ON_SQLITE
def test_no_mark_is_looked_at_only_to_describe_the_layers(layers: Layers, monkeypatch: pytest.MonkeyPatch) -> None:
    area = '{"type":"Polygon","coordinates":[[[5.1,60.3],[5.4,60.3],[5.4,60.5],[5.1,60.5],[5.1,60.3]]]}'
    with writing(db) as session:
        session.get_one(Project, layers.activity.project_id).area = area
    monkeypatch.delattr(mark_queries, "marks_in_parts")
    for address in ("/ogc/api", "/ogc/collections", layers.published):
        assert layers.get(address, layers.full).status_code == 200
    assert layers.get(layers.published).json["extent"]["spatial"]["bbox"] == [[5.1, 60.3, 5.4, 60.5]]
