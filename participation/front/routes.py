"""The front page, joining by code, and the static texts."""

from __future__ import annotations

import flask

from participation import catalogues, languages
from participation.accounts.access import public
from participation.activities import queries as activities
from participation.class_sessions.codes import CLASS_CODE_LENGTH
from participation.extensions import csrf, db
from participation.front.readiness import readiness
from participation.front.told_about import privacy_facts
from participation.languages import for_participants
from participation.safeguards.keyed_codes import normalise

blueprint = flask.Blueprint("front", __name__)


@blueprint.get("/")
@public
@for_participants
def index() -> str:
    """Join a class by code, open surveys, projects, sign in."""
    return flask.render_template(
        "front/index.html",
        surveys=activities.open_to_all(db.session()),
        projects=activities.projects_asking(db.session()),
        code_length=CLASS_CODE_LENGTH,
    )


@blueprint.route("/join", methods=["GET", "POST"])
@csrf.exempt
@public
@for_participants
def join() -> flask.typing.ResponseReturnValue:
    """From the code field to the class; an empty field stays here. Changes nothing, so anyone may post it."""
    code = normalise(flask.request.values.get("code", ""))[:20]
    if not code:
        return flask.redirect(flask.url_for("front.index"), 303)
    return flask.redirect(flask.url_for("responses.pupil", code=code, lang=no_class_language()), 303)


def no_class_language() -> str | None:
    """The language the reader has chosen, where no class has it; else the class shows its own."""
    chosen = languages.chosen()
    return None if chosen in catalogues.languages(catalogues.PLANNERS) else chosen


@blueprint.get("/personvern")
@public
@for_participants
def privacy() -> str:
    """How the installation treats what people tell it."""
    return flask.render_template("front/privacy.html", facts=privacy_facts(db.session()))


@blueprint.get("/tilgjengelighet")
@public
@for_participants
def accessibility() -> str:
    """The accessibility statement."""
    return flask.render_template("front/accessibility.html")


@blueprint.get("/healthz")
@public
def health() -> flask.typing.ResponseReturnValue:
    """200 while the process lives."""
    return flask.jsonify(status="ok")


@blueprint.get("/readyz")
@public
def ready() -> flask.typing.ResponseReturnValue:
    """200 when answers can be taken in, else 503; JSON says which part is wrong."""
    found = readiness()
    return flask.jsonify(found), 200 if found["ready"] else 503


@blueprint.get("/robots.txt")
@public
def robots() -> flask.Response:
    """Search engines may read the front page and the texts, never links to classes."""
    kept_out = (
        "/c/",
        "/t/",
        "/classroom/",
        "/projector/",
        "/api/",
        "/tiles/",
        "/receipt",
        "/login",
        "/projects",
        "/invitation/",
        "/account",
        "/people",
    )
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in kept_out)]
    return flask.Response("\n".join(lines) + "\n", mimetype="text/plain")
