"""*Skjema*: what an activity asks, its versions and what each changed, and the next one from a workbook."""

from __future__ import annotations

from typing import Any

import flask
import orjson
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import FileStorage
from werkzeug.utils import secure_filename

from participation import languages
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities import drafts, pictures, queries, workbook
from participation.activities.forms import CopyForm, WorkbookForm
from participation.activities.models import Activity
from participation.activities.tabs import activity_home
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.extensions import db
from participation.overview.checked import checked
from participation.overview.seen import refusing, seen
from participation.overview.versions import next_version, versions
from participation.projects.access import project_at
from surveys.xlsform.findings import XLSFormError
from surveys.xlsform.workbook_writing import export_workbook

blueprint = flask.Blueprint("questionnaire", __name__, url_prefix="/activities/<int:identity>/questionnaire")

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def loaded(slug: str, identity: int) -> Activity:
    """The project's activity."""
    return queries.activity_or_404(db.session(), project_at(slug), identity)


@blueprint.route("", methods=["GET", "POST"], endpoint="index")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.QUESTIONNAIRE_DRAFTED)
def index(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """What is asked; and a changed workbook is taken in as the draft of the next version."""
    activity, form = loaded(slug, identity), WorkbookForm()
    if not form.validate_on_submit():
        return page(activity, form), 422 if form.is_submitted() else 200
    try:
        held = pictures.names(db.session(), identity, queries.newest_number(db.session(), activity) or 0)
        found = workbook.brought(*read(form.workbook.data), dict(map(named, form.pictures.data or ())), held)
    except XLSFormError as error:
        return page(activity, form, problems=[workbook.told(problem) for problem in error.problems]), 422
    with refusing(), writing(db) as session:
        activity = queries.activity_or_404(session, project_at(slug), identity)
        drafts.keep(session, activity, found.document, found.shown, found.notices, current_user.email, seen())
    return back(slug, identity)


@blueprint.get("/workbook.xlsx")
@requires(Permission.ACTIVITY_EDIT)
def download(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """The newest version as a workbook."""
    activity = loaded(slug, identity)
    version = queries.newest_version(db.session(), activity)
    if version is None:
        flask.abort(404)
    try:
        made = export_workbook(orjson.loads(version.document))
    except XLSFormError as error:
        flask.flash("\n".join(map(workbook.told, error.problems)), "error")
        return back(slug, identity)
    name = secure_filename(f"{activity.project.slug}-{activity.id}-v{version.number}.xlsx")
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return flask.Response(made, mimetype=EXCEL, headers=headers)


@blueprint.post("/publish")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.QUESTIONNAIRE_PUBLISHED)
def publish(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """The draft becomes what new respondents get."""
    based_on = flask.request.form.get("based_on", type=int) or None
    activity = loaded(slug, identity)
    # Looked for first: to read all the answers there are would keep those who hand in waiting.
    found = next_version(db.session(), activity)
    unused = found.unused if found else frozenset()
    with refusing(), writing(db) as session:
        activity = queries.activity_or_404(session, project_at(slug), identity)
        # Another draft may have come meanwhile: what it takes away was not looked for.
        number = drafts.publish(session, activity, based_on, lambda lost: set(lost) - unused, seen()).number
        flask.flash(_("Version %(number)s is published. Who begins now gets it; who has begun goes on.", number=number))
    return back(slug, identity)


@blueprint.post("/copy")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.ACTIVITY_MADE)
def copy(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """The draft becomes an activity of its own."""
    loaded(slug, identity)
    form = CopyForm()
    if not form.validate_on_submit():
        flask.flash(_("Give the activity a title."), "error")
        return back(slug, identity)
    home = flask.url_for("overview.questionnaire.index", slug=slug, identity=identity)
    with refusing(), writing(db) as session:
        activity = queries.activity_or_404(session, project_at(slug), identity)
        made = drafts.begin_activity(session, activity, form.title.data or "", seen())
        home = activity_home(activity.project, made)
        flask.flash(_("The new activity is made. Nobody can answer it before you open it."))
    return flask.redirect(home)


def page(activity: Activity, form: WorkbookForm, problems: list[str] | None = None) -> str:
    session, language = db.session(), languages.current()
    found, draft = versions(session, activity), next_version(session, activity)
    asked = queries.questionnaire(session, activity.id, found[0].number) if found else None
    return flask.render_template(
        "overview/questionnaire.html",
        project=activity.project,
        activity=activity,
        form=form,
        copy_form=CopyForm(title=activity.title, formdata=None),
        problems=problems or [],
        versions=found,
        draft=draft,
        draft_checked=checked(activity, draft.proposed, language) if draft and draft.proposed else None,
        asked=asked,
        checked=checked(activity, asked, language) if asked else None,
    )


def read(file: FileStorage) -> tuple[bytes, str]:
    return file.read(), file.filename or ""


def named(file: FileStorage) -> tuple[str, Any]:
    return file.filename or "", file.read()


def back(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    return flask.redirect(flask.url_for("overview.questionnaire.index", slug=slug, identity=identity))
