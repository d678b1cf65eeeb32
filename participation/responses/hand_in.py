"""Handing in: one body under one UUID, checked in the order of the interface and acknowledged when it is on disk.

Everything slow (parsing, geometry, texts) happens before the write lock; under it stand one SELECT and the inserts.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import orjson
from flask_babel import gettext as _
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from participation.activities import queries as activities
from participation.activities.kinds import KINDS
from participation.activities.models import OPEN, Activity
from participation.class_sessions import codes
from participation.class_sessions import queries as class_sessions
from participation.class_sessions import services as class_services
from participation.class_sessions.models import CLOSED, ClassSession, Pupil
from participation.class_sessions.models import PLANNED as CLASS_PLANNED
from participation.clock import now
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.responses import geography, home, kept_bodies
from participation.responses.body import Body
from participation.responses.flags import flags
from participation.responses.models import Erasure, Mark, Response
from surveys.answers import CleanMark, clean_response
from surveys.questionnaire import Questionnaire

TRIES = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What the device gets: an HTTP status and a JSON object."""

    status: int
    content: dict[str, Any]


@dataclass(slots=True)
class Place:
    """Where a response belongs. `late` when its class had closed."""

    activity: Activity
    class_session: ClassSession | None
    pupil: Pupil | None
    late: bool


def hand_in(body: Body) -> Answer:
    """Save or hand in; see the interface's table for every status."""
    session = db.session()
    activity = activities.activity_by_id(session, body.content.get("activity"))
    if activity is None:
        raise Refused(_("There is no such activity. Load the page again."), 404)
    stored = stored_response(session, body.uuid)
    repeated = again(session, body, stored, activity)
    if repeated:
        return repeated
    place = find_place(session, body, activity)
    row, marks, errors = check(session, body, place)
    if errors:
        return Answer(422, {"errors": errors})
    for _attempt in range(TRIES):
        try:
            with writing(db) as writer:
                stored = stored_response(writer, body.uuid)
                if settled(body, stored) is None:
                    store(writer, row, marks, stored)
                    return Answer(201, acknowledgement(body, row))
        except IntegrityError:
            continue  # another worker stored this UUID between the SELECT and the INSERT
        repeated = again(db.session(), body, stored, activity)
        if repeated:
            return repeated
    raise Refused(_("The server has a lot to do right now. Nothing is lost. Try again in a few seconds."), 503)


def stored_response(session: Session, uuid: str) -> Any:
    """The stored row of `uuid`, as few columns as the decision needs."""
    wanted = select(Response.id, Response.revision, Response.complete, Response.body_sha256, Response.started_at)
    return session.execute(wanted.where(Response.uuid == uuid)).first()


def settled(body: Body, stored: Any) -> str | None:
    """ "same" or "other" when the stored row leaves nothing to write; None when this body comes next."""
    if stored is None:
        return None
    if stored.body_sha256 == body.sha256:
        return "same"
    revision = body.content.get("revision")
    newer = isinstance(revision, int) and not isinstance(revision, bool) and revision > stored.revision
    # A revision that is no number is refused by the checks, unless the response is complete already.
    if not stored.complete and (newer or not isinstance(revision, int) or isinstance(revision, bool)):
        return None
    return "other"


def again(session: Session, body: Body, stored: Any, activity: Activity) -> Answer | None:
    """The answer to a body that was here before (200) or comes too late (409, and it is kept); else None."""
    state = settled(body, stored)
    if state is None:
        return None
    if state == "same":
        row = {"revision": stored.revision, "complete": stored.complete, "receipt": receipt_of(session, stored.id)}
        return Answer(200, acknowledgement(body, row))
    kept_bodies.keep(session, body, activity)
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


def receipt(uuid: str, place: tuple[int, int] | None) -> str:
    """A pupil's personal code, or a code derived from the response's UUID."""
    if place:
        return codes.personal_code(*place)
    return codes.receipt_code(uuid)


def find_place(session: Session, body: Body, activity: Activity) -> Place:
    """The class and pupil the body names; refused with 403 or 410."""
    content = body.content
    class_session = find_class(session, content, activity)
    pupil = None
    if content.get("pupil") is not None:
        pupil = class_sessions.pupil_by_token(session, content["pupil"])
        if pupil is None or class_session is None or pupil.class_session_id != class_session.id:
            raise Refused(_("This device's ticket does not belong to this class. Type your own code again."), 403)
        if pupil.paused_at is not None:
            raise Refused(_("Your teacher has paused you. Talk to your teacher."), 403)
    if session.get(Erasure, kept_bodies.uuid_hash(body.uuid)):
        raise Refused(_("This answer was withdrawn and cannot be sent again."), 410)
    closed = activity.status != OPEN or (class_session is not None and class_session.status in (CLOSED, CLASS_PLANNED))
    if closed and not (class_session and class_services.may_hand_in_late(class_session, pupil)):
        raise Refused(_("This is closed. Talk to the one who invited you."), 410)
    return Place(activity, class_session, pupil, late=closed)


def find_class(session: Session, content: dict[str, Any], activity: Activity) -> ClassSession | None:
    """The class of the body's code; 403 when it is wrong, or missing in an activity that has classes."""
    code = content.get("class_code")
    if code is None and not class_sessions.has_classes(session, activity):
        return None
    found = class_sessions.class_by_code(session, code) if isinstance(code, str) else None
    if found is None or found.activity_id != activity.id:
        raise Refused(_("The class code is wrong. Look at the board and type it again."), 403)
    return found


