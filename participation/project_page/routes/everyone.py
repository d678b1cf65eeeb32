"""The project's page as everyone sees it: what it is about, where it stands, what is open, what was told, whom to talk to."""

from __future__ import annotations

import flask

from participation.accounts.access import public
from participation.clock import local, now
from participation.extensions import db
from participation.languages import for_participants
from participation.project_page import queries
from participation.projects.access import public_project_at

blueprint = flask.Blueprint("everyone", __name__, url_prefix="/p/<slug>")


@blueprint.get("", endpoint="show")
@public
@for_participants
def show(slug: str) -> str:
    """The page; 404 where it is not for everyone."""
    project = public_project_at(slug)
    return flask.render_template(
        "project_page/show.html",
        project=project,
        phases=queries.phases(db.session(), project),
        contacts=queries.contacts(db.session(), project),
        surveys=queries.open_to_all_in(db.session(), project),
        told=queries.told_on_a_map_in(db.session(), project),
        today=local(now()).date(),
    )


@blueprint.get("/contacts/<int:contact_id>.jpg")
@public
def photo(slug: str, contact_id: int) -> flask.Response:
    """A contact person's photo."""
    project = public_project_at(slug)
    found = queries.contact_or_404(db.session(), project, contact_id).photo
    if found is None:
        flask.abort(404)
    response = flask.Response(found, mimetype="image/jpeg")
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response
