"""A project's activities: list, new, change, open, close."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation import languages
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities import channels, picture_routes, queries, services
from participation.activities.forms import ActivityForm, NewActivityForm, SurveyForm
from participation.activities.kinds import EMPTY, KIND_OF_TEMPLATE, KINDS, OWN_WORKBOOK
from participation.activities.models import SCHEDULED, Activity
from participation.activities.tabs import activity_home, activity_tabs, read_otherwise
from participation.audit.acts import Act
from participation.audit.recording import concerning, records
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects.access import project_at

blueprint = flask.Blueprint("activities", __name__, url_prefix="/projects/<slug>/activities")
blueprint.record_once(
    lambda state: state.app.jinja_env.globals.update(
        activity_tabs=activity_tabs,
        activity_home=activity_home,
        read_otherwise=read_otherwise,
        is_for_classes=services.is_for_classes,
        channel_name=channels.name,
    )
)

blueprint.record_once(lambda state: picture_routes.register(state.app))  # type: ignore[arg-type]


@blueprint.get("")
@requires(Permission.PROJECT_SEE)
def index(slug: str) -> str:
    """The project's activities."""
    project = project_at(slug)
    found = queries.activities(db.session(), project)
    return flask.render_template("activities/index.html", project=project, activities=found, kinds=KINDS)


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.ACTIVITY_EDIT)
@records(Act.ACTIVITY_MADE)
def create(slug: str) -> flask.typing.ResponseReturnValue:
    """A new class mapping or survey from one of the templates."""
    project = project_at(slug)
    form = NewActivityForm()
    if not form.validate_on_submit():
        answer = flask.render_template("activities/create.html", project=project, form=form)
        return answer, 422 if form.is_submitted() else 200
    with writing(db) as session:
        project = project_at(slug)
        kind = KIND_OF_TEMPLATE[form.template.data]
        activity = services.add_activity(session, project, kind, form.title.data or "", form.template.data)
        services.promise(activity, form.answer_by.data, form.promise.data or "")
        concerning(activity_id=activity.id)
        made, for_classes = activity.id, services.is_for_classes(activity)
    if form.template.data == EMPTY:
        return flask.redirect(flask.url_for("builder.index", slug=slug, identity=made))
    if form.template.data == OWN_WORKBOOK:
        flask.flash(_("The survey is made. Choose its workbook next."))
    elif for_classes:
        flask.flash(_("The activity is made. Add the classes next."))
    else:
        flask.flash(_("The survey is made. Open it under “Change” when people may answer."))
    return home(slug, made)


@blueprint.route("/<int:identity>/edit", methods=["GET", "POST"])
@requires(Permission.ACTIVITY_EDIT)
@records(Act.ACTIVITY_CHANGED)
def edit(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Title and promise, and what else a survey has."""
    project = project_at(slug)
    activity = queries.activity_or_404(db.session(), project, identity)
    form = ActivityForm(obj=activity) if services.is_for_classes(activity) else SurveyForm(obj=activity)
    if not form.is_submitted() and isinstance(form, SurveyForm):
        form.local_times()
    if form.validate_on_submit() and saved(form, slug, identity):
        flask.flash(_("Saved."))
        return home(slug, identity)
    answer = flask.render_template("activities/edit.html", project=project, activity=activity, form=form)
    return answer, 422 if form.is_submitted() else 200


def saved(form: ActivityForm, slug: str, identity: int) -> bool:
    """Store what the form says; False with the reason at its field when that is refused."""
    try:
        with writing(db) as session:
            activity = queries.activity_or_404(session, project_at(slug), identity)
            services.rename(activity, form.title.data or "")
            services.promise(activity, form.answer_by.data, form.promise.data or "")
            if isinstance(form, SurveyForm):
                services.set_times(activity, *form.times())
                services.take_leave(activity, form.farewell.data or "", form.results_at.data or "")
    except Refused as refused:
        assert isinstance(form, SurveyForm)
        form.closes_at.errors = [refused.message]
        return False
    return True


@blueprint.post("/<int:identity>/open")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.ACTIVITY_OPENED)
def open_(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Let answers in."""
    try:
        with writing(db) as session:
            activity = queries.activity_or_404(session, project_at(slug), identity)
            services.open_activity(session, activity)
            told = opened(activity)
        flask.flash(told)
    except Refused as refused:
        flask.flash(refused.message, "error")
    return home(slug, identity)


def opened(activity: Activity) -> str:
    """What has happened, in words."""
    if services.is_for_classes(activity):
        return _("The activity is open. Its classes stay as they are until each is opened.")
    if activity.state == SCHEDULED and activity.opens_at:
        return _("The activity opens by itself %(when)s.", when=languages.moment(activity.opens_at))
    return _("The activity takes answers in.")


@blueprint.post("/<int:identity>/pause")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.ACTIVITY_PAUSED)
def pause(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Let nobody begin for a while."""
    with writing(db) as session:
        services.pause_activity(queries.activity_or_404(session, project_at(slug), identity))
    flask.flash(_("The activity is paused. Those who have begun may hand in; nobody new can begin."))
    return home(slug, identity)


def home(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Back to where the activity begins."""
    project = project_at(slug)
    return flask.redirect(activity_home(project, queries.activity_or_404(db.session(), project, identity)))
