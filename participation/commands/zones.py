"""`lokalkjent zones`: polygons of a project."""

from __future__ import annotations

from pathlib import Path

import click

from participation.commands.application import application
from participation.commands.output import give, say
from participation.commands.rows import project_named
from participation.database import patient_writing
from participation.extensions import db
from participation.projects import imports


@click.group("zones")
def command() -> None:
    """Zones of a project."""


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--project", "slug", required=True)
@click.option("--kind", required=True, help="such as grunnkrets")
@click.option("--code-field", required=True)
@click.option("--name-field", required=True)
@click.option("--json", "as_json", is_flag=True)
def import_(file: Path, slug: str, kind: str, code_field: str, name_field: str, as_json: bool) -> None:
    """Import polygons from GeoJSON, GeoPackage or Shapefile."""
    with application(), patient_writing(db) as session:
        report = imports.import_zones(session, project_named(session, slug), file, kind, code_field, name_field)
    for problem in report.problems if not as_json else []:
        say(f"row {problem['row']}: {problem['message']}")
    give(report.as_json(), as_json)
