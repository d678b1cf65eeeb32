"""*Del*: the ways to answer a survey: its open link, tablets that are handed on."""

from __future__ import annotations

import flask

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.activities.services import is_open_to_residents
from participation.clock import now
from participation.extensions import db
from participation.invitations.merge_files import survey_address
from participation.kiosks import queries as kiosks
from participation.kiosks import tickets
from participation.kiosks.models import Kiosk
from participation.projects.queries import project_or_404
from participation.responses import queries as responses

blueprint = flask.Blueprint("ways", __name__, url_prefix="/activities/<int:identity>/ways")


def loaded(slug: str, identity: int) -> Activity:
    """The survey; other activities are not shared in these ways."""
    activity = activity_or_404(db.session(), project_or_404(db.session(), slug), identity)
    if not is_open_to_residents(activity):
        flask.abort(404)
    return activity


def tablet_address(kiosk: Kiosk) -> str:
    """The whole address that opens the tablet."""
    root = flask.current_app.config["BASE_URL"] or flask.request.url_root.rstrip("/")
    return f"{root}/a/{kiosk.activity_id}/kiosk/{tickets.token(kiosk)}"


@blueprint.get("", endpoint="index")
@requires(Permission.ACTIVITY_EDIT)
def index(slug: str, identity: int) -> str:
    """Every way with what it needs, and how many answers have come by each."""
    activity = loaded(slug, identity)
    return flask.render_template(
        "overview/ways.html",
        project=activity.project,
        activity=activity,
        address=survey_address(activity),
        by_channel=responses.by_channel(db.session(), activity),
        kiosks=kiosks.kiosks(db.session(), activity),
        tablet_address=tablet_address,
        now=now(),
    )
