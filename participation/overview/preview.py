"""*Preview*: the questionnaire as respondents see it, on a phone, a tablet and a desk; and the test answers given to it."""

from __future__ import annotations

from typing import Any

import flask
from flask_babel import ngettext

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities import drafts, queries, trials
from participation.activities.models import Activity
from participation.activities.services import is_for_classes
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.class_sessions import queries as class_sessions
from participation.classroom.join_link import qr_code
from participation.database import writing
from participation.extensions import db
from participation.overview.previewed import DEVICES, Previewed
from participation.projects.access import project_at
from participation.responses import tried_answers
from participation.security_headers import SHOWS_OURS

blueprint = flask.Blueprint("preview", __name__, url_prefix="/activities/<int:identity>/preview")


def loaded(slug: str, identity: int) -> Activity:
    return queries.activity_or_404(db.session(), project_at(slug), identity)


@blueprint.get("", endpoint="index")
@requires(Permission.ACTIVITY_EDIT)
def index(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """The respondent's pages in a frame; of a class mapping, the way to practise it."""
    activity = loaded(slug, identity)
    if is_for_classes(activity):
        classes = class_sessions.classes(db.session(), activity)
        return show("practice", activity, classes=classes)
    draft, published = number_of_draft(slug, activity), queries.newest_number(db.session(), activity)
    number = published if flask.request.args.get("version") == "published" else draft or published
    unfinished = draft is None and drafts.draft_of(db.session(), activity) is not None
    if number is None:
        return show("preview", activity, previewed=None, unfinished=unfinished)
    found = Previewed(activity, number, flask.request.args)
    answer = flask.make_response(
        show(
            "preview",
            activity,
            tests=tried_answers.count(db.session(), activity),
            previewed=found,
            devices=DEVICES,
            unfinished=unfinished,
            has_both=draft is not None and published is not None,
            qr_code=qr_code,
        )
    )
    answer.headers.update(SHOWS_OURS)
    return answer


@blueprint.post("/delete")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.TESTS_DELETED)
def delete(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """Every test answer of the activity goes."""
    loaded(slug, identity)
    with writing(db) as session:
        count = tried_answers.delete_all(session, queries.activity_or_404(session, project_at(slug), identity))
    flask.flash(ngettext("One test answer is deleted.", "%(num)s test answers are deleted.", count))
    return flask.redirect(flask.url_for("overview.preview.index", slug=slug, identity=identity))


def number_of_draft(slug: str, activity: Activity) -> int | None:
    """The draft as it stands is kept when it is tried, so that the test answers to it can be read later."""
    draft, last = drafts.draft_of(db.session(), activity), trials.newest_trial(db.session(), activity)
    if draft is None:
        return None
    if last is not None and last.document == draft.document:
        return last.number
    with writing(db) as session:
        return trials.tried(session, queries.activity_or_404(session, project_at(slug), activity.id))


def show(template: str, activity: Activity, **values: Any) -> str:
    return flask.render_template(f"overview/{template}.html", project=activity.project, activity=activity, **values)
