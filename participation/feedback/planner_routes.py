"""*Dette hørte vi*: the planner answers the classes, and says how far their answers have come."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from wtforms.fields.choices import SelectChoice

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.class_sessions import queries as class_sessions
from participation.database import writing
from participation.extensions import db
from participation.feedback import queries, services
from participation.feedback.forms import HeardForm
from participation.projects.access import project_at
from participation.responses import queries as responses
from participation.responses import services as response_services

blueprint = flask.Blueprint("planner", __name__, url_prefix="/projects/<slug>/activities/<int:identity>/feedback")


def loaded(slug: str, identity: int) -> Activity:
    return activity_or_404(db.session(), project_at(slug), identity)


def heard_form(activity: Activity) -> HeardForm:
    form = HeardForm()
    classes = class_sessions.classes(db.session(), activity)
    named = [SelectChoice(str(found.id), f"{found.class_name}, {found.school_name}") for found in classes]
    form.class_session.choices = [SelectChoice("", _("All classes")), *named]
    return form


def page(activity: Activity, form: HeardForm) -> str:
    return flask.render_template(
        "feedback/index.html",
        project=activity.project,
        activity=activity,
        form=form,
        heard=queries.heard(db.session(), activity),
        class_names={choice.value: choice.label for choice in form.class_session.choices or ()},
        stages=responses.stages(db.session(), activity),
    )


@blueprint.get("", endpoint="index")
@requires(Permission.RESPONSE_SEE)
def index(slug: str, identity: int) -> str:
    """What has been told, and how far the answers have come."""
    activity = loaded(slug, identity)
    return page(activity, heard_form(activity))


@blueprint.post("")
@requires(Permission.FEEDBACK_EDIT)
@records(Act.ANSWERED_BACK)
def tell(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Tell all classes, or one."""
    activity = loaded(slug, identity)
    form = heard_form(activity)
    if not form.validate_on_submit():
        return page(activity, form), 422
    class_id = int(form.class_session.data) if form.class_session.data else None
    with writing(db) as session:
        activity = activity_or_404(session, project_at(slug), identity)
        services.tell(session, activity, form.text.data or "", class_id)
    flask.flash(_("Told. The pupils see it where they handed in, and with their code."))
    return flask.redirect(flask.url_for("feedback.planner.index", slug=slug, identity=identity))


@blueprint.post("/<int:heard_id>/delete")
@requires(Permission.FEEDBACK_EDIT)
@records(Act.ANSWERED_BACK)
def delete(slug: str, identity: int, heard_id: int) -> flask.typing.ResponseReturnValue:
    """Take something back that was told."""
    with writing(db) as session:
        activity = activity_or_404(session, project_at(slug), identity)
        services.take_back(session, activity, heard_id)
    flask.flash(_("It is taken back."))
    return flask.redirect(flask.url_for("feedback.planner.index", slug=slug, identity=identity))


@blueprint.post("/<any(read, taken_further):stage>")
@requires(Permission.FEEDBACK_EDIT)
@records(Act.ANSWERED_BACK)
def advance(slug: str, identity: int, stage: str) -> flask.typing.ResponseReturnValue:
    """Say that the answers are read, or taken further."""
    with writing(db) as session:
        activity = activity_or_404(session, project_at(slug), identity)
        response_services.advance(session, activity, stage)
    flask.flash(_("Saved. The pupils see it."))
    return flask.redirect(flask.url_for("feedback.planner.index", slug=slug, identity=identity))
