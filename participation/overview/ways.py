"""*Del*: the ways to answer a survey: its open link, tablets that are handed on."""

from __future__ import annotations

import flask

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities import queries as activities
from participation.clock import now
from participation.extensions import db
from participation.invitations.merge_files import survey_address
from participation.kiosks import queries as kiosks
from participation.kiosks import tickets
from participation.kiosks.models import Kiosk
from participation.overview.lacking import lacking
from participation.overview.ways_shared import loaded
from participation.responses import queries as responses

blueprint = flask.Blueprint("ways", __name__, url_prefix="/activities/<int:identity>/ways")


def tablet_address(kiosk: Kiosk) -> str:
    """The whole address that opens the tablet."""
    root = flask.current_app.config["BASE_URL"] or flask.request.url_root.rstrip("/")
    return f"{root}/a/{kiosk.activity_id}/kiosk/{tickets.token(kiosk)}"


@blueprint.get("", endpoint="index")
@requires(Permission.ACTIVITY_EDIT)
def index(slug: str, identity: int) -> str:
    """Every way with what it needs, and how many answers have come by each."""
    activity = loaded(slug, identity)
    version = activities.newest_version(db.session(), activity)
    asked = activities.questionnaire(db.session(), activity.id, version.number) if version else None
    in_frame = bool(flask.current_app.config["EMBED_SITES"])
    shown = {"address": survey_address(activity), "title": activity.title}
    return flask.render_template(
        "overview/ways.html",
        project=activity.project,
        activity=activity,
        address=shown["address"],
        snippet=flask.render_template("overview/parts/snippet.html", in_frame=in_frame, **shown).strip(),
        in_frame=in_frame,
        lacking=lacking(db.session(), activity, version),
        by_channel=responses.by_channel(db.session(), activity),
        kiosks=kiosks.kiosks(db.session(), activity),
        tablet_address=tablet_address,
        now=now(),
        spoken=asked.languages if asked else (),
    )
