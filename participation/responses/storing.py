"""Writing a response and its marks; marks that were there before keep their row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, case, insert, null, select, update

from participation.prepared import Prepared
from participation.responses import correcting
from participation.responses.lookup import MARK, RESPONSE


def blank(of: Table) -> dict[str, Any]:
    """What a new row has before anything is known of it: its columns' own defaults."""
    return {
        column.name: None if column.default is None else column.default.arg  # type: ignore[attr-defined]
        for column in of.columns
        if not column.primary_key
    }


NEW, NEW_MARK = blank(RESPONSE), blank(MARK)
_INSERT_RESPONSE = Prepared(insert(RESPONSE).returning(RESPONSE.c.id), NEW)
_INSERT_MARK = Prepared(insert(MARK).inline(), NEW_MARK)
_KNOWN = Prepared(
    select(MARK.c.id, MARK.c.fingerprint).where(MARK.c.response_id == bindparam("_id")).order_by(MARK.c.id)
)
# Words that have changed are looked at anew.
_LOOKED_AT = case((MARK.c.answers == bindparam("_answers"), MARK.c.reviewed_at), else_=null())
_UPDATE_MARK = Prepared(
    update(MARK)
    .where(MARK.c.id == bindparam("_id"))
    .values(answers=bindparam("_answers"), flags=bindparam("_flags"), reviewed_at=_LOOKED_AT)
)
_DELETE_MARK = Prepared(MARK.delete().where(MARK.c.id == bindparam("_id")))


@lru_cache(maxsize=16)
def _update_of(columns: tuple[str, ...]) -> Prepared:
    """The statement that changes these columns of a response."""
    return Prepared(update(RESPONSE).where(RESPONSE.c.id == bindparam("_id")), columns)


def store(
    connection: Connection,
    row: dict[str, Any],
    marks: list[dict[str, Any]],
    response_id: int | None,
    corrected: Sequence[int] = (),
) -> None:
    """Write the response and its marks; marks that were there before keep their row and stay hidden if they were.

    `corrected`: the handed-in responses (ids) whose place it takes once it is complete.
    """
    columns = {name: value for name, value in row.items() if name != "receipt"}
    columns["corrects_id"] = corrected[-1] if corrected else None
    if row["complete"]:
        columns["resume_hash"] = None
    known: dict[str, list[int]] = {}
    if response_id is None:
        response_id = int(_INSERT_RESPONSE.first(connection, {**NEW, **columns, "started_at": row["received_at"]}).id)
    else:
        _update_of(tuple(columns)).run(connection, [{**columns, "_id": response_id}])
        known = known_marks(connection, response_id)
    write_marks(connection, response_id, marks, known)
    if corrected:
        correcting.take_over(connection, corrected, response_id, row["complete"])


def known_marks(connection: Connection, response_id: int) -> dict[str, list[int]]:
    """The rows of a response's marks by fingerprint; twins share one."""
    found: dict[str, list[int]] = {}
    for row in _KNOWN.rows(connection, {"_id": response_id}):
        found.setdefault(row.fingerprint, []).append(row.id)
    return found


def write_marks(
    connection: Connection, response_id: int, marks: list[dict[str, Any]], known: dict[str, list[int]]
) -> None:
    """Insert the new ones, update those that were there, delete those that are gone."""
    new, changed = [], []
    for mark in marks:
        rows = known.get(mark["fingerprint"])
        if rows:
            changed.append({"_id": rows.pop(0), "_answers": mark["answers"], "_flags": mark["flags"]})
        else:
            new.append({**NEW_MARK, **mark, "response_id": response_id})
    gone = [{"_id": identity} for rows in known.values() for identity in rows]
    for statement, parameters in ((_UPDATE_MARK, changed), (_DELETE_MARK, gone)):
        if parameters:
            statement.run(connection, parameters)
    if new:
        _INSERT_MARK.run(connection, new)
