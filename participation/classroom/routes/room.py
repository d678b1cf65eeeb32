"""The room: the code for the board, who has come how far, and the same as JSON for polling."""

from __future__ import annotations

from typing import Any

import flask
import orjson
from flask_babel import gettext as _

from participation.accounts.access import bearer_link
from participation.class_sessions import codes
from participation.class_sessions.models import ClassSession
from participation.classroom import join_link, queries
from participation.classroom.labels import privacy_field_labels
from participation.classroom.routes.feature import blueprint
from participation.classroom.teacher_right import teachers_class
from participation.clock import local
from participation.extensions import db


@blueprint.get("/classroom/<int:class_session_id>")
@bearer_link("teacher")
def room(class_session_id: int) -> str:
    """The teacher's page during the lesson."""
    class_session = teachers_class(class_session_id)
    address = join_link.join_address(class_session)
    project = class_session.activity.project
    missing = [] if project.is_demo else privacy_field_labels(project.missing_privacy_fields)
    return flask.render_template(
        "classroom/room.html",
        class_session=class_session,
        room=queries.room(db.session(), class_session),
        missing=missing,
        told_at=told_at(class_session),
        qr=join_link.qr_code(address, _("QR code for joining the class")),
        root=join_link.readable_root(),
        projector_url=flask.url_for("classroom.projector", token=codes.projector_token(class_session)),
    )


def told_at(class_session: ClassSession) -> str:
    """When the pupils were told that five minutes remain, as "10:35"; empty when they were not."""
    moment = class_session.five_minutes_at
    return local(moment).strftime("%H:%M") if moment else ""


@blueprint.get("/classroom/<int:class_session_id>/state")
@bearer_link("teacher")
def state(class_session_id: int) -> flask.typing.ResponseReturnValue:
    """What the page polls: status, counts and tiles, with ETag."""
    class_session = teachers_class(class_session_id)
    answer = flask.Response(orjson.dumps(told(class_session)), mimetype="application/json")
    answer.headers["Cache-Control"] = "no-cache, private"
    answer.add_etag()
    return answer.make_conditional(flask.request)


def told(class_session: ClassSession) -> dict[str, Any]:
    """The room as JSON."""
    seen = queries.room(db.session(), class_session)
    return {
        "status": class_session.status,
        "expected": class_session.pupils_expected,
        "joined": len(seen.tiles),
        "without_nickname": seen.without_nickname,
        "counts": seen.counts,
        "pupils": [
            {"number": tile.number, "nickname": tile.nickname, "state": tile.state, "paused": tile.paused}
            for tile in seen.tiles
        ],
    }
