"""The planner's links for tablets: made, renewed, ended. They are shown where the survey is shared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import flask
from flask_babel import gettext as _

from participation import undoing
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.activities.services import is_open_to_residents
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.extensions import db
from participation.kiosks import queries, services
from participation.kiosks.forms import KioskForm
from participation.kiosks.models import Kiosk
from participation.projects.access import project_at

blueprint = flask.Blueprint("kiosks", __name__, url_prefix="/projects/<slug>/activities/<int:identity>/tablets")


def loaded(slug: str, identity: int) -> Activity:
    activity = activity_or_404(db.session(), project_at(slug), identity)
    if not is_open_to_residents(activity):
        flask.abort(404)
    return activity


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.ACTIVITY_EDIT)
@records(Act.TABLET_CHANGED)
def create(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    """A new tablet."""
    activity, form = loaded(slug, identity), KioskForm()
    if not form.validate_on_submit():
        page = flask.render_template("kiosks/create.html", project=activity.project, activity=activity, form=form)
        return page, 422 if form.is_submitted() else 200
    with writing(db) as session:
        activity = loaded(slug, identity)
        services.add_kiosk(session, activity, form.name.data or "", form.channel.data, form.days.data or 1)
    flask.flash(_("The link is made. Open it on the tablet."))
    return back(slug, identity)


@blueprint.post("/<int:kiosk_id>/renew")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.TABLET_CHANGED)
def renew(slug: str, identity: int, kiosk_id: int) -> flask.typing.ResponseReturnValue:
    """Another link; the old one stops working."""
    return change(slug, identity, kiosk_id, services.renew, _("There is a new link. The old one no longer works."))


@blueprint.post("/<int:kiosk_id>/end")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.TABLET_CHANGED)
def end(slug: str, identity: int, kiosk_id: int) -> flask.typing.ResponseReturnValue:
    """The link stops working at once."""
    with writing(db) as session:
        kiosk = queries.kiosk_or_404(session, loaded(slug, identity), kiosk_id)
        before = {"generation": kiosk.generation, "expires_at": kiosk.expires_at.isoformat()}
        services.end(kiosk)
    undo = flask.url_for("kiosks.let_go_on", slug=slug, identity=identity, kiosk_id=kiosk_id)
    undoing.offer(_("The link no longer works, nor does a tablet it has opened."), undo, **before)
    return back(slug, identity)


@blueprint.post("/<int:kiosk_id>/go-on")
@requires(Permission.ACTIVITY_EDIT)
@records(Act.TABLET_CHANGED)
def let_go_on(slug: str, identity: int, kiosk_id: int) -> flask.typing.ResponseReturnValue:
    """Undo the end just made."""
    loaded(slug, identity)
    before = undoing.gone()
    expires_at = datetime.fromisoformat(before["expires_at"])
    return change(
        slug,
        identity,
        kiosk_id,
        lambda kiosk: services.let_go_on(kiosk, before["generation"], expires_at),
        _("The link works again, also on the tablets it had opened."),
    )


def change(
    slug: str, identity: int, kiosk_id: int, verb: Callable[[Kiosk], None], done: str
) -> flask.typing.ResponseReturnValue:
    with writing(db) as session:
        verb(queries.kiosk_or_404(session, loaded(slug, identity), kiosk_id))
    flask.flash(done)
    return back(slug, identity)


def back(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    return flask.redirect(flask.url_for("overview.ways.index", slug=slug, identity=identity))
