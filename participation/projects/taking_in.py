"""The steps in which a file is taken in, whatever it holds: keep it, look at it on the map, say which field is what, take it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
from participation.projects import extent
from participation.projects.access import project_at
from participation.projects.file_forms import ReadingForm
from participation.projects.file_map import file_map
from participation.projects.files import uploads
from participation.projects.files.layer import Layer
from participation.projects.files.preview import Preview, preview
from participation.projects.files.report import FileRead
from participation.projects.files.systems import system_of
from participation.projects.models import Project

Read = FileRead[Any]
TO_LOOK = ("look", "offer")


@dataclass(frozen=True)
class Intake:
    """What is particular to a kind of rows. `read` and `store` get the form in which the planner said what the fields are.

    `form` gets the file's name too. `guesses`: of each of the form's fields, what it probably is; `areas`: only areas are of
    use; `done_endpoint`: where to go on; `carry_out`: for what is written in several transactions, instead of `store`.
    """

    fields_endpoint: str
    done_endpoint: str
    template: str
    form: Callable[[Preview, str], ReadingForm]
    guesses: Callable[[Preview], Mapping[str, str | None]]
    read: Callable[[Path, Any], Read]
    told: Callable[[int], str]
    store: Callable[[Session, Project, Any, Read], None] | None = None
    carry_out: Callable[[str, Any, Read], None] | None = None
    areas: bool = False
    needs_fields: bool = True
    anchor: str = ""


def keep(field: FileField, slug: str, intake: Intake, **where: Any) -> flask.typing.ResponseReturnValue | None:
    """Go on to the fields of the uploaded file; None when it is refused, and why stands at the field.

    `where`: what else the intake's addresses take.
    """
    token = None
    try:
        token = uploads.take(field.data)
        seen = preview(uploads.path_of(token), Layer(areas=intake.areas))
        if intake.needs_fields and not seen.fields and len(seen.layers) < 2:
            raise Refused(_("The rows of the file have no fields, so nothing says what they are called."))
    except Refused as refused:
        if token:
            uploads.forget(token)
        field.errors = [refused.message]
        return None
    return flask.redirect(flask.url_for(intake.fields_endpoint, slug=slug, token=token, **where))


def take_in(slug: str, token: str, intake: Intake, **where: Any) -> flask.typing.ResponseReturnValue:
    """A file without problems is taken in; one with problems when the planner has seen them and says so, whole rows only."""
    project = project_at(slug)
    path = uploads.path_of(token)
    seen = looked_into(path, project, intake)
    form = intake.form(seen, uploads.name_of(token))
    only_look = flask.request.method == "GET" or any(name in flask.request.form for name in TO_LOOK)
    form.offer(seen, only_look)
    if only_look:
        guess(form, intake.guesses(seen))
    whole = not only_look and form.validate_on_submit()
    read, refused = tried(intake, path, form) if whole else (None, "")
    done_address = flask.url_for(intake.done_endpoint, slug=slug, **where)
    if read and read.rows and may_be_taken(read, form.accepted.data):
        carry_out(intake, slug, form, read)
        uploads.forget(token)
        flask.flash(intake.told(len(read.rows)))
        return flask.redirect(done_address + intake.anchor)
    answer = flask.render_template(
        intake.template,
        project=project,
        form=form,
        preview=seen,
        report=read and read.report,
        file_name=uploads.name_of(token),
        map=file_map(seen, extent.map_bounds(db.session(), project)),
        done_address=done_address,
        refused=refused,
        needs_fields=intake.needs_fields,
    )
    return answer, 200 if only_look else 422


def tried(intake: Intake, path: Path, form: ReadingForm) -> tuple[Read | None, str]:
    """What is read, or why the file as a whole is refused."""
    try:
        return intake.read(path, form), ""
    except Refused as refused:
        return None, refused.message


def carry_out(intake: Intake, slug: str, form: ReadingForm, read: Read) -> None:
    """Write what was read."""
    if intake.carry_out:
        intake.carry_out(slug, form, read)
        return
    assert intake.store is not None
    with writing(db) as session:
        intake.store(session, project_at(slug), form, read)


def looked_into(path: Path, project: Project, intake: Intake) -> Preview:
    """The file as the planner has said so far that it is to be read."""
    said = flask.request.form
    system = system_of(said.get("offer") or said.get("epsg") or said.get("crs"))
    home = extent.surroundings(db.session(), project)
    return preview(path, Layer(said.get("layer"), intake.areas), system, home)


def guess(form: ReadingForm, guesses: Mapping[str, str | None]) -> None:
    """Where nothing is chosen that the file has, or nothing at all yet, choose what it probably is."""
    untouched = flask.request.method == "GET"
    for name, probable in guesses.items():
        field = form[name]
        values = [choice.value for choice in field.choices]
        if values and (field.data not in values or (untouched and not field.data)):
            field.data = probable or values[0]


def may_be_taken(read: Read, agreed: str | None) -> bool:
    """True without problems, or when the planner agreed to just as many whole rows."""
    return not (read.report.rejected or read.report.partial) or agreed == str(read.report.accepted)
