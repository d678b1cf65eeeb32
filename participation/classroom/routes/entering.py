"""The teacher's link: it becomes a cookie and leaves the address bar."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation.accounts.access import bearer_link
from participation.class_sessions import queries as class_sessions
from participation.class_sessions.limits import wrong_code_limit
from participation.classroom import teacher_right
from participation.classroom.routes.feature import blueprint
from participation.errors import Refused
from participation.extensions import db


@blueprint.get("/t/<token>")
@bearer_link("teacher")
@wrong_code_limit(lambda response: response.status_code == 404)
def enter(token: str) -> flask.typing.ResponseReturnValue:
    """Let the browser in and go to the room."""
    found = class_sessions.class_by_teacher_token(db.session(), token)
    if found is None:
        raise Refused(_("No class has this link. It may have been renewed: ask the planner for the new one."), 404)
    teacher_right.refuse_expired(found)
    teacher_right.note_use(found)
    teacher_right.remember(found)
    return flask.redirect(flask.url_for("classroom.room", class_session_id=found.id))


@blueprint.post("/classroom/<int:class_session_id>/leave")
@bearer_link("teacher")
def leave(class_session_id: int) -> flask.typing.ResponseReturnValue:
    """Forget the class on this device, which others may use."""
    teacher_right.teachers_class(class_session_id)
    teacher_right.forget(class_session_id)
    flask.flash(_("This device has left the class. Open the link from the planner to come back."))
    return flask.redirect(flask.url_for("front.index"))
