"""Changes to responses: erasing, withdrawing, collecting drafts, telling what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from participation import remembered
from participation.activities.models import Activity
from participation.class_sessions.models import ClassSession
from participation.clock import now
from participation.errors import Refused
from participation.export_jobs.services import outdate
from participation.extensions import db
from participation.responses import queries
from participation.responses.kept_bodies import uuid_hash
from participation.responses.models import READ, RECEIVED, TAKEN_FURTHER, Erasure, KeptBody, Mark, Response
from participation.responses.photos import services as photos

# A statement takes only so many values.
AT_ONCE = 500


def erase_by_uuid(session: Session, uuid: str, pupil_id: int | None) -> None:
    """*Slett mitt*: erase everything of the one who gave this response, corrections and drafts too.

    One that was never stored cannot be stored later either. A pupil's response is erased by that pupil's token only.
    Refused with 403 for somebody else's.
    """
    found = own(session, uuid, pupil_id)
    start = [found] if found else []
    if pupil_id is not None:
        start += session.scalars(select(Response).where(Response.pupil_id == pupil_id)).all()
    erase_all(session, queries.all_of(session, start))
    erase(session, uuid, None)


def erase_by_receipt(session: Session, code: str) -> int:
    """Erase everything of the one with this code, corrections and drafts too; how many responses there were."""
    found = session.scalars(select(Response).where(queries.given_with(code))).all()
    everything = queries.all_of(session, found)
    erase_all(session, everything)
    return len(everything)


def drop_draft(session: Session, uuid: str, pupil_id: int | None) -> None:
    """Erase this draft alone: what was handed in stands. Refused with 409 for one that was handed in itself."""
    found = own(session, uuid, pupil_id)
    if found is not None and found.complete:
        raise Refused(_("This answer has been handed in, so it is no draft any more."), 409)
    erase(session, uuid, found)


def own(session: Session, uuid: str, pupil_id: int | None) -> Response | None:
    """The response with this UUID, for the one who gave it; None when nothing is stored.

    Refused with 403 for somebody else's, and with 404 where there is neither response nor pupil.
    """
    found = session.scalar(select(Response).where(Response.uuid == uuid))
    if found is not None and found.pupil_id is not None and found.pupil_id != pupil_id:
        raise Refused(_("This answer belongs to somebody else."), 403)
    if found is None and pupil_id is None:
        raise Refused(_("There is no answer to delete here."), 404)
    return found


def erase_all(session: Session, responses: Sequence[Response]) -> None:
    """Erase these, some at a time: one by one, a thousand of one child held the store for ten seconds."""
    for start in range(0, len(responses), AT_ONCE):
        _erase(session, {one.uuid: one for one in responses[start : start + AT_ONCE]})


def erase(session: Session, uuid: str, response: Response | None) -> None:
    """Delete the response, its marks, its photos and all kept bodies; leave a tombstone so that no device can send it again."""
    _erase(session, {uuid: response})


def _erase(session: Session, by_uuid: Mapping[str, Response | None]) -> None:
    """By UUID, what is stored of it."""
    uuids, found = list(by_uuid), [one for one in by_uuid.values() if one is not None]
    session.execute(delete(KeptBody).where(KeptBody.uuid.in_(uuids)))
    photos.forget(session, uuids)
    hashes = select(Erasure.uuid_hash).where(Erasure.uuid_hash.in_(map(uuid_hash, uuids)))
    known = set(session.scalars(hashes))
    session.add_all(tombstone(uuid, one) for uuid, one in by_uuid.items() if uuid_hash(uuid) not in known)
    if found:
        ids = [one.id for one in found]
        session.execute(delete(Mark).where(Mark.response_id.in_(ids)))
        session.execute(delete(Response).where(Response.id.in_(ids)))
        outdate(session, {one.activity_id for one in found})
    session.flush()


def tombstone(uuid: str, response: Response | None) -> Erasure:
    """What remains. Of a response and its corrections only the one that stood is counted as withdrawn."""
    stone = Erasure(uuid_hash=uuid_hash(uuid), erased_at=now())
    if response is not None:
        stood = response.replaced_by_id is None and (response.complete or response.corrects_id is None)
        stone.receipt_hash, stone.activity_id = response.receipt_hash, response.activity_id if stood else None
    return stone


def log_erasures() -> None:
    """Tell the data folder of every erasure, for when an older backup is restored."""
    known = {entry.get("uuid_hash") for entry in remembered.entries()}
    told = select(Erasure.uuid_hash, Erasure.receipt_hash, Erasure.erased_at)
    rows = db.session.execute(told.order_by(Erasure.erased_at, Erasure.uuid_hash)).all()
    remembered.remember(
        [
            {"uuid_hash": row.uuid_hash, "receipt_hash": row.receipt_hash, "erased_at": row.erased_at}
            for row in rows
            if row.uuid_hash not in known
        ]
    )


def collect_drafts(session: Session, class_session: ClassSession) -> int:
    """Take the class's unsent drafts in as incomplete; how many there were."""
    drafts = update(Response).where(queries.of_class(class_session), *queries.unsent())
    return session.execute(drafts.values(collected_at=now())).rowcount  # type: ignore[attr-defined]


def mark_as_read(session: Session, activity: Activity) -> None:
    """Tell those who answered that the answers are read."""
    session.execute(
        update(Response).where(Response.activity_id == activity.id, Response.status == RECEIVED).values(status=READ)
    )


def advance(session: Session, activity: Activity, stage: str) -> None:
    """Say of every answer to the activity that it is read, or taken further; none goes back."""
    if stage == READ:
        mark_as_read(session, activity)
    elif stage == TAKEN_FURTHER:
        session.execute(update(Response).where(Response.activity_id == activity.id).values(status=TAKEN_FURTHER))
