"""A step is taken in a moment, however many answers have come before the first."""

from __future__ import annotations

import re

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState

from participation.downloads import steps
from participation.extensions import db
from tests.integration.api.conftest import Layers


def test_whether_a_step_is_due_is_known_from_the_first_few(layers: Layers) -> None:
    """All that was untold of, 50,000 answers, was read before the first was looked at, with the store locked."""
    read_at_once: list[int | None] = []

    def note(state: ORMExecuteState) -> None:
        if _asks(state):
            read_at_once.append(state.execution_options.get("yield_per"))

    event.listen(db.session, "do_orm_execute", note)
    assert layers.get(f"{layers.published}/items").json["features"]
    event.remove(db.session, "do_orm_execute", note)
    assert read_at_once
    assert set(read_at_once) == {steps.LOOKED_AT}


def test_whoever_hands_in_need_not_wait_for_a_step(layers: Layers, store: str) -> None:
    """PostgreSQL lets nobody point at a row that is locked altogether: no answer to the activity could come in meanwhile."""
    locks: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        locks.extend(re.findall(r"FOR (?:NO KEY )?UPDATE", statement))

    event.listen(db.engine, "before_cursor_execute", note)
    assert layers.get(f"{layers.published}/items").json["features"]
    event.remove(db.engine, "before_cursor_execute", note)
    assert locks == (["FOR NO KEY UPDATE"] if store == "postgresql" else [])


def _asks(state: ORMExecuteState) -> bool:
    """Of each untold response, whether it has marks."""
    return state.is_select and "EXISTS" in str(state.statement) and "told IS" in str(state.statement)
