"""What a reader sees when something is wrong: a sentence, where, and how to go on; JSON for the device's own calls."""

from __future__ import annotations

import flask
from flask_babel import gettext as _
from flask_login import AnonymousUserMixin
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException, RequestedRangeNotSatisfiable

from participation.database import DatabaseBusy
from participation.problem_details import asks_for_a_program, problem
from participation.reasons import NO_ROOM

RETRY_AFTER_SECONDS = 3
AWAY = ("locked", "busy", "full", "disk i/o", "readonly", "unable to open", "could not extend", "no space")


class Refused(Exception):
    """A request that cannot be carried out: `message` in the reader's language and the HTTP `status` to give it."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.message = message
        self.status = status


def register(app: flask.Flask) -> None:
    """Bind the handlers to `app`."""
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(Refused, lambda refused: answer(refused.status, refused.message))
    app.register_error_handler(DatabaseBusy, busy)
    app.register_error_handler(PoolTimeout, busy)
    app.register_error_handler(DBAPIError, database_error)
    app.register_error_handler(OSError, disk_error)


def http_error(error: HTTPException) -> flask.typing.ResponseReturnValue:
    """Any HTTP error, redirects excepted."""
    if error.response is not None or (error.code or 500) < 400:
        return error
    status = error.code or 500
    response = answer(status, sentence(status), retry_after(error) if status == 429 else None)
    if status == 405 and hasattr(error, "valid_methods"):
        response.headers["Allow"] = ", ".join(error.valid_methods or ())
    if isinstance(error, RequestedRangeNotSatisfiable) and error.length is not None:
        response.headers["Content-Range"] = f"{error.units} */{error.length}"
    return response


def retry_after(error: HTTPException) -> int:
    wait = getattr(error, "retry_after", None)
    return min(wait, 600) if isinstance(wait, int) else 60


def busy(_error: Exception) -> flask.Response:
    """The store is busy: nothing was lost, try again."""
    # The page does not ask the store who reads: that would fail again, and nothing would be left to show.
    flask.g._login_user = AnonymousUserMixin()
    message = _("The server has a lot to do right now. Nothing is lost. Try again in a few seconds.")
    return answer(503, message, RETRY_AFTER_SECONDS)


def database_error(error: DBAPIError) -> flask.typing.ResponseReturnValue:
    """A store that cannot write (locked, full, away) is 503; anything else is a fault of ours and is raised."""
    if not store_is_away(error):
        raise error
    flask.current_app.logger.error("the store cannot be used now: %s", error.orig)
    return busy(error)


def disk_error(error: OSError) -> flask.typing.ResponseReturnValue:
    """A full disk is 503; anything else is a fault of ours and is raised."""
    if error.errno not in NO_ROOM:
        raise error
    flask.current_app.logger.error("there is no room on the disk: %s", error)
    message = _("There is no room on the server's disk. Nothing you have sent is lost. Tell the person who runs it.")
    return answer(503, message, RETRY_AFTER_SECONDS)


def store_is_away(error: DBAPIError) -> bool:
    """True when the store is locked, full or cannot be reached, rather than asked wrongly."""
    text = str(error.orig).lower()
    return (
        error.connection_invalidated
        or any(word in text for word in AWAY)
        or "OperationalError" in type(error.orig).__name__
    )


def answer(status: int, message: str, wait: int | None = None) -> flask.Response:
    """A page; for calls under /api JSON `{"error"}`, for programs under /ogc what they expect."""
    if flask.request.path.startswith("/api/"):
        response = flask.jsonify(error=message)
    elif asks_for_a_program():
        response = problem(status, message)
    else:
        response = flask.make_response(flask.render_template("errors/error.html", status=status, message=message))
    response.status_code = status
    if wait:
        response.headers["Retry-After"] = str(wait)
    return response


def sentence(status: int) -> str:
    """What HTTP status `status` means to a person."""
    sentences = {
        400: _("The server could not read what was sent. Go back, load the page again and try once more."),
        401: _("You must sign in to see this."),
        403: _("You do not have the right to this. Ask the person who runs the project."),
        404: _("There is no page here. The link may be old or mistyped."),
        405: _("This address cannot be used in that way."),
        410: _("This is closed."),
        413: _("What you sent is too large."),
        415: _("The server expects JSON here (Content-Type: application/json)."),
        416: _("The file has no such part. Fetch all of it."),
        429: _("Too many wrong tries from this network. Wait a little and try again."),
        503: _("The server has a lot to do right now. Nothing is lost. Try again in a few seconds."),
    }
    return sentences.get(status, _("Something went wrong on our side. Nothing you have sent is lost. Try again soon."))
