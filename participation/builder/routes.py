"""The builder: its page, what it keeps, what it shows, and who builds."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from flask_login import current_user

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities import queries
from participation.activities.models import Activity
from participation.audit.acts import Act
from participation.audit.recording import concerning, records
from participation.builder import pictures as kept_pictures
from participation.builder import services
from participation.builder.page_data import looked_through, page_data
from participation.builder.preview import preview as shown
from participation.builder.sent import LONGEST_NAME, read_body, read_sent
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects.access import project_at
from surveys.choice_check import PICTURE
from surveys.errors import AnswerError
from surveys.picture import mime_type, safe_picture

blueprint = flask.Blueprint("builder", __name__, url_prefix="/projects/<slug>/activities/<int:identity>/builder")

WISHES = ("look", "keep", "take", "leave")


def log_once(begins: bool) -> None:
    """Who builds is logged when a page begins to, and not again with every letter."""
    if not begins:
        concerning(count=0)


def loaded(slug: str, identity: int) -> Activity:
    """The project's activity."""
    return queries.activity_or_404(db.session(), project_at(slug), identity)


@blueprint.get("")
@requires(Permission.ACTIVITY_EDIT)
def index(slug: str, identity: int) -> str:
    """Outline, preview and properties."""
    activity = loaded(slug, identity)
    data = page_data(db.session(), activity)
    return flask.render_template("builder/index.html", project=activity.project, activity=activity, data=data)


@blueprint.put("/draft")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.QUESTIONNAIRE_DRAFTED)
def save(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Keep the draft, and tell what it lacks."""
    activity = loaded(slug, identity)
    sent = read_sent()
    # Before anything is written: to look a long questionnaire through takes a while.
    found = looked_through(activity, sent.document)
    try:
        with writing(db) as session:
            activity = queries.activity_or_404(session, project_at(slug), identity)
            log_once(services.save(session, activity, sent, current_user.email))
    except Refused as refused:
        return flask.jsonify(error=refused.message), refused.status
    return flask.jsonify(edition=sent.edition, **found)


@blueprint.post("/preview")
@requires(Permission.ACTIVITY_EDIT)
def preview(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """A page of what was sent, as respondents would see it; nothing is kept."""
    activity = loaded(slug, identity)
    body = read_body()
    document, at, language = body.get("document"), body.get("page"), body.get("language")
    if not isinstance(document, dict) or type(at) is not int or not isinstance(language, str):
        flask.abort(400)
    version = queries.newest_number(db.session(), activity) or 0
    return shown(activity, version, document, at, language)


@blueprint.post("/pictures")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.QUESTIONNAIRE_DRAFTED)
def pictures(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """A picture for a name that the draft gives it."""
    loaded(slug, identity)
    name, file = flask.request.form.get("name", ""), flask.request.files.get("picture")
    if file is None or not PICTURE.fullmatch(name):
        flask.abort(400)
    try:
        data = safe_picture(file.read(), name)
        with writing(db) as session:
            log_once(False)
            kept_pictures.keep(session, queries.activity_or_404(session, project_at(slug), identity), name, data)
    except AnswerError as error:
        return flask.jsonify(error=error.render(_)), 422
    except Refused as refused:
        return flask.jsonify(error=refused.message), refused.status
    return flask.jsonify(name=name)


@blueprint.get("/pictures/<picture_name>")
@requires(Permission.ACTIVITY_EDIT)
def picture(slug: str, identity: int, picture_name: str) -> flask.typing.ResponseReturnValue:
    """As the draft has it, else what is published."""
    found = kept_pictures.found(db.session(), loaded(slug, identity), picture_name)
    if found is None or not PICTURE.fullmatch(picture_name):
        flask.abort(404)
    return flask.Response(found, mimetype=mime_type(picture_name))


@blueprint.post("/hold")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.QUESTIONNAIRE_DRAFTED)
def hold(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Who builds: a page keeps, takes over or leaves the draft, or only looks."""
    activity = loaded(slug, identity)
    body = read_body()
    editor, wish = body.get("editor"), body.get("wish")
    if not isinstance(editor, str) or not 0 < len(editor) <= LONGEST_NAME or wish not in WISHES:
        flask.abort(400)
    if wish != "look":
        with writing(db) as session:
            activity = queries.activity_or_404(session, project_at(slug), identity)
            log_once(services.hold(session, activity, editor, current_user.email, str(wish)))
    return flask.jsonify(
        services.state(db.session(), queries.activity_or_404(db.session(), project_at(slug), identity), editor)
    )
