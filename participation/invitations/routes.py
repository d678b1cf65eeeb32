"""Inviting with personal codes: the list, the one download of the codes, reminders, and how many have answered."""

from __future__ import annotations

from contextlib import suppress

import flask
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from werkzeug.utils import secure_filename

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.activities.services import is_open_to_residents
from participation.audit.acts import Act
from participation.audit.recording import concerning, records
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.invitations import queries, services
from participation.invitations.forms import RecipientsForm
from participation.invitations.merge_files import merge_archive, survey_address
from participation.invitations.recipient_list import read_list
from participation.invitations.recipients import RecipientList
from participation.invitations.services import Issued
from participation.invitations.table_file import rows_of_file, rows_of_text
from participation.projects.access import project_at
from participation.table_cells import Rows

blueprint = flask.Blueprint(
    "invitations", __name__, url_prefix="/projects/<slug>/activities/<int:identity>/invitations"
)


def loaded(session: Session, slug: str, identity: int) -> Activity:
    """The survey; an activity that residents do not answer has no invitations."""
    activity = activity_or_404(session, project_at(slug), identity)
    if not is_open_to_residents(activity):
        flask.abort(404)
    return activity


@blueprint.get("")
@requires(Permission.ACTIVITY_EDIT)
def index(slug: str, identity: int) -> str:
    """How many are invited and have answered, in all and in each background group."""
    session = db.session()
    activity = loaded(session, slug, identity)
    return flask.render_template(
        "invitations/index.html",
        project=activity.project,
        activity=activity,
        invited=queries.invited(session, activity),
        used=queries.used(session, activity),
        groups=queries.group_rows(session, activity),
        rounds=queries.rounds(session, activity),
        fewest=queries.FEWEST,
        address=survey_address(activity),
    )


@blueprint.route("/add", methods=["GET", "POST"])
@requires(Permission.ACTIVITY_EDIT)
@records(Act.RESIDENTS_INVITED)
def add(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Take a list in, look at it, and get the codes: once, as a file."""
    activity = loaded(db.session(), slug, identity)
    form, found, told = RecipientsForm(), None, ""
    if form.validate_on_submit():
        try:
            rows = rows_of(form)
        except Refused as refused:
            rows, told = [], refused.message
        found = None if told else list_for(db.session(), activity, rows)
        if found and form.step.data == "create" and not found.problems:
            return create(slug, identity, rows)
        if not told:
            # What was in the file is looked at, and then sent back, as text.
            form.recipients.data = "\n".join("\t".join(cells) for _number, cells in rows)
    answer = flask.render_template(
        "invitations/add.html", project=activity.project, activity=activity, form=form, found=found, told=told
    )
    return answer, 422 if form.errors or told or (found and found.problems) else 200


def rows_of(form: RecipientsForm) -> Rows:
    return rows_of_file(form.file.data) if form.file.data else rows_of_text(form.recipients.data or "")


def list_for(session: Session, activity: Activity, rows: Rows) -> RecipientList:
    """The list read against those who are invited already."""
    return read_list(rows, queries.recipients(session, activity), queries.sizes(session, activity))


def create(slug: str, identity: int, rows: Rows) -> flask.typing.ResponseReturnValue:
    made = services.new_codes(len(rows))
    issued: list[Issued] = []
    # A button pressed twice: where two may write at a time, the store itself refuses the second list.
    with suppress(IntegrityError), writing(db) as session:
        activity = loaded(session, slug, identity)
        found = list_for(session, activity, rows)
        if not found.problems:
            issued = services.invite(session, activity, found.recipients, made)
        concerning(count=len(issued))
    if not issued:
        flask.flash(_("Somebody else invited people meanwhile. Look at the list again."), "error")
        return flask.redirect(flask.url_for("invitations.add", slug=slug, identity=identity))
    return download(slug, identity, issued)


@blueprint.post("/remind")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.RESIDENTS_REMINDED)
def remind(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """New codes for those who have not answered, as a file; their old codes stop working."""
    made = services.new_codes(len(queries.unused(db.session(), loaded(db.session(), slug, identity))))
    try:
        with writing(db) as session:
            issued = services.remind(session, loaded(session, slug, identity), made)
    except Refused as refused:
        flask.flash(refused.message, "error")
        return flask.redirect(flask.url_for("invitations.index", slug=slug, identity=identity))
    return download(slug, identity, issued)


def download(slug: str, identity: int, issued: list[Issued]) -> flask.Response:
    """The codes as a file, which no cache may keep."""
    activity = loaded(db.session(), slug, identity)
    name = secure_filename("-".join((activity.project.slug, str(activity.id), _("codes.zip"))))
    response = flask.Response(merge_archive(activity, issued), mimetype="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.post("/who")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.ACTIVITY_CHANGED)
def who(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Only those with a code may answer, or anyone with the link."""
    only = flask.request.form.get("only") == "yes"
    with writing(db) as session:
        services.let_in_only_invited(loaded(session, slug, identity), only)
    flask.flash(
        _("Only those with a personal code can answer now.") if only else _("Anyone with the open link can answer now.")
    )
    return flask.redirect(flask.url_for("invitations.index", slug=slug, identity=identity))
