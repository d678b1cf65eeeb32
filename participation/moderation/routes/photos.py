"""Looking at the photos of an activity's answers, hiding them, and taking them along."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.audit.acts import Act
from participation.audit.recording import concerning, reads, records
from participation.database import writing
from participation.extensions import db
from participation.moderation import photos
from participation.moderation.routes.blueprint import blueprint
from participation.projects.access import project_at, refuse_who_has_left
from participation.sent_file import made_and_sent

PHOTOS = "/activities/<int:identity>/photos"


def _activity(slug: str, identity: int) -> Activity:
    return activity_or_404(db.session(), project_at(slug), identity)


@blueprint.get(PHOTOS)
@requires(Permission.RESPONSE_SEE)
@reads(Act.PHOTOS_READ)
def all_photos(slug: str, identity: int) -> str:
    """Some photos at a time, the newest first."""
    activity = _activity(slug, identity)
    total = photos.count(db.session(), activity)
    pages = max(1, -(-total // photos.A_PAGE))
    number = min(max(1, flask.request.args.get("page", 1, type=int)), pages)
    return flask.render_template(
        "moderation/photos.html",
        project=activity.project,
        activity=activity,
        photos=photos.shown(db.session(), activity, number),
        total=total,
        number=number,
        pages=pages,
    )


@blueprint.get(f"{PHOTOS}/<name>.jpg")
@requires(Permission.RESPONSE_SEE)
@reads(Act.PHOTOS_READ)
def photo(slug: str, identity: int, name: str) -> flask.Response:
    """One photo."""
    found = photos.jpeg(db.session(), _activity(slug, identity), name)
    if found is None:
        flask.abort(404)
    return flask.Response(found, mimetype="image/jpeg")


@blueprint.post(f"{PHOTOS}/<name>/<any(hide, restore):verb>")
@requires(Permission.RESPONSE_MODERATE)
@records(Act.PHOTO_HIDDEN)
def decide(slug: str, identity: int, name: str, verb: str) -> flask.typing.ResponseReturnValue:
    """Hide a photo, or show it again."""
    concerning(act=Act.PHOTO_HIDDEN if verb == "hide" else Act.PHOTO_RESTORED)
    with writing(db) as session:
        activity = activity_or_404(session, project_at(slug), identity)
        photos.hide(session, activity, name, verb == "hide")
    flask.flash(_("The photo is hidden. Downloads leave it out.") if verb == "hide" else _("The photo is shown again."))
    page = flask.request.args.get("page", 1, type=int)
    return flask.redirect(flask.url_for("moderation.all_photos", slug=slug, identity=identity, page=page))


@blueprint.get(f"{PHOTOS}.zip")
@requires(Permission.RESPONSE_EXPORT)
@reads(Act.PHOTOS_EXPORTED, each_time=True)
def photo_files(slug: str, identity: int) -> flask.Response:
    """All photos that are not hidden as one file."""
    activity = _activity(slug, identity)
    name = f"{slug}-{identity}-photos.zip"
    answer = made_and_sent(lambda path: photos.write_zip(db.session(), activity, path), "application/zip", name)
    refuse_who_has_left(slug)
    return answer
