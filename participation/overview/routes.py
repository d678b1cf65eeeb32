"""The project at a glance, and an activity's classes with what has come from each."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation.accounts.access import may, requires
from participation.accounts.permissions import Permission
from participation.activities import channels
from participation.activities import queries as activities
from participation.activities.queries import activity_or_404
from participation.activities.services import is_for_classes
from participation.activities.tabs import activity_home
from participation.audit.acts import Act
from participation.audit.recording import concerning, records
from participation.class_sessions import services as class_services
from participation.class_sessions.queries import class_or_404
from participation.classroom import labels
from participation.classroom import services as classroom
from participation.clock import local, now
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.overview import follow, preview, put_away, queries, questionnaires, share, ways, ways_sheets
from participation.overview.zone_map import map_of_project
from participation.project_page import queries as project_page
from participation.projects import queries as projects
from participation.projects.access import project_at

blueprint = flask.Blueprint("overview", __name__, url_prefix="/projects/<slug>")
blueprint.register_blueprint(questionnaires.blueprint)
blueprint.register_blueprint(put_away.blueprint)
blueprint.register_blueprint(preview.blueprint)
blueprint.register_blueprint(share.blueprint)
blueprint.register_blueprint(follow.blueprint)
blueprint.register_blueprint(ways.blueprint)
blueprint.register_blueprint(ways_sheets.blueprint)


@blueprint.get("")
@requires(Permission.PROJECT_SEE)
def show(slug: str) -> str:
    """What is open, who has answered, what waits, what is next."""
    session = db.session()
    project = project_at(slug)
    kind = projects.main_kind(projects.zone_kinds(session, project))
    counts = queries.counts(session, project)
    return flask.render_template(
        "overview/show.html",
        project=project,
        activities=activities.activities(session, project),
        open_surveys=queries.open_surveys(session, project),
        open_classes=queries.open_classes(session, project),
        counts=counts,
        channels=[channels.name(one) for one in dict.fromkeys(one for by in counts.values() for one in by)],
        zone_map=map_of_project(session, project, kind),
        zone_kind=kind or "",
        waiting=queries.waiting(session, project) if may(Permission.RESPONSE_SEE) else [],
        promises=queries.unanswered_promises(session, project) if may(Permission.RESPONSE_SEE) else [],
        timeline=queries.timeline(session, project),
        phases=project_page.phases(session, project),
        today=local(now()).date(),
    )


@blueprint.get("/activities/<int:identity>/classes")
@requires(Permission.PROJECT_SEE)
def classes(slug: str, identity: int) -> str:
    """The activity's classes and how far each has come."""
    project = project_at(slug)
    activity = activity_or_404(db.session(), project, identity)
    rows = queries.class_rows(db.session(), activity)
    return flask.render_template("overview/classes.html", project=project, activity=activity, rows=rows)


@blueprint.post("/activities/<int:identity>/close")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.ACTIVITY_CLOSED)
def activity_close(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Let no more answers in; the classes at work end as if each teacher had ended theirs."""
    with writing(db) as session:
        activity = activity_or_404(session, project_at(slug), identity)
        told = labels.closed(is_for_classes(activity), *classroom.close_activity(session, activity))
        home = activity_home(activity.project, activity)
    flask.flash(told)
    return flask.redirect(home)


@blueprint.post("/activities/<int:identity>/classes/<int:class_id>/close")
@requires(Permission.CLASS_EDIT)
@records(Act.CLASS_CHANGED)
def class_end(slug: str, identity: int, class_id: int) -> flask.typing.ResponseReturnValue:
    """End a class as its teacher does: unsent drafts are taken in."""
    try:
        with writing(db) as session:
            activity = activity_or_404(session, project_at(slug), identity)
            drafts = classroom.end(session, class_or_404(session, activity, class_id))
        flask.flash(labels.ended(drafts))
    except Refused as refused:
        flask.flash(refused.message, "error")
    return flask.redirect(flask.url_for("overview.classes", slug=slug, identity=identity))


@blueprint.post("/activities/<int:identity>/classes/<int:class_id>/delete")
@requires(Permission.CLASS_EDIT)
@records(Act.CLASS_DELETED)
def class_delete(slug: str, identity: int, class_id: int) -> flask.typing.ResponseReturnValue:
    """Remove a class that nobody has joined and nothing has come from."""
    with writing(db) as session:
        activity = activity_or_404(session, project_at(slug), identity)
        found = class_or_404(session, activity, class_id)
        empty = queries.is_empty(session, found)
        concerning(count=int(empty))
        if empty:
            class_services.delete_class(session, found)
    if empty:
        flask.flash(_("The class is deleted."))
    else:
        flask.flash(_("Somebody has joined the class, so it is kept. Close it instead."), "error")
    return flask.redirect(flask.url_for("overview.classes", slug=slug, identity=identity))
