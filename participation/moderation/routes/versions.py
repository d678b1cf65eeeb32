"""*Ubrukte versjoner*: what devices sent for an answer that had been handed in already."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.queries import activity_or_404
from participation.audit.acts import Act
from participation.audit.recording import reads, records
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.moderation import services, versions
from participation.moderation.routes.blueprint import blueprint
from participation.projects.access import project_at

VERSIONS = "/activities/<int:identity>/versions"


@blueprint.get(VERSIONS)
@requires(Permission.RESPONSE_MODERATE)
@reads(Act.VERSIONS_READ)
def unused(slug: str, identity: int) -> str:
    """Each beside the one that counts."""
    activity = activity_or_404(db.session(), project_at(slug), identity)
    return flask.render_template(
        "moderation/versions.html",
        project=activity.project,
        activity=activity,
        versions=versions.described(db.session(), activity),
    )


@blueprint.post(f"{VERSIONS}/<int:version_id>/use")
@requires(Permission.RESPONSE_MODERATE)
@records(Act.VERSION_USED)
def use(slug: str, identity: int, version_id: int) -> flask.typing.ResponseReturnValue:
    """Let the version count instead of the one that does."""
    try:
        with writing(db) as session:
            activity = activity_or_404(session, project_at(slug), identity)
            services.use_kept_body(session, activity, version_id)
        flask.flash(
            _("The version counts now. The one that counted before stands here instead, so you can change back.")
        )
    except Refused as refused:
        flask.flash(refused.message, "error")
    return back(slug, identity)


@blueprint.post(f"{VERSIONS}/<int:version_id>/discard")
@requires(Permission.RESPONSE_DELETE)
@records(Act.VERSION_DISCARDED)
def discard(slug: str, identity: int, version_id: int) -> flask.typing.ResponseReturnValue:
    """Delete an unused version."""
    with writing(db) as session:
        activity = activity_or_404(session, project_at(slug), identity)
        services.discard_kept_body(session, activity, version_id)
    flask.flash(_("The version is deleted."))
    return back(slug, identity)


def back(slug: str, identity: int) -> flask.typing.ResponseReturnValue:
    return flask.redirect(flask.url_for("moderation.unused", slug=slug, identity=identity))
