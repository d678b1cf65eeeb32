"""*Prosjektsiden*: what the public is told of the project, and whether it is."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.clock import local, now
from participation.database import writing
from participation.extensions import db
from participation.project_page import queries, services
from participation.projects.access import project_at

blueprint = flask.Blueprint("planner", __name__, url_prefix="/projects/<slug>/page")


@blueprint.get("", endpoint="index")
@requires(Permission.PROJECT_EDIT)
def index(slug: str) -> str:
    """Phases, contact persons, and the page's address."""
    project = project_at(slug)
    return flask.render_template(
        "project_page/index.html",
        project=project,
        phases=queries.phases(db.session(), project),
        contacts=queries.contacts(db.session(), project),
        today=local(now()).date(),
    )


@blueprint.post("/<any(show, hide):verb>")
@requires(Permission.PROJECT_EDIT)
@records(Act.PROJECT_PAGE_CHANGED)
def change(slug: str, verb: str) -> flask.typing.ResponseReturnValue:
    """Show the page to everyone, or to nobody."""
    with writing(db):
        project = project_at(slug)
        if verb == "show":
            services.show_to_everyone(project)
        else:
            services.hide_from_everyone(project)
    flask.flash(_("Everyone can see the project's page now.") if verb == "show" else _("The project's page is hidden."))
    return flask.redirect(flask.url_for("project_page.planner.index", slug=slug))
