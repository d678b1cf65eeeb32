"""Decisions about thousands: in parts, so that nobody who hands in waits long, and never by looking at each response."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import flask
import pytest
from sqlalchemy import event, select, text
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.audit.acts import Act
from participation.database import writing
from participation.extensions import db
from participation.moderation import decisions, services
from participation.moderation.kinds import Key
from participation.moderation.models import Decision
from participation.responses.models import Mark
from tests.factories.cast import make_cast
from tests.factories.written import BLOW, PHONE, SLUR, write
from tests.integration.moderation.test_queue import decide, logged, marks_with, shown

MANY = list(range(1, 5001))

WAYS: dict[str, Callable[[Session, Activity], object]] = {
    "hidden on the map": lambda session, activity: services.hide(session, activity, MANY, "kari"),
    "deleted on the map": lambda session, activity: services.delete_marks(session, activity, MANY),
    "hidden in the queue": lambda session, activity: decisions.decide(
        session, activity.project, "hide", [Key("mark", number) for number in MANY], "kari", ()
    ),
}


@contextmanager
def selects() -> Iterator[list[tuple[str, object]]]:
    """What is asked of the table of marks meanwhile."""
    asked: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_more: object) -> None:
        if statement.startswith("SELECT mark.id"):
            asked.append((statement, parameters))

    event.listen(db.engine, "before_cursor_execute", note)
    yield asked
    event.remove(db.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_marks_are_found_by_their_ids(app: flask.Flask, way: str) -> None:
    """By its index of responses, SQLite looked for every response with every id: half a minute, with the store locked."""
    write(make_cast(app))
    with selects() as asked, writing(db) as session:
        WAYS[way](session, session.scalars(select(Activity)).first())
    assert asked
    for statement, parameters in asked:
        plan = db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        first, *_rest = [row.detail for row in plan]
        assert first == "SEARCH mark USING INTEGER PRIMARY KEY (rowid=?)"


def test_one_press_decides_about_all_that_is_found_and_one_undoes_it(
    app: flask.Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decisions, "PART", 2)
    cast = make_cast(app)
    written = write(cast)
    before = shown(cast.planner, written)
    assert len(before) > 4
    answer = decide(cast.planner, written, "hide", everything="1")
    assert shown(cast.planner, written) == []
    assert f"{len(before)} er skjult" in cast.planner.get(answer.location).text
    made = db.session.scalars(select(Decision)).one()
    assert len(made.items.split()) == len(before)
    assert {act for act, _count in logged()} == {Act.ITEMS_HIDDEN.value}
    assert sum(count or 0 for _act, count in logged()) == len(before)
    undone = cast.planner.post(f"{written.queue}/undo/{made.id}", follow_redirects=True)
    assert f"{len(before)} vises igjen" in undone.text
    assert shown(cast.planner, written) == before
    assert db.session.scalars(select(Decision)).all() == []


def test_what_is_left_of_a_decision_can_be_undone_when_the_server_fell(
    app: flask.Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decisions, "PART", 1)
    cast = make_cast(app)
    written = write(cast)
    keys = marks_with(PHONE, SLUR, BLOW)
    decide(cast.planner, written, "hide", *keys)
    made = db.session.scalars(select(Decision.id)).one()
    with writing(db) as session:
        project = session.scalars(select(Activity)).first().project
        assert decisions.undo(session, project, made, "kari") == ("restore", 1, False)
    assert db.session.scalar(text("SELECT count(*) FROM mark WHERE hidden_at IS NOT NULL")) == 2
    cast.planner.post(f"{written.queue}/undo/{made}")
    assert db.session.scalars(select(Mark).where(Mark.hidden_at.is_not(None))).all() == []


def test_less_is_blurred_than_hidden_in_one_write(app: flask.Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """To look for words takes its time, in which nobody can hand in: 500 held the store for a second."""
    monkeypatch.setattr(decisions, "PART_WITH_WORDS", 1)
    cast = make_cast(app)
    written = write(cast)
    decide(cast.planner, written, "blur", *marks_with(PHONE, SLUR))
    assert logged().count((Act.TEXTS_BLURRED.value, 1)) == 2
    assert decisions.part_of("hide") > decisions.part_of("blur")
