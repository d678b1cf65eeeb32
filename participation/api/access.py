"""Who reads: the token that a program shows, and which collections it opens."""

from __future__ import annotations

from collections.abc import Sequence

import flask
from flask_babel import gettext as _
from limits import RateLimitItemPerHour
from sqlalchemy.orm import Session
from werkzeug.exceptions import NotFound

from participation.api.offered import Collection, collection_with, collections
from participation.api.representation import HTML, wanted
from participation.audit.recording import concerning
from participation.errors import Refused
from participation.extensions import db
from participation.failure_limits import watch
from participation.tokens import services
from participation.tokens.queries import WorkingToken, token_for
from participation.unchanged import until_changed

REALM = 'realm="Lokalkjent"'


def shown() -> WorkingToken | None:
    """The token shown with this request, None where there is none. Refused (401) for one that does not work.

    As a bearer's, or as the password of a basic sign-in, which is what the windows of GIS programs offer.
    """
    if "api_token" not in flask.g:
        flask.g.api_token = _token(flask.request.headers["Authorization"]) if _is_shown() else None
    token: WorkingToken | None = flask.g.api_token
    return token


def may_read(collection: Collection, token: WorkingToken | None) -> bool:
    """What is published of a public project is for all; the rest is for the project's own tokens, all of it for full ones."""
    if token is None or token.project_id != collection.project.id:
        return collection.is_public
    return token.full or not collection.sort.is_full


def readable(session: Session) -> Sequence[Collection]:
    """The collections that whoever asks may read."""
    token = shown()
    return [one for one in collections(session) if may_read(one, token) and one.is_offered(session)]


def collection_at(session: Session, identity: str) -> Collection:
    """The collection with this id, for who may read it; else Refused (401, 403), and a missing one is a 404."""
    found = until_changed(("collection", identity), lambda: collection_with(session, identity))
    if found is None:
        raise NotFound
    _check(found)
    if not found.is_offered(session):
        raise NotFound
    return found


def _check(collection: Collection) -> None:
    """Refused for who may not read it: 401 without a token, 403 with one to something else."""
    token = shown()
    if may_read(collection, token):
        return
    if token is None:
        _challenge()
        raise Refused(_("This layer needs a token. A planner of the project can make one."), 401)
    if token.project_id != collection.project.id:
        raise Refused(_("This token is to another project. A planner of this project can make one."), 403)
    raise Refused(
        _("This token is only to what is published. For this layer, a planner can make one to everything."), 403
    )


def note(collection_id: str, activity_id: int | None) -> None:
    """Say in the log what was read with a token; what all may read is not logged."""
    token = shown()
    if token is None:
        concerning(count=0)
    else:
        concerning(activity_id=activity_id)
        services.used(token, collection_id)


def _is_shown() -> bool:
    return "Authorization" in flask.request.headers


def _token(header: str) -> WorkingToken:
    given = flask.request.authorization
    secret = (given.password if given.type == "basic" else given.token) if given else None
    found = token_for(db.session(), secret) if secret and header else None
    if found is None:
        rate = RateLimitItemPerHour(flask.current_app.config["WRONG_CODES_PER_HOUR"])
        watch("wrong tokens", rate, lambda response: response.status_code == 401)
        _challenge(', error="invalid_token"')
        message = _(
            "This token does not work: it is mistyped, over or revoked. A planner of the project can make a new one."
        )
        raise Refused(message, 401)
    return found


def _challenge(why: str = "") -> None:
    """Say how to show a token; only a person's browser is told of the way that makes it open a window."""
    is_page = _wants_page()

    def add(response: flask.Response) -> flask.Response:
        response.headers.add("WWW-Authenticate", f"Bearer {REALM}{why}")
        if is_page:
            response.headers.add("WWW-Authenticate", f"Basic {REALM}")
        return response

    flask.after_this_request(add)


def _wants_page() -> bool:
    try:
        return wanted() == HTML
    except Refused:  # of what is asked for the token is told of first, as by Accept: application/geo+json
        return False
