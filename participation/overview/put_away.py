"""Putting the draft of a questionnaire away, and bringing it back."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation import undoing
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities import drafts, queries
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.extensions import db
from participation.overview.seen import refusing, seen
from participation.projects.access import project_at
from participation.removals import services as removals

blueprint = flask.Blueprint("put_away", __name__, url_prefix="/activities/<int:identity>/questionnaire")


@blueprint.post("/discard")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.QUESTIONNAIRE_DRAFTED)
def discard(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """The draft goes."""
    with refusing(), writing(db) as session:
        activity = queries.activity_or_404(session, project_at(slug), identity)
        draft = drafts.locked_draft(session, activity)
        drafts.refuse_unseen(draft, seen())
        if draft is not None:
            removed = removals.remove(session, activity.project_id, draft, draft.pictures)
            undo = flask.url_for("overview.put_away.bring_back", slug=slug, identity=identity)
            undoing.offer(_("The draft is put away. What is published stays as it is."), undo, **removed._asdict())
    return flask.redirect(flask.url_for("overview.questionnaire.index", slug=slug, identity=identity))


@blueprint.post("/bring-back")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.QUESTIONNAIRE_DRAFTED)
def bring_back(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """The draft that was just put away is there again."""
    queries.activity_or_404(db.session(), project_at(slug), identity)
    removed = removals.Removed(**undoing.gone())
    with refusing(), writing(db) as session:
        activity = queries.activity_or_404(session, project_at(slug), identity)
        drafts.locked_draft(session, activity)
        removals.bring_back(session, activity.project_id, removed, ("questionnaire_draft",))
        flask.flash(_("It is back as it was."))
    return flask.redirect(flask.url_for("overview.questionnaire.index", slug=slug, identity=identity))
