"""The planner's projects."""

from __future__ import annotations

import flask

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.extensions import db
from participation.projects import queries

blueprint = flask.Blueprint("projects", __name__)


@blueprint.get("/projects")
@requires(Permission.PROJECT_SEE)
def index() -> str:
    """Every project of the installation."""
    return flask.render_template("projects/index.html", projects=queries.projects(db.session()))
