"""What the pupils have made, as a list in words: hide and restore a mark, pause a nickname."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation.accounts.access import bearer_link
from participation.audit.acts import Act
from participation.audit.recording import concerning, reads, records
from participation.class_sessions import joining
from participation.class_sessions.models import ClassSession
from participation.classroom import mark_list, queries, services
from participation.classroom.routes.feature import blueprint
from participation.classroom.teacher_right import teachers_class
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db


@blueprint.get("/classroom/<int:class_session_id>/marks")
@bearer_link("teacher")
@reads(Act.CLASS_MARKS_READ)
def marks(class_session_id: int) -> str:
    """The whole class's marks by nickname; with `?pupil=3` those of one."""
    class_session = teachers_class(class_session_id)
    number = flask.request.args.get("pupil", type=int)
    pupil = queries.pupil(db.session(), class_session, number) if number is not None else None
    if number is not None and pupil is None:
        flask.abort(404)
    groups = mark_list.by_pupil(db.session(), class_session, queries.marks(db.session(), class_session, number))
    return flask.render_template(
        "classroom/marks.html",
        class_session=class_session,
        pupil=pupil,
        groups=groups,
        to_look_at=[] if pupil else mark_list.to_look_at(groups),
    )


@blueprint.post("/classroom/<int:class_session_id>/marks/<int:mark_id>/<action>")
@bearer_link("teacher")
@records(Act.MARKS_HIDDEN)
def change_mark(class_session_id: int, mark_id: int, action: str) -> flask.typing.ResponseReturnValue:
    """Hide or restore one mark of the class; another class's mark is a 404."""
    identity = teachers_class(class_session_id).id
    concerning(act=Act.MARKS_HIDDEN if action == "hide" else Act.MARKS_RESTORED, count=1)
    change = {"hide": services.hide_mark, "restore": services.restore_mark}.get(action) or flask.abort(404)
    try:
        with writing(db) as session:
            mark = queries.mark(session, session.get_one(ClassSession, identity), mark_id) or flask.abort(404)
            change(session, mark)
    except Refused as refused:
        flask.flash(refused.message, "error")
    else:
        flask.flash(_("The mark is hidden.") if action == "hide" else _("The mark is shown again."))
    return back_to_marks(identity, f"mark-{mark_id}")


@blueprint.post("/classroom/<int:class_session_id>/pupils/<int:number>/<action>")
@bearer_link("teacher")
@records(Act.PUPIL_CHANGED)
def change_pupil(class_session_id: int, number: int, action: str) -> flask.typing.ResponseReturnValue:
    """Keep a nickname from sending more, or let it again."""
    identity = teachers_class(class_session_id).id
    if action not in ("pause", "resume"):
        flask.abort(404)
    with writing(db) as session:
        pupil = queries.pupil(session, session.get_one(ClassSession, identity), number) or flask.abort(404)
        joining.set_pupil_paused(pupil, action == "pause")
        nickname = pupil.nickname
    paused = _("%(nickname)s is paused and cannot send.", nickname=nickname)
    flask.flash(paused if action == "pause" else _("%(nickname)s can send again.", nickname=nickname))
    return back_to_marks(identity)


def back_to_marks(class_session_id: int, anchor: str | None = None) -> flask.typing.ResponseReturnValue:
    """To the list the form was in."""
    number = flask.request.args.get("pupil", type=int)
    return flask.redirect(
        flask.url_for("classroom.marks", class_session_id=class_session_id, pupil=number, _anchor=anchor)
    )
