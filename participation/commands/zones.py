"""`lokalkjent zones`: polygons of a project."""

from __future__ import annotations

from pathlib import Path

import click

from participation.audit.acts import Act
from participation.commands.application import application
from participation.commands.logged import logged
from participation.commands.output import give_report
from participation.commands.rows import project_named
from participation.database import patient_writing, reading
from participation.extensions import db
from participation.projects.zone_file import read_zones, store_zones


@click.group("zones")
def command() -> None:
    """Zones of a project."""


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--project", "slug", required=True)
@click.option("--kind", required=True, help="such as grunnkrets")
@click.option("--code-field", required=True)
@click.option("--name-field", required=True)
@click.option("--layer", help="the layer, where the file has several")
@click.option("--json", "as_json", is_flag=True)
def import_(
    file: Path, slug: str, kind: str, code_field: str, name_field: str, layer: str | None, as_json: bool
) -> None:
    """Import polygons from GeoJSON, GeoPackage or Shapefile."""
    with application():
        with reading(db) as session:
            project_named(session, slug)
        read = read_zones(file, code_field, name_field, layer)
        with patient_writing(db) as session:
            project = project_named(session, slug)
            store_zones(session, project, kind, read)
            logged(session, Act.ZONES_CHANGED, project, count=read.report.accepted)
        give_report(read.report, as_json)
