"""*Forberedelse*: the lesson plan, the letter to guardians and the slips, each ready to print."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation import languages
from participation.accounts.access import bearer_link
from participation.classroom import join_link, slips
from participation.classroom.labels import privacy_field_labels
from participation.classroom.routes.feature import blueprint
from participation.classroom.teacher_right import teachers_class
from participation.extensions import db
from participation.projects import privacy_facts


@blueprint.get("/classroom/<int:class_session_id>/preparation")
@bearer_link("teacher")
def preparation(class_session_id: int) -> str:
    """What to do before the lesson, and the sheets."""
    return flask.render_template("classroom/preparation.html", class_session=teachers_class(class_session_id))


@blueprint.get("/classroom/<int:class_session_id>/preparation/lesson-plan")
@bearer_link("teacher")
def lesson_plan(class_session_id: int) -> str:
    """Three hours, and the aims of the curriculum they serve."""
    return flask.render_template("classroom/lesson_plan.html", class_session=teachers_class(class_session_id))


@blueprint.get("/classroom/<int:class_session_id>/preparation/letter")
@bearer_link("teacher")
def letter(class_session_id: int) -> str:
    """The letter to guardians, in the class's language."""
    class_session = teachers_class(class_session_id)
    languages.use(class_session.language)
    project = class_session.activity.project
    return flask.render_template(
        "classroom/letter.html",
        class_session=class_session,
        project=project,
        missing=privacy_field_labels(project.missing_privacy_fields),
        facts=privacy_facts.told(project),
        root=join_link.readable_root(),
    )


@blueprint.get("/classroom/<int:class_session_id>/preparation/slips")
@bearer_link("teacher")
def pupil_slips(class_session_id: int) -> str:
    """A slip to cut out for every expected pupil, in the class's language."""
    class_session = teachers_class(class_session_id)
    languages.use(class_session.language)
    address = join_link.join_address(class_session)
    return flask.render_template(
        "classroom/slips.html",
        class_session=class_session,
        slips=slips.slips(db.session(), class_session),
        qr=join_link.qr_code(address, _("QR code for joining the class")),
        root=join_link.readable_root(),
    )
