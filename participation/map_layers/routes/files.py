"""A layer from a file with places, lines or areas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import flask
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.audit.acts import Act
from participation.audit.recording import records
from participation.map_layers import services, vector_rows
from participation.map_layers.forms import LayerFieldsForm, LayerFileForm
from participation.map_layers.routes.blueprint import blueprint
from participation.map_layers.routes.index import page
from participation.projects.access import project_at
from participation.projects.file_forms import field_choices
from participation.projects.file_map import together
from participation.projects.files.preview import Preview
from participation.projects.models import Project
from participation.projects.taking_in import Intake, keep, take_in


def fields_form(seen: Preview, file_name: str) -> LayerFieldsForm:
    form = LayerFieldsForm()
    form.label_field.choices = field_choices(seen.fields, _("Nothing"))
    if flask.request.method == "GET":
        form.name.data = (seen.layer if len(seen.layers) > 1 else None) or Path(file_name).stem[:80]
    return form


def read(path: Path, form: Any) -> vector_rows.LayerRead:
    """The rows, and what is drawn of them."""
    found = vector_rows.read_shapes(path, form.reading())
    form.drawn = vector_rows.drawn(found.rows.values()) if found.rows else b"[]"
    return found


def store(session: Session, project: Project, form: Any, found: vector_rows.LayerRead) -> None:
    bounds = together([shape for shape, _attributes in found.rows.values()])
    assert bounds is not None
    made = services.add_vector_layer(session, project, form.name.data, form.drawn, bounds, len(found.rows))
    services.label(made, form.label_field.data or "")


LAYERS = Intake(
    fields_endpoint="map_layers.file_fields",
    done_endpoint="map_layers.index",
    template="map_layers/file_fields.html",
    form=fields_form,
    guesses=lambda seen: {"label_field": seen.guess("navn", "name", "tittel") or ""},
    read=read,
    store=store,
    told=lambda count: ngettext(
        "The layer with one row is taken in. Choose who sees it.",
        "The layer with %(num)s rows is taken in. Choose who sees it.",
        count,
    ),
    needs_fields=False,
)


@blueprint.post("/projects/<slug>/layers/files")
@requires(Permission.PROJECT_EDIT)
def file_upload(slug: str) -> flask.typing.ResponseReturnValue:
    """Keep the file and go on to how it is read."""
    project = project_at(slug)
    form = LayerFileForm()
    kept = keep(form.file, slug, LAYERS) if form.validate_on_submit() else None
    return kept or (page(project, file_form=form), 422)


@blueprint.route("/projects/<slug>/layers/files/<token>", methods=["GET", "POST"])
@requires(Permission.PROJECT_EDIT)
@records(Act.LAYERS_CHANGED)
def file_fields(slug: str, token: str) -> flask.typing.ResponseReturnValue:
    """Where the rows lie, and what is written beside them."""
    return take_in(slug, token, LAYERS)
