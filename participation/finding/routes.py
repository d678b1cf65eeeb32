"""*Finn*: one field for what people have said and marked, activities, zones and schools of a project."""

from __future__ import annotations

import flask

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import concerning, reads
from participation.extensions import db
from participation.finding import page
from participation.finding.asked import asked_in
from participation.projects.access import project_at

blueprint = flask.Blueprint("finding", __name__, url_prefix="/projects/<slug>/find")


@blueprint.get("", endpoint="index")
@requires(Permission.PROJECT_SEE)
@reads(Act.QUEUE_READ)
def index(slug: str) -> str:
    """What the address asks for, by kind; what people wrote, for those who may read it."""
    project = project_at(slug)
    asked = asked_in(flask.request.args)
    if not page.reads_texts(asked):
        concerning(count=0)
    return flask.render_template("finding/index.html", **page.content(db.session(), project, asked))
