"""Pages are kept while nothing changes, and only for those who may read them; large activities are read in another order."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.orm import Session

from participation import shelves, unchanged
from participation.api import access, items
from participation.api.offered import Collection
from participation.audit import recording
from participation.audit.models import AuditEntry
from participation.clock import now
from participation.database import writing
from participation.downloads import mark_queries, reading_order
from participation.downloads.selection import Selection
from participation.extensions import db
from participation.projects.models import Project
from participation.responses.models import Mark
from participation.tokens import standing
from participation.unchanged import Reading
from tests.integration.api.conftest import Layers

ON_SQLITE = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The collections of which a page was made and not taken from those kept."""
    found: list[str] = []
    make = items._written
    monkeypatch.setattr(items, "_written", lambda *given: found.append(given[1].id) or make(*given))
    return found


def test_a_page_is_kept_until_something_changes(layers: Layers, made: list[str]) -> None:
    # PostgreSQL's own tidying up may pass for a change, though not all the time.
    pages = [layers.get(f"{layers.marks}/items", layers.full).json["features"] for _ in range(6)]
    assert all(page == pages[0] for page in pages) and len(made) < len(pages)
    made.clear()
    with writing(db) as session:
        session.get_one(Mark, 1).hidden_at = now()
    assert 1 not in layers.ids(layers.marks, layers.full)
    assert len(made) == 1


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
    changed(f"UPDATE mark SET hidden_at = '2026-11-27 12:00:00.000000' WHERE id = {mark_id}")


def changed(statement: str) -> None:
    """As another process does it."""
    with closing(db.engine.raw_connection()) as store:
        store.cursor().execute(statement)
        store.commit()


def kept(layers: Layers) -> None:
    """The page is kept, and so is what it took to give it."""
    assert [layers.get(f"{layers.marks}/items", layers.full).status_code for _ in range(3)] == [200, 200, 200]


def test_the_store_is_only_asked_whether_it_has_changed(layers: Layers) -> None:
    kept(layers)
    asked: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    for _ in range(5):
        asked.clear()
        assert layers.get(f"{layers.marks}/items", layers.full).status_code == 200
        if not [one for one in asked if "pg_current_snapshot" not in one and not one.startswith("SET")]:
            return
    pytest.fail(f"asked of a store that has not changed: {asked}")


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ("UPDATE api_token SET revoked_at = made_at", 401),
        ("UPDATE api_token SET expires_at = made_at", 401),
        ("UPDATE api_token SET {full} = false".format(full='"full"'), 403),
        ("DELETE FROM questionnaire_version", 404),
    ],
)
def test_rights_are_looked_at_anew_after_any_change(layers: Layers, change: str, status: int) -> None:
    kept(layers)
    changed(change)
    assert layers.get(f"{layers.marks}/items", layers.full).status_code == status


def test_a_token_ends_with_its_time_though_nothing_changes(layers: Layers, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(layers)
    monkeypatch.setattr(standing, "now", lambda: now() + timedelta(days=400))
    assert layers.get(f"{layers.marks}/items", layers.full).status_code == 401


def test_a_reading_is_logged_again_after_a_while_though_nothing_changes(
    layers: Layers, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(layers)
    later = now() + recording.BETWEEN_READINGS + timedelta(minutes=1)
    for module in ("audit.recording", "audit.services", "tokens.services"):
        monkeypatch.setattr(f"participation.{module}.now", lambda: later)
    kept(layers)
    assert db.session.scalars(select(func.count()).select_from(AuditEntry)).one() == 2


def test_what_is_kept_for_one_is_not_given_to_another(layers: Layers, made: list[str]) -> None:
    for _ in range(3):
        layers.get(f"{layers.marks}/items", layers.full)
    for headers, status in ((layers.open, 403), ({"Accept": "*/*"}, 401)):
        assert layers.get(f"{layers.marks}/items", headers).status_code == status
    labels = [layers.get(f"{layers.marks}/items", layers.full, lang=one).json["features"][0] for one in ("nb", "nn")]
    assert labels[0]["properties"]["channel_label"] == "Skoleklasse" != labels[1]["properties"]["channel_label"]
    assert [one["id"] for one in layers.get(f"{layers.marks}/items", layers.full, limit=2).json["features"]] == [1, 2]


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged, "MOST_BYTES", 100)
    readings = unchanged.new_shelves()
    for key, size in (("a", 40), ("b", 40), ("a", 40), ("c", 40), ("big", 200)):
        readings.keep(unchanged.ALL, {key: Reading(key, size, 1)})
    assert (list(readings.shelf(unchanged.ALL)), readings.size) == (["a", "c"], 80)
    readings.keep(unchanged.ALL, {"a": Reading("changed", 20, 2)})
    assert (list(readings.shelf(unchanged.ALL)), readings.size) == (["c", "a"], 60)
    monkeypatch.setattr(shelves, "monotonic", lambda: readings.until + 1)
    readings.keep(unchanged.ALL, {"d": Reading("d", 40, 3)})
    assert (list(readings.shelf(unchanged.ALL)), readings.size) == (["d"], 40)


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
