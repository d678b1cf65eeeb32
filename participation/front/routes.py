"""The front page, joining by code, and the static texts."""

from __future__ import annotations

import flask

from participation.accounts.access import public
from participation.class_sessions.codes import CLASS_CODE_LENGTH
from participation.extensions import db
from participation.projects import queries as projects
from participation.safeguards.keyed_codes import normalise

blueprint = flask.Blueprint("front", __name__)


@blueprint.get("/")
@public
def index() -> str:
    """Join a class by code, open surveys, projects, sign in."""
    return flask.render_template(
        "front/index.html", projects=projects.projects(db.session()), code_length=CLASS_CODE_LENGTH
    )


@blueprint.get("/join")
@public
def join() -> flask.typing.ResponseReturnValue:
    """From the code field to the class; an empty field stays here."""
    code = normalise(flask.request.args.get("code", ""))[:20]
    return flask.redirect(f"/c/{code}" if code else flask.url_for("front.index"), 303)


@blueprint.get("/personvern")
@public
def privacy() -> str:
    """How the installation treats what people tell it."""
    return flask.render_template("front/privacy.html")


@blueprint.get("/tilgjengelighet")
@public
def accessibility() -> str:
    """The accessibility statement."""
    return flask.render_template("front/accessibility.html")


@blueprint.get("/healthz")
@public
def health() -> flask.typing.ResponseReturnValue:
    """200 while the process lives."""
    return flask.jsonify(status="ok")
