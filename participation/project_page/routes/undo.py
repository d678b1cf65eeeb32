"""Bringing back a phase or a contact person that was just removed."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation import undoing
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.extensions import db
from participation.projects.access import project_at
from participation.removals import services as removals

blueprint = flask.Blueprint("undo", __name__, url_prefix="/projects/<slug>/page")
# What is removed here, and where on the page it stands.
PARTS = {"phase": "phases", "contact_person": "contacts"}


@blueprint.post("/undo", endpoint="bring_back")
@requires(Permission.PROJECT_EDIT)
@records(Act.PROJECT_PAGE_CHANGED)
def bring_back(slug: str) -> flask.typing.ResponseReturnValue:
    """As it was."""
    project_at(slug)
    removed = removals.Removed(**undoing.gone())
    with writing(db) as session:
        kind = removals.bring_back(session, project_at(slug).id, removed, PARTS)
    flask.flash(_("It is back as it was."))
    return flask.redirect(flask.url_for("project_page.planner.index", slug=slug, _anchor=PARTS[kind]))


def offer_undo(told: str, slug: str, removed: removals.Removed) -> None:
    """Tell what was removed, with the button that brings it back."""
    undoing.offer(told, flask.url_for("project_page.undo.bring_back", slug=slug), **removed._asdict())
