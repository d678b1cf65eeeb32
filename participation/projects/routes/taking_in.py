"""The steps in which a file is taken in, whatever it holds: keep it, say which field is what, look at the problems, take it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import flask
from flask_babel import gettext as _
from flask_wtf.file import FileField
from sqlalchemy.orm import Session

from participation.database import writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects.access import project_at
from participation.projects.files import uploads
from participation.projects.files.preview import Preview, preview
from participation.projects.files.report import FileRead
from participation.projects.models import Project

Read = FileRead[Any]


@dataclass(frozen=True)
class Intake:
    """What is particular to a kind of rows. `read` and `store` get the form in which the planner said what the fields are."""

    fields_endpoint: str
    template: str
    form: Callable[[Preview], Any]
    read: Callable[[Path, Any], Read]
    store: Callable[[Session, Project, Any, Read], None]
    told: Callable[[int], str]
    anchor: str = ""


def keep(
    field: FileField, kinds: tuple[str, ...], slug: str, intake: Intake
) -> flask.typing.ResponseReturnValue | None:
    """Go on to the fields of the uploaded file; None when it is refused, and why stands at the field."""
    try:
        token = uploads.take(field.data, kinds)
        if not preview(uploads.path_of(token)).fields:
            raise Refused(_("The rows of the file have no fields, so nothing says what they are called."))
    except Refused as refused:
        field.errors = [refused.message]
        return None
    return flask.redirect(flask.url_for(intake.fields_endpoint, slug=slug, token=token))


def take_in(slug: str, token: str, intake: Intake) -> flask.typing.ResponseReturnValue:
    """A file without problems is taken in; one with problems when the planner has seen them and says so, whole rows only."""
    project = project_at(slug)
    path = uploads.path_of(token)
    seen = preview(path)
    form = intake.form(seen)
    read = intake.read(path, form) if form.validate_on_submit() else None
    if read and read.rows and may_be_taken(read, form.accepted.data):
        with writing(db) as session:
            intake.store(session, project_at(slug), form, read)
        uploads.forget(token)
        flask.flash(intake.told(len(read.rows)))
        return flask.redirect(flask.url_for("projects.zones", slug=slug) + intake.anchor)
    facts = {"preview": seen, "report": read and read.report, "file_name": uploads.name_of(token)}
    answer = flask.render_template(intake.template, project=project, form=form, **facts)
    return answer, 422 if form.is_submitted() else 200


def may_be_taken(read: Read, agreed: str | None) -> bool:
    """True without problems, or when the planner agreed to just as many whole rows."""
    return not read.report.rejected or agreed == str(read.report.accepted)
