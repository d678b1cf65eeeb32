"""Classes of an activity: made from a pasted table, opened, closed, their teachers' links renewed."""

from __future__ import annotations

from collections.abc import Callable

import flask
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.audit.acts import Act
from participation.audit.recording import concerning, records
from participation.class_sessions import queries, services
from participation.class_sessions.forms import PasteForm
from participation.class_sessions.models import ClassSession
from participation.class_sessions.pasted_table import PastedTable, read_table
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects import queries as projects
from participation.projects.access import project_at

blueprint = flask.Blueprint("class_sessions", __name__, url_prefix="/projects/<slug>/activities/<int:identity>/classes")


@blueprint.route("/paste", methods=["GET", "POST"])
@requires(Permission.CLASS_EDIT)
@records(Act.CLASSES_MADE)
def paste(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Paste a table, look at it, make the classes: all of them or none."""
    session = db.session()
    activity = activity_or_404(session, project_at(slug), identity)
    form = PasteForm()
    table = None
    if form.validate_on_submit():
        table = table_for(session, activity, form.table.data or "")
        if form.step.data == "create" and table.classes and not table.problems:
            return create(slug, identity, form)
    answer = flask.render_template(
        "class_sessions/paste.html", project=activity.project, activity=activity, form=form, table=table
    )
    return answer, 422 if form.errors or (table and table.problems) else 200


def create(slug: str, identity: int, form: PasteForm) -> flask.typing.ResponseReturnValue:
    with writing(db) as session:
        activity = activity_or_404(session, project_at(slug), identity)
        table = table_for(session, activity, form.table.data or "")
        new = table.classes if not table.problems else []
        concerning(count=len(new))
        for found in new:
            services.add_class(
                session,
                activity,
                school_name=found.school,
                year=found.year,
                class_name=found.class_name,
                language=found.language,
                pupils=found.pupils,
                teacher_email=found.teacher_email,
            )
    if table.problems:
        flask.flash(_("Somebody else added classes meanwhile. Look at the table again."), "error")
        return flask.redirect(flask.url_for("class_sessions.paste", slug=slug, identity=identity))
    made = ngettext(
        "One class is made. Print its sheets under Share and print.",
        "%(num)s classes are made. Print their sheets under Share and print.",
        len(table.classes),
    )
    flask.flash(made)
    return flask.redirect(flask.url_for("overview.classes", slug=slug, identity=identity))


def table_for(session: Session, activity: Activity, text: str) -> PastedTable:
    """The table read against the project's schools and the classes that exist."""
    schools = [school.name for school in projects.schools(session, activity.project)]
    taken = {(found.school_name.lower(), found.class_name.lower()) for found in queries.classes(session, activity)}
    return read_table(text, schools, taken)


@blueprint.post("/<int:class_id>/open")
@requires(Permission.CLASS_EDIT)
@records(Act.CLASS_CHANGED)
def open_(slug: str, identity: int, class_id: int) -> flask.typing.ResponseReturnValue:
    """Let a class begin; refused before the privacy fields are filled."""
    project = project_at(slug)
    if project.missing_privacy_fields and not project.is_demo:
        flask.flash(_("Fill in these privacy fields first. Then the class can open."), "error")
        return flask.redirect(flask.url_for("projects.settings", slug=slug))
    return change(slug, identity, class_id, services.open_class, _("The class is open."))


@blueprint.post("/<int:class_id>/renew-link")
@requires(Permission.CLASS_EDIT)
@records(Act.LINK_RENEWED)
def renew(slug: str, identity: int, class_id: int) -> flask.typing.ResponseReturnValue:
    """*Forny lenken*: the old link stops working."""

    def renew_it(_session: Session, found: ClassSession) -> None:
        services.renew_teacher_link(found)

    done = _("The teacher has a new link. The old one no longer works.")
    return change(slug, identity, class_id, renew_it, done, then="overview.share.index")


def change(
    slug: str,
    identity: int,
    class_id: int,
    verb: Callable[[Session, ClassSession], None],
    done: str,
    then: str = "overview.classes",
) -> flask.typing.ResponseReturnValue:
    """Carry `verb` out on the class and say so, or say why not."""
    try:
        with writing(db) as session:
            activity = activity_or_404(session, project_at(slug), identity)
            verb(session, queries.class_or_404(session, activity, class_id))
        flask.flash(done)
    except Refused as refused:
        flask.flash(refused.message, "error")
    return flask.redirect(flask.url_for(then, slug=slug, identity=identity))
