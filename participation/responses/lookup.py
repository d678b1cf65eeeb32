"""What the checks of a hand-in must know, read in one statement each: built once, because building costs more than running.

Tables, not mapped classes: a class of thirty that presses Send at once waits for nothing else.
"""

from __future__ import annotations

import hmac
from typing import Any

from sqlalchemy import Connection, Table, bindparam, exists, literal, select

from participation.activities.models import Activity
from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession, Pupil
from participation.prepared import Prepared
from participation.projects.models import Project, School
from participation.responses.body import Body
from participation.responses.kept_bodies import uuid_hash
from participation.responses.models import BlurredText, Erasure, Mark, Response
from participation.row_numbers import row_number
from participation.safeguards.keyed_codes import normalise

# Named tuples with the columns below.
Found = Any
Stored = Any


def table(model: Any) -> Table:
    """The table of a mapped class."""
    found: Table = model.__table__
    return found


ACTIVITY, PROJECT, SCHOOL = table(Activity), table(Project), table(School)
CLASS, PUPIL, RESPONSE, ERASURE = table(ClassSession), table(Pupil), table(Response), table(Erasure)
MARK, BLURRED = table(Mark), table(BlurredText)

_STORED = (
    RESPONSE.c.id.label("response_id"),
    RESPONSE.c.revision,
    RESPONSE.c.complete,
    RESPONSE.c.body_sha256,
    ERASURE.c.uuid_hash.label("erased"),
)
_EVERYTHING = Prepared(
    select(
        *_STORED,
        RESPONSE.c.activity_id.label("stored_activity_id"),
        RESPONSE.c.pupil_id.label("stored_pupil_id"),
        RESPONSE.c.channel.label("stored_channel"),
        RESPONSE.c.is_test.label("stored_is_test"),
        ACTIVITY.c.id.label("activity_id"),
        ACTIVITY.c.kind,
        ACTIVITY.c.status,
        ACTIVITY.c.opens_at,
        ACTIVITY.c.closes_at,
        ACTIVITY.c.closed_at,
        ACTIVITY.c.only_invited,
        PROJECT.c.area,
        CLASS.c.id.label("class_id"),
        CLASS.c.activity_id.label("class_activity_id"),
        CLASS.c.status.label("class_status"),
        CLASS.c.closed_at.label("class_closed_at"),
        SCHOOL.c.longitude,
        SCHOOL.c.latitude,
        PUPIL.c.id.label("pupil_id"),
        PUPIL.c.class_session_id.label("pupil_class_id"),
        PUPIL.c.number.label("pupil_number"),
        PUPIL.c.code_hash,
        PUPIL.c.joined_at,
        PUPIL.c.paused_at,
        exists().where(CLASS.alias("any_class").c.activity_id == ACTIVITY.c.id).label("has_classes"),
    )
    .select_from(
        ACTIVITY.join(PROJECT, PROJECT.c.id == ACTIVITY.c.project_id)
        .outerjoin(CLASS, CLASS.c.code == bindparam("class_code"))
        .outerjoin(SCHOOL, SCHOOL.c.id == CLASS.c.school_id)
        .outerjoin(PUPIL, PUPIL.c.id == bindparam("pupil"))
        .outerjoin(RESPONSE, RESPONSE.c.uuid == bindparam("uuid"))
        .outerjoin(ERASURE, ERASURE.c.uuid_hash == bindparam("uuid_hash"))
    )
    .where(ACTIVITY.c.id == bindparam("activity"))
)
_ONE = select(literal(1).label("one")).subquery()
_BEFORE = Prepared(
    select(*_STORED).select_from(
        _ONE.outerjoin(RESPONSE, RESPONSE.c.uuid == bindparam("uuid")).outerjoin(
            ERASURE, ERASURE.c.uuid_hash == bindparam("uuid_hash")
        )
    )
)


def look_up(connection: Connection, body: Body) -> Found | None:
    """The activity the body names with its project, class, school, pupil and what is stored; None without an activity."""
    content = body.content
    activity = row_number(content.get("activity"))
    if activity is None:
        return None
    code, token = content.get("class_code"), content.get("pupil")
    asked = {
        "activity": activity,
        "class_code": normalise(code)[:20] if isinstance(code, str) else None,
        "pupil": codes.identity(token) if isinstance(token, str) and len(token) < 100 else None,
        "uuid": body.uuid,
        "uuid_hash": uuid_hash(body.uuid),
    }
    return _EVERYTHING.first(connection, asked)


def stored_before(connection: Connection, body: Body) -> Stored:
    """What is stored under the body's UUID: `response_id` None when nothing is, `erased` when it must stay away."""
    return _BEFORE.first(connection, {"uuid": body.uuid, "uuid_hash": uuid_hash(body.uuid)})


def holds_ticket(found: Found, token: object) -> bool:
    """True when `token` is that of the pupil it names."""
    if found.pupil_id is None:
        return False
    return hmac.compare_digest(codes.token_of_pupil(found.pupil_id, found.code_hash), str(token))
