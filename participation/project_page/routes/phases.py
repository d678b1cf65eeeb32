"""Adding, changing and removing a phase."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.extensions import db
from participation.project_page import queries, services
from participation.project_page.forms import PhaseForm
from participation.project_page.routes.undo import offer_undo
from participation.projects.access import project_at
from participation.removals import services as removals

blueprint = flask.Blueprint("phases", __name__, url_prefix="/projects/<slug>/page/phases")


@blueprint.route("/new", methods=["GET", "POST"], endpoint="add")
@blueprint.route("/<int:phase_id>", methods=["GET", "POST"], endpoint="edit")
@requires(Permission.PROJECT_EDIT)
@records(Act.PROJECT_PAGE_CHANGED)
def edit(slug: str, phase_id: int | None = None) -> flask.typing.ResponseReturnValue:
    """A new phase, or another version of one."""
    project = project_at(slug)
    form = PhaseForm(obj=queries.phase_or_404(db.session(), project, phase_id) if phase_id else None)
    if not form.validate_on_submit():
        page = flask.render_template("project_page/phase.html", project=project, form=form, phase_id=phase_id)
        return page, 422 if form.is_submitted() else 200
    with writing(db) as session:
        project = project_at(slug)
        phase = queries.phase_or_404(session, project, phase_id) if phase_id else services.add_phase(session, project)
        form.populate_obj(phase)
    flask.flash(_("Saved."))
    return back(slug)


@blueprint.post("/<int:phase_id>/delete")
@requires(Permission.PROJECT_EDIT)
@records(Act.PROJECT_PAGE_CHANGED)
def delete(slug: str, phase_id: int) -> flask.typing.ResponseReturnValue:
    """The phase is no more."""
    with writing(db) as session:
        project = project_at(slug)
        removed = removals.remove(session, project.id, queries.phase_or_404(session, project, phase_id))
    offer_undo(_("The phase is removed."), slug, removed)
    return back(slug)


def back(slug: str) -> flask.typing.ResponseReturnValue:
    return flask.redirect(flask.url_for("project_page.planner.index", slug=slug) + "#phases")
