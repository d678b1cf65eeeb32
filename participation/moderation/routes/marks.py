"""Map and table of marks, and what is done to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flask
import orjson
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy.orm import Session

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities import queries as activities
from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.audit.acts import Act
from participation.audit.recording import concerning, reads, records
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.moderation import page, queries, services
from participation.moderation.filters import filters_from
from participation.moderation.routes.blueprint import blueprint
from participation.projects.access import project_at
from participation.row_numbers import LARGEST

MOST_AT_ONCE = 5000
ACTIVITY = "/activities/<int:identity>/marks"
Verb = Callable[[Session, Activity, list[int]], list[int]]
VERBS: dict[str, tuple[Act, Verb]] = {
    "hide": (
        Act.MARKS_HIDDEN,
        lambda session, activity, ids: services.hide(session, activity, ids, current_user.email),
    ),
    "restore": (Act.MARKS_RESTORED, services.restore),
    "review": (Act.MARKS_REVIEWED, services.review),
    "unreview": (Act.MARKS_UNREVIEWED, services.unreview),
}


@blueprint.get("/answers")
@requires(Permission.RESPONSE_SEE)
def waiting(slug: str) -> flask.typing.ResponseReturnValue:
    """The activities and what waits in each; straight on when there is only one."""
    project = project_at(slug)
    found = activities.activities(db.session(), project)
    if len(found) == 1:
        return flask.redirect(flask.url_for("moderation.index", slug=slug, identity=found[0].id))
    return flask.render_template(
        "moderation/waiting.html",
        project=project,
        activities=found,
        waiting=queries.waiting(db.session(), project),
    )


@blueprint.get(ACTIVITY)
@requires(Permission.RESPONSE_SEE)
def index(slug: str, identity: int) -> str:
    """Map and table of the activity's marks."""
    activity = activity_or_404(db.session(), project_at(slug), identity)
    filters = filters_from(flask.request.args)
    return flask.render_template("moderation/index.html", **page.content(db.session(), activity, filters))


@blueprint.get(f"{ACTIVITY}.json")
@requires(Permission.RESPONSE_SEE)
@reads(Act.MARKS_READ)
def listing(slug: str, identity: int) -> flask.Response:
    """The marks that the address asks for, a part at a time: `?after=` goes on."""
    activity = activity_or_404(db.session(), project_at(slug), identity)
    after = flask.request.args.get("after", 0, type=int)
    beyond = max(0, min(after, LARGEST))
    found, following = queries.marks_page(db.session(), activity, filters_from(flask.request.args), beyond)
    return flask.Response(orjson.dumps({"marks": found, "next": following}), mimetype="application/json")


@blueprint.post(f"{ACTIVITY}/<any(hide, restore, review, unreview):verb>")
@requires(Permission.RESPONSE_MODERATE)
@records(Act.MARKS_REVIEWED)
def change(slug: str, identity: int, verb: str) -> flask.Response:
    """Hide, restore or mark as looked at: JSON `{ids}` in, `{changed}` out."""
    act, carry_out = VERBS[verb]
    concerning(act=act)
    return carried_out(slug, identity, carry_out)


@blueprint.post(f"{ACTIVITY}/delete")
@requires(Permission.RESPONSE_DELETE)
@records(Act.MARKS_DELETED)
def delete(slug: str, identity: int) -> flask.Response:
    """Delete hidden marks for good."""
    return carried_out(slug, identity, services.delete_marks)


def carried_out(slug: str, identity: int, verb: Verb) -> flask.Response:
    with writing(db) as session:
        activity = activity_or_404(session, project_at(slug), identity)
        changed = verb(session, activity, ids_asked_for(flask.request.get_json(silent=True)))
        concerning(count=len(changed))
    return flask.jsonify(changed=changed)


def ids_asked_for(content: Any) -> list[int]:
    ids = content.get("ids") if isinstance(content, dict) else None
    whole = isinstance(ids, list) and all(isinstance(one, int) and not isinstance(one, bool) for one in ids)
    if not isinstance(ids, list) or not whole or not 0 < len(ids) <= MOST_AT_ONCE or max(ids) >= 2**31:
        raise Refused(_("Choose from 1 to 5000 marks at a time."), 422)
    return ids
