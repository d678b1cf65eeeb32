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
from participation.database import patient_writing, reading
from participation.extensions import db
from participation.projects.files.layer import Layer
from participation.responses import importing
from participation.responses.registrations import Fields


@click.group("marks")
def command() -> None:
    """Marks of an activity."""


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--activity", required=True, help="the activity's id")
@click.option("--category-field", help="the field that holds each row's category")
@click.option("--category", help="one category for every row")
@click.option("--comment-field", help="the field that holds what was said")
@click.option("--count-field", help="the field that holds how many people said it")
@click.option("--id-field", help="the field that says which rows are the same; “id” when left out")
@click.option("--layer", help="the layer, where the file has several")
@click.option("--json", "as_json", is_flag=True)
def import_(
    file: Path,
    activity: str,
    category_field: str | None,
    category: str | None,
    comment_field: str | None,
    count_field: str | None,
    id_field: str | None,
    layer: str | None,
    as_json: bool,
) -> None:
    """Import points, lines and areas from GeoJSON, GeoPackage, Shapefile, or CSV with coordinates.

    Each row becomes an answer of its own. A row that was taken in before is known again and counts once.
    """
    if category and category_field:
        raise click.UsageError(_("Give --category-field or --category, not both."))
    fields = Fields(category, category_field, comment_field, count_field, id_field)
    with application():
        with reading(db) as session:
            activity_numbered(session, activity)
        registrations, report = importing.read(file, fields, Layer(layer))
        with reading(db) as session:
            plan = importing.prepare(session, activity_numbered(session, activity), registrations, report)
        carry_out(plan, activity)
        give_report(report, as_json)


def carry_out(plan: importing.Plan, activity: str) -> None:
    """Write the plan, a part at a time."""
    if not plan.whole:
        return
    with patient_writing(db) as session:
        version = importing.publish(session, activity_numbered(session, activity), plan)
    for part in plan.parts():
        with patient_writing(db) as session:
            found = activity_numbered(session, activity)
            importing.store(session, found, version, part, plan.report)
            logged(session, Act.MARKS_IMPORTED, activity=found, count=len(part))
