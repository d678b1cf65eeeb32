"""A respondent's photos: whoever knows the UUID of the response, which is a secret, adds to it and sees what is there."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from limits import RateLimitItemPerHour
from sqlalchemy import select

from participation.accounts.access import public
from participation.database import writing
from participation.errors import Refused
from participation.extensions import csrf, db, failure_limits
from participation.languages import for_participants
from participation.responses import preview_links
from participation.responses.body import version_4
from participation.responses.models import Photo
from participation.responses.photos import services
from participation.responses.ways import ticket_of_request
from surveys.photo import MOST_BYTES_IN

blueprint = flask.Blueprint("photos", __name__, url_prefix="/api/responses/<uuid>/photos/<name>")

# A whole library on one address has enough; one who fills the disk has not.
PER_HOUR = RateLimitItemPerHour(600)


@blueprint.post("")
@csrf.exempt
@public
@for_participants
@failure_limits.limit("photos", lambda: PER_HOUR, lambda answer: answer.status_code != 503)
def add(uuid: str, name: str) -> flask.typing.ResponseReturnValue:
    """Take a photo in: the file's bytes as the body, `?activity=` what it is for; 201, or 200 when it was here before."""
    response_uuid, photo = identities(uuid, name)
    if (flask.request.content_length or 0) > MOST_BYTES_IN:
        raise Refused(
            _("The photo is larger than %(most)s MB. Choose a smaller one.", most=MOST_BYTES_IN // 10**6), 413
        )
    flask.request.max_content_length = MOST_BYTES_IN
    data = flask.request.get_data(cache=False)
    tried = preview_links.tried_with(ticket_of_request())
    is_new = services.take_in(response_uuid, photo, flask.request.args.get("activity", ""), data, tried)
    return {"photo": photo}, 201 if is_new else 200


@blueprint.delete("")
@csrf.exempt
@public
@for_participants
def remove(uuid: str, name: str) -> flask.typing.ResponseReturnValue:
    """Take a photo of a draft away."""
    response_uuid, photo = identities(uuid, name)
    with writing(db) as session:
        services.remove(session, response_uuid, photo)
    return "", 204


@blueprint.get("")
@public
@for_participants
def see(uuid: str, name: str) -> flask.Response:
    """The photo, to those who gave it."""
    response_uuid, photo = identities(uuid, name)
    found = db.session.scalar(select(Photo.jpeg).where(Photo.response_uuid == response_uuid, Photo.name == photo))
    if found is None:
        flask.abort(404)
    return flask.Response(found, mimetype="image/jpeg")


def identities(uuid: str, name: str) -> tuple[str, str]:
    """Both as version-4 UUIDs; refused with 400."""
    response_uuid, photo = version_4(uuid), version_4(name)
    if response_uuid is None or photo is None:
        raise Refused(_("The address must end in a version-4 UUID made on the device."), 400)
    return response_uuid, photo
