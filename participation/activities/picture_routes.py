"""Pictures of questionnaires, for whoever answers them."""

from __future__ import annotations

import flask

from participation.accounts.access import public
from participation.activities import pictures
from participation.extensions import db
from surveys.picture import mime_type

FOREVER = "public, max-age=31536000, immutable"


@public
def picture(identity: int, number: int, name: str) -> flask.Response:
    """A picture of a published version, which never changes."""
    found = pictures.picture(db.session, identity, number, name)
    if found is None:
        flask.abort(404)
    response = flask.Response(found, mimetype=mime_type(name))
    response.headers["Cache-Control"] = FOREVER
    return response


def register(app: flask.Flask) -> None:
    """Beside the survey itself, which is no planner's page."""
    app.add_url_rule("/a/<int:identity>/pictures/<int:number>/<name>", "activities.picture", picture)