def check(
    session: Session, body: Body, place: Place
) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, str]]]:
    """The rows to store, or every problem at once."""
    content = body.content
    errors = check_fields(content)
    version = content.get("questionnaire_version")
    questionnaire = None
    if isinstance(version, int) and not isinstance(version, bool) and 0 < version < 2**31:
        questionnaire = activities.questionnaire(session, place.activity.id, version)
    if questionnaire is None:
        errors.append(
            problem(
                "questionnaire_version",
                _("This version of the questionnaire was never published. Load the page again."),
            )
        )
        return {}, [], errors
    school = home.school_position(place.class_session)
    raw_marks, _dropped = home.cut_uncut_routes(questionnaire, content.get("marks", []), school)
    cleaned = clean_response(questionnaire, content.get("answers", {}), raw_marks, content.get("complete") is True, _)
    marks = [] if cleaned.errors else [mark_row(mark, questionnaire) for mark in cleaned.marks]
    errors += cleaned.errors + outside(marks, place.activity)
    replaced, replace_errors = find_replaced(session, content, place)
    errors += replace_errors
    if errors:
        return {}, [], errors
    return response_row(body, place, cleaned.answers, replaced), marks, []


def problem(field: str, message: str) -> dict[str, str]:
    """One problem as the device reads it."""
    return {"field": field, "message": message}


def check_fields(content: dict[str, Any]) -> list[dict[str, str]]:
    """Problems with the body's own fields."""
    errors = []
    revision, language = content.get("revision"), content.get("language", "nb")
    if not isinstance(revision, int) or isinstance(revision, bool) or not 0 < revision < 2**31:
        errors.append(problem("revision", _("The revision must be a whole number from 1.")))
    if not isinstance(content.get("complete"), bool):
        errors.append(problem("complete", _("Say true when the answer is handed in, false while it is a draft.")))
    if not isinstance(language, str) or not language.replace("-", "").isalnum() or len(language) > 10:
        errors.append(problem("language", _("Write the language as a short code such as “nb”.")))
    return errors


def outside(marks: list[dict[str, Any]], activity: Activity) -> list[dict[str, str]]:
    """Problems with marks that lie outside the project's area."""
    area = activity.project.area
    message = _("This place is outside the area of the project. Move it or delete it.")
    return [
        problem(f"marks[{index}].geometry", message)
        for index, mark in enumerate(marks)
        if not geography.belongs(mark["geometry"], area)
    ]


def find_replaced(session: Session, content: dict[str, Any], place: Place) -> tuple[int | None, list[dict[str, str]]]:
    """The handed-in response that this one corrects, by its receipt."""
    code = content.get("replaces")
    if code is None:
        return None, []
    found = None
    if isinstance(code, str) and len(code) < 100:
        found = session.scalar(
            select(Response.id)
            .where(Response.receipt_hash == codes.hashed(code), Response.activity_id == place.activity.id)
            .order_by(Response.id.desc())
            .limit(1)
        )
    if found is None:
        return None, [problem("replaces", _("There is no handed-in answer with this receipt. Check the code."))]
    return found, []


def mark_row(mark: CleanMark, questionnaire: Questionnaire) -> dict[str, Any]:
    """The columns of one mark."""
    geometry = (
        home.rounded(mark.geometry)
        if questionnaire.question(mark.question).setting("cut_home", False)
        else mark.geometry
    )
    west, south, east, north = geography.bounds(geometry)
    text = geography.compact(geometry)
    answers = orjson.dumps(mark.answers).decode()
    identity = hashlib.sha256(f"{mark.question}\0{mark.category}\0{text}".encode()).hexdigest()[:32]
    return {
        "question": mark.question,
        "category": mark.category,
        "geometry": text,
        "west": west,
        "south": south,
        "east": east,
        "north": north,
        "home_cut": mark.home_cut,
        "answers": answers,
        "flags": flags(mark.answers),
        "fingerprint": identity,
    }


def response_row(body: Body, place: Place, answers: dict[str, Any], replaced: int | None) -> dict[str, Any]:
    """The columns of the response; `replaces` and `receipt` are for `store` and the acknowledgement."""
    content, moment = body.content, now()
    complete = content["complete"]
    pupil = place.pupil
    code = receipt(body.uuid, (pupil.class_session_id, pupil.number) if pupil else None) if complete else None
    return {
        "uuid": body.uuid,
        "activity_id": place.activity.id,
        "class_session_id": place.class_session.id if place.class_session else None,
        "pupil_id": pupil.id if pupil else None,
        "questionnaire_version": content["questionnaire_version"],
        "language": content.get("language", "nb"),
        "channel": KINDS[place.activity.kind].channel,
        "revision": content["revision"],
        "complete": complete,
        "answers": orjson.dumps(answers).decode(),
        "body_sha256": body.sha256,
        "receipt_hash": codes.hashed(code) if code else None,
        "received_at": moment,
        "completed_at": moment if complete else None,
        "late": place.late,
        "flags": flags(answers),
        "receipt": code,
        "replaces": replaced,
    }


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
