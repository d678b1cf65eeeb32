"""The buttons of the room. Each changes one thing and goes back to where it was pressed."""

from __future__ import annotations

from collections.abc import Callable

import flask
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.accounts.access import bearer_link
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.class_sessions.models import ClassSession
from participation.classroom import labels, services
from participation.classroom.routes.feature import blueprint
from participation.classroom.teacher_right import teachers_class
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db


def open_room(session: Session, class_session: ClassSession) -> str:
    """Let the class begin, or begin again."""
    services.open_room(session, class_session)
    return _("The class is open. The pupils can join now.")


def pause(_session: Session, class_session: ClassSession) -> str:
    """Ask the pupils to look up."""
    services.pause(class_session)
    return _("The class is paused. What the pupils have made is saved.")


def go_on(_session: Session, class_session: ClassSession) -> str:
    """Let them draw again."""
    services.go_on(class_session)
    return _("The class goes on.")


def five_minutes(_session: Session, class_session: ClassSession) -> str:
    """Tell the pupils that five minutes remain."""
    services.five_minutes_left(class_session)
    return _("The pupils have been told that five minutes remain.")


def close(session: Session, class_session: ClassSession) -> str:
    """End the class and collect."""
    return labels.ended(services.end(session, class_session))


# To add a button: one line here and one form in templates/classroom/.
ACTIONS: dict[str, Callable[[Session, ClassSession], str]] = {
    "open": open_room,
    "pause": pause,
    "continue": go_on,
    "five-minutes": five_minutes,
    "close": close,
}


@blueprint.post("/classroom/<int:class_session_id>/<action>")
@bearer_link("teacher")
@records(Act.CLASS_CHANGED)
def act(class_session_id: int, action: str) -> flask.typing.ResponseReturnValue:
    """Press a button; what cannot be done now is said in the room."""
    identity = teachers_class(class_session_id).id
    press = ACTIONS.get(action) or flask.abort(404)
    try:
        with writing(db) as session:
            message = press(session, session.get_one(ClassSession, identity))
    except Refused as refused:
        flask.flash(refused.message, "error")
    else:
        flask.flash(message)
    return flask.redirect(flask.url_for("classroom.room", class_session_id=identity))
