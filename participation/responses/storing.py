"""Writing a response and its marks; marks that were there before keep their row."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from participation.class_sessions.models import Pupil
from participation.responses.models import Mark, Response


def store(session: Session, row: dict[str, Any], marks: list[dict[str, Any]], stored: Any) -> None:
    """Write the response and its marks; marks that were there before keep their row and stay hidden if they were."""
    columns = {name: value for name, value in row.items() if name not in ("receipt", "replaces")}
    if stored is None:
        values = columns | {"started_at": row["received_at"], "status": "received", "people": 1, "is_test": False}
        response_id = session.execute(insert(Response).values(values).returning(Response.id)).scalar_one()
        known: dict[str, list[Any]] = {}
    else:
        response_id = stored.id
        session.execute(update(Response).where(Response.id == response_id).values(columns))
        known = known_marks(session, response_id)
    write_marks(session, response_id, marks, known)
    if row["pupil_id"]:
        session.execute(update(Pupil).where(Pupil.id == row["pupil_id"]).values(seen_at=row["received_at"]))
    if row["complete"] and row["replaces"] and row["replaces"] != response_id:
        session.execute(update(Response).where(Response.id == row["replaces"]).values(replaced_by_id=response_id))


def known_marks(session: Session, response_id: int) -> dict[str, list[Any]]:
    """The rows of a response's marks by fingerprint; twins share one."""
    found: dict[str, list[Any]] = {}
    for row in session.execute(
        select(Mark.id, Mark.fingerprint).where(Mark.response_id == response_id).order_by(Mark.id)
    ):
        found.setdefault(row.fingerprint, []).append(row.id)
    return found


def write_marks(session: Session, response_id: int, marks: list[dict[str, Any]], known: dict[str, list[Any]]) -> None:
    """Insert the new ones, update those that were there, delete those that are gone."""
    new = []
    for mark in marks:
        rows = known.get(mark["fingerprint"])
        if rows:
            session.execute(
                update(Mark).where(Mark.id == rows.pop(0)).values(answers=mark["answers"], flags=mark["flags"])
            )
        else:
            new.append({**mark, "response_id": response_id, "hidden_by": ""})
    gone = [identity for rows in known.values() for identity in rows]
    if gone:
        session.execute(delete(Mark).where(Mark.id.in_(gone)))
    if new:
        session.execute(insert(Mark), new)
