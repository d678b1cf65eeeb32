"""Adding, changing and removing a contact person, and their photo."""

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
from participation.project_page import queries, services
from participation.project_page.forms import ContactForm
from participation.project_page.routes.undo import offer_undo
from participation.projects.access import project_at
from participation.removals import services as removals
from participation.responses.photos.services import encoded

blueprint = flask.Blueprint("contacts", __name__, url_prefix="/projects/<slug>/page/contacts")
FIELDS = ("name", "role", "phone", "email", "hours")


@blueprint.route("/new", methods=["GET", "POST"], endpoint="add")
@blueprint.route("/<int:contact_id>", methods=["GET", "POST"], endpoint="edit")
@requires(Permission.PROJECT_EDIT)
@records(Act.PROJECT_PAGE_CHANGED)
def edit(slug: str, contact_id: int | None = None) -> flask.typing.ResponseReturnValue:
    """A new contact person, or other words about one."""
    project = project_at(slug)
    found = queries.contact_or_404(db.session(), project, contact_id) if contact_id else None
    form = ContactForm(data={name: getattr(found, name) for name in FIELDS} if found else None)
    has_photo = bool(found and found.has_photo)
    try:
        if form.validate_on_submit():
            save(form, slug, contact_id, encoded(form.photo.data.read()) if form.photo.data else None)
            flask.flash(_("Saved."))
            return back(slug)
    except Refused as refused:
        form.photo.errors = [refused.message]
    page = flask.render_template(
        "project_page/contact.html", project=project_at(slug), form=form, contact_id=contact_id, has_photo=has_photo
    )
    return page, 422 if form.is_submitted() else 200


def save(form: ContactForm, slug: str, contact_id: int | None, photo: bytes | None) -> None:
    """Store what the form says; `photo`: a new one, encoded anew."""
    with writing(db) as session:
        project = project_at(slug)
        known = queries.contact_or_404(session, project, contact_id) if contact_id else None
        contact = known or services.add_contact(session, project)
        for name in FIELDS:
            setattr(contact, name, (form[name].data or "").strip())
        if photo is not None or form.without_photo.data:
            services.set_photo(contact, photo)


@blueprint.post("/<int:contact_id>/delete")
@requires(Permission.PROJECT_EDIT)
@records(Act.PROJECT_PAGE_CHANGED)
def delete(slug: str, contact_id: int) -> flask.typing.ResponseReturnValue:
    """Somebody else is talked to."""
    with writing(db) as session:
        project = project_at(slug)
        removed = removals.remove(session, project.id, queries.contact_or_404(session, project, contact_id))
    offer_undo(_("The contact person is removed."), slug, removed)
    return back(slug)


@blueprint.get("/<int:contact_id>/photo.jpg")
@requires(Permission.PROJECT_EDIT)
def photo(slug: str, contact_id: int) -> flask.Response:
    """The photo, for those who work on the page."""
    found = queries.contact_or_404(db.session(), project_at(slug), contact_id).photo
    if found is None:
        flask.abort(404)
    return flask.Response(found, mimetype="image/jpeg")


def back(slug: str) -> flask.typing.ResponseReturnValue:
    return flask.redirect(flask.url_for("project_page.planner.index", slug=slug) + "#contacts")
