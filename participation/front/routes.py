"""The front page and the static texts."""

from __future__ import annotations

import flask

from participation.accounts.access import public

blueprint = flask.Blueprint("front", __name__)


@blueprint.get("/")
@public
def index() -> str:
    """Join a class by code, open surveys, projects, sign in."""
    return flask.render_template("front/index.html")


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
