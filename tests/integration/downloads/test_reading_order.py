"""A large activity is read as it lies, without a sorted copy of it in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event

from participation.activities.models import Activity
from participation.database import reading
from participation.downloads import mark_queries, queries, reading_order
from participation.downloads.selection import Selection
from participation.extensions import db


@pytest.fixture
def asked() -> Iterator[list[tuple[str, Any]]]:
    """What the store is asked, with its parameters."""
    seen: list[tuple[str, Any]] = []

    def hear(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        seen.append((statement, parameters))

    event.listen(db.engine, "before_cursor_execute", hear)
    yield seen
    event.remove(db.engine, "before_cursor_execute", hear)


def read(activity_id: int) -> list[Any]:
    with reading(db) as session:
        selection = Selection(activity_id)
        marks = [tuple(mark) for _theirs, some in mark_queries.marks_by_respondent(session, selection) for mark in some]
        return [marks, [tuple(response) for response in queries.responses(session, selection)]]


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
def test_nothing_of_a_large_activity_is_sorted(
    activity: Activity, asked: list[tuple[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    identity = activity.id
    usual = read(identity)
    asked.clear()
    monkeypatch.setattr(reading_order, "FEW", 0)

    assert all(usual)
    assert read(identity) == usual
    of_all = [(statement, values) for statement, values in asked if "ORDER BY response.id" in statement]
    assert len(of_all) == 2
    with db.engine.connect() as connection:
        for statement, values in of_all:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            assert not [step for *_ids, step in plan if "TEMP B-TREE" in step]
