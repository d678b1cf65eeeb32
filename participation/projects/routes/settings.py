"""What a project is, its privacy fields and its area."""

from __future__ import annotations

import flask
from flask_babel import gettext as _

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects.access import project_at
from participation.projects.files import uploads
from participation.projects.forms import AreaForm, SettingsForm
from participation.projects.models import Project
from participation.projects.routes.blueprint import blueprint


@blueprint.route("/<slug>/settings", methods=["GET", "POST"])
@requires(Permission.PROJECT_EDIT)
@records(Act.PROJECT_CHANGED)
def settings(slug: str) -> flask.typing.ResponseReturnValue:
    """The settings, with what is missing before a class can open."""
    project = project_at(slug)
    form = SettingsForm(obj=project)
    if not form.validate_on_submit():
        return settings_page(project, form, AreaForm(formdata=None)), 422 if form.is_submitted() else 200
    with writing(db):
        form.populate_obj(project_at(slug))
    flask.flash(_("Saved."))
    return flask.redirect(flask.url_for("projects.settings", slug=slug))


@blueprint.post("/<slug>/area")
@requires(Permission.PROJECT_EDIT)
@records(Act.AREA_CHANGED)
def area(slug: str) -> flask.typing.ResponseReturnValue:
    """Another area, from a file."""
    project = project_at(slug)
    form = AreaForm()
    if form.validate_on_submit():
        try:
            shape = uploads.area(form.area.data)
            with writing(db):
                project_at(slug).area = shape
            flask.flash(_("The area is replaced. Marks outside it are refused from now on."))
            return flask.redirect(flask.url_for("projects.settings", slug=slug) + "#area-heading")
        except Refused as refused:
            form.area.errors = [refused.message]
    return settings_page(project, SettingsForm(formdata=None, obj=project), form), 422


@blueprint.post("/<slug>/area/remove")
@requires(Permission.PROJECT_EDIT)
@records(Act.AREA_CHANGED)
def area_remove(slug: str) -> flask.typing.ResponseReturnValue:
    """No area: anything is inside."""
    with writing(db):
        project_at(slug).area = None
    flask.flash(_("The project has no area now. Marks anywhere are taken in."))
    return flask.redirect(flask.url_for("projects.settings", slug=slug) + "#area-heading")


def settings_page(project: Project, form: SettingsForm, area_form: AreaForm) -> str:
    missing = [form[name] for name in project.missing_privacy_fields]
    return flask.render_template(
        "projects/settings.html", project=project, form=form, area_form=area_form, missing=missing
    )
