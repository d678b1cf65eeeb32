"""`lokalkjent marks`: registrations made elsewhere."""

from __future__ import annotations

from pathlib import Path

import click
from flask_babel import gettext as _

from participation.audit.acts import Act
from participation.commands.application import application
from participation.commands.logged import logged
from participation.commands.output import give_report
from participation.commands.rows import activity_numbered
from participation.commands.systems import system_said
from participation.database import patient_writing, reading
from participation.extensions import db
from participation.projects.files.gdal_file import layers_in
from participation.projects.files.geofile import read_rows
from participation.projects.files.georow import Row
from participation.projects.files.layer import ONLY, Layer
from participation.projects.files.systems import System
from participation.registrations.own_fields import OwnFields, as_ours, names_in, own_fields, questions, with_names
from participation.registrations.rows_of_files import all_rows, with_own_texts
from participation.responses import imported_rows, importing
from participation.responses.registrations import Fields
from surveys.questionnaire import Question


@click.group("marks")
def command() -> None:
    """Marks of an activity."""


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--activity", required=True, help="the activity's id")
@click.option("--category-field", help="the field that holds each row's category; “:layer” for the name of its layer")
@click.option("--category", help="one category for every row")
@click.option("--comment-field", help="the field that holds what was said")
@click.option("--count-field", help="the field that holds how many people said it")
@click.option("--id-field", help='the field that says which rows are the same; “id” when left out, none for ""')
@click.option(
    "--respondent-field",
    help="the field that says which rows one respondent made; without it each row counts as a person's own, in what is published too",
)
@click.option("--cut", is_flag=True, help="the home ends of roads are cut already, as in what was exported from here")
@click.option("--layer", help="the layer, where the file has several")
@click.option("--all-layers", is_flag=True, help="every layer, where the file has several")
@click.option("--crs", help="EPSG code of the file's coordinates, whatever it says; 4326-swapped = latitude first")
@click.option("--json", "as_json", is_flag=True)
def import_(
    file: Path,
    activity: str,
    category_field: str | None,
    category: str | None,
    comment_field: str | None,
    count_field: str | None,
    id_field: str | None,
    respondent_field: str | None,
    cut: bool,
    layer: str | None,
    all_layers: bool,
    crs: str | None,
    as_json: bool,
) -> None:
    """Import points, lines and areas from GeoJSON, GeoPackage, Shapefile, GML, KML, or CSV with coordinates.

    Each row becomes an answer of its own, or with --respondent-field all rows of a respondent one. A row that was taken in
    before is known again and counts once. Fields called as follow-up questions of the activity are their answers. What was
    exported from here is known, and comes in as it was without any option.
    """
    if category and category_field:
        raise click.UsageError(_("Give --category-field or --category, not both."))
    if layer and all_layers:
        raise click.UsageError(_("Give --layer or --all-layers, not both."))
    said = Fields(category, category_field, comment_field, count_field, id_field, respondent_field, cut=cut)
    with application():
        with reading(db) as session:
            asked = questions(session, activity_numbered(session, activity))
        rows, own = rows_of(file, layer, all_layers, asked, system_said(crs))
        fields = with_names(as_ours(said, own), own)
        registrations, report = importing.read(rows, fields)
        with reading(db) as session:
            plan = importing.prepare(session, activity_numbered(session, activity), registrations, report)
        carry_out(plan, activity)
        _tell_of_comments(fields, own)
        give_report(report, as_json)


def _tell_of_comments(fields: Fields, own: OwnFields) -> None:
    """What was said may be much, and is left out without being asked for."""
    name = None if fields.comment_field else own.fixed.get("comment")
    if name:
        message = _("The field “%(name)s” is not taken in. To have it too, give it as --comment-field.", name=name)
        click.echo(message, err=True)


def rows_of(
    file: Path, layer: str | None, all_layers: bool, asked: list[Question], system: System | None = None
) -> tuple[list[Row], OwnFields]:
    """What is to be read of the file, and which of its fields are called as ours; a file of ours is read whole."""
    if layer is None and file.is_file() and (all_layers or len(layers_in(file, ONLY)) > 1):
        rows = all_rows(file, system)
        own = own_fields(names_in(rows), asked)
        if all_layers or own.are_ours:
            return rows, own
    rows = list(read_rows(file, Layer(layer), system))
    own = own_fields(names_in(rows), asked)
    is_csv = own.are_ours and file.suffix.lower() == ".csv"
    return with_own_texts(rows) if is_csv else rows, own


def carry_out(plan: importing.Plan, activity: str) -> None:
    """Write the plan, a part at a time."""
    if not plan.whole:
        return
    with patient_writing(db) as session:
        version = importing.publish(session, activity_numbered(session, activity), plan)
    for part in plan.parts():
        with patient_writing(db) as session:
            found = activity_numbered(session, activity)
            imported_rows.store(session, found, version, part, plan.report)
            logged(session, Act.MARKS_IMPORTED, activity=found, count=len(part))
