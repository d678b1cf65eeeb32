"""Handing in: one body under one UUID, checked in the order of the interface and acknowledged when it is on disk.

Everything slow (parsing, geometry, texts) happens before the write lock; under it stand one SELECT and the inserts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from participation.class_sessions.models import Pupil
from participation.database import reading_connection
from participation.errors import Refused
from participation.extensions import db
from participation.invitations import using
from participation.responses import correcting, kept_bodies
from participation.responses.body import Body
from participation.responses.checking import check
from participation.responses.lookup import Found, Stored, look_up, stored_before
from participation.responses.models import Response
from participation.responses.placing import Place, find_place, school_of, withdrawn
from participation.responses.rows import receipt
from participation.responses.storing import store
from participation.writing_together import write_together

TRIES = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What the device gets: an HTTP status and a JSON object."""

    status: int
    content: dict[str, Any]


def hand_in(body: Body) -> Answer:
    """Save or hand in; see the interface's table for every status."""
    with reading_connection(db) as connection:
        found = look_up(connection, body)
    if found is None:
        raise Refused(_("There is no such activity. Load the page again."), 404)
    repeated = again(body, found, found)
    if repeated:
        return repeated
    place = find_place(body, found)
    row, marks, errors = check(body, place)
    if errors:
        return Answer(422, {"errors": errors})
    for _attempt in range(TRIES):
        try:
            before = write_together(db, lambda connection: store_next(connection, body, place, row, marks))
        except IntegrityError:
            continue  # another worker stored this UUID between the SELECT and the INSERT
        except (correcting.Withdrawn, correcting.Unknown) as gone:
            raise Refused(withdrawn(), 410) from gone
        except using.Spent as spent:
            raise Refused(using.words(using.USED), 410) from spent
        if before is None:
            return Answer(201, acknowledgement(body, row))
        if before.erased:
            raise Refused(withdrawn(), 410)
        repeated = again(body, before, found)
        if repeated:
            return repeated
    raise Refused(_("The server has a lot to do right now. Nothing is lost. Try again in a few seconds."), 503)


def store_next(
    connection: Connection, body: Body, place: Place, row: dict[str, Any], marks: list[dict[str, Any]]
) -> Stored | None:
    """Store the body; or what is there already, when that leaves nothing to write."""
    stored = stored_before(connection, body)
    if stored.erased or settled(body, stored) is not None:
        return stored
    if place.way.paper_number is not None:
        row = {**row, "paper_number": place.way.paper_number}
    if row["complete"] and place.way.code_hash is not None:
        row = {**row, "background": using.use(connection, place.activity_id, place.way.code_hash)}
    receipt = body.content.get("replaces")
    corrected = correcting.corrected(connection, receipt, place, alone=True) if receipt is not None else ()
    store(connection, row, marks, stored.response_id, corrected)
    return None


def settled(body: Body, stored: Stored) -> str | None:
    """ "same" or "other" when the stored row leaves nothing to write; None when this body comes next."""
    if stored.response_id is None:
        return None
    if stored.body_sha256 == body.sha256:
        return "same"
    revision = body.content.get("revision")
    newer = isinstance(revision, int) and not isinstance(revision, bool) and revision > stored.revision
    # A revision that is no number is refused by the checks, unless the response is complete already.
    if not stored.complete and (newer or not isinstance(revision, int) or isinstance(revision, bool)):
        return None
    return "other"


def again(body: Body, stored: Stored, found: Found) -> Answer | None:
    """The answer to a body that was here before (200) or comes too late (409, and it is kept); else None."""
    state = settled(body, stored)
    if state is None:
        return None
    if state == "same":
        receipt = receipt_of(db.session(), stored.response_id)
        return Answer(200, acknowledgement(body, {**stored._asdict(), "receipt": receipt}))
    kept_bodies.keep(db.session(), body, found.activity_id, school_of(found))
    message = _("This answer was changed somewhere else. What you sent is kept, so nothing is lost.")
    return Answer(409, {"error": message, "uuid": body.uuid, "revision": stored.revision, "kept": True})


def acknowledgement(body: Body, row: dict[str, Any]) -> dict[str, Any]:
    """What says that the response is on disk."""
    told = {"uuid": body.uuid, "revision": row["revision"], "sha256": body.sha256}
    return {**told, "receipt": row["receipt"]} if row["complete"] else told


def receipt_of(session: Session, response_id: int) -> str:
    """The receipt a complete response was given, derived again from what it was derived from."""
    found = session.execute(
        select(Response.uuid, Pupil.class_session_id, Pupil.number)
        .outerjoin(Pupil, Pupil.id == Response.pupil_id)
        .where(Response.id == response_id)
    ).one()
    return receipt(found.uuid, (found.class_session_id, found.number) if found.number else None)
