"""`lokalkjent zones`: polygons of a project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation.audit.acts import Act
from participation.commands.application import application
from participation.commands.logged import logged
from participation.commands.output import give_report
from participation.commands.rows import project_named
from participation.commands.systems import system_said
from participation.database import patient_writing, reading
from participation.errors import Refused
from participation.extensions import db
from participation.projects import queries
from participation.projects.files.reading import Reading
from participation.projects.models import Zone
from participation.projects.population.joining import read_population, store_population
from participation.projects.zone_file import ZoneFields, read_zones, store_zones


@click.group("zones")
def command() -> None:
    """Zones of a project."""


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--project", "slug", required=True)
@click.option("--kind", required=True, help="such as grunnkrets")
@click.option("--code-field", required=True)
@click.option("--name-field", required=True)
@click.option("--population-field", help="inhabitants of each zone")
@click.option("--dwellings-field", help="dwellings per km² of each zone")
@click.option("--layer", help="the layer, where the file has several")
@click.option("--crs", help="EPSG code of the file's coordinates, whatever it says; 4326-swapped = latitude first")
@click.option("--json", "as_json", is_flag=True)
def import_(
    file: Path,
    slug: str,
    kind: str,
    code_field: str,
    name_field: str,
    population_field: str | None,
    dwellings_field: str | None,
    layer: str | None,
    crs: str | None,
    as_json: bool,
) -> None:
    """Import polygons from GeoJSON, GeoPackage, Shapefile, KML, GML or CSV with WKT."""
    fields = ZoneFields(code_field, name_field, population_field, dwellings_field)
    with application():
        with reading(db) as session:
            project_named(session, slug)
        read = read_zones(file, fields, Reading(layer, system_said(crs)))
        with patient_writing(db) as session:
            project = project_named(session, slug)
            store_zones(session, project, kind, read)
            logged(session, Act.ZONES_CHANGED, project, count=read.report.accepted)
        give_report(read.report, as_json)


@command.command("population")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--project", "slug", required=True)
@click.option("--kind", required=True, help="of the zones, such as grunnkrets")
@click.option("--code-column", help="heading of the column with the zone's code; found by itself when left out")
@click.option("--population-column", help="heading of the column with the inhabitants")
@click.option("--json", "as_json", is_flag=True)
def population(
    file: Path, slug: str, kind: str, code_column: str | None, population_column: str | None, as_json: bool
) -> None:
    """Give zones their inhabitants from CSV, Excel or JSON-stat, joined by the zone's code."""
    with application():
        with reading(db) as session:
            joined = read_population(file, zones_of(session, slug, kind), code_column, population_column)
        with patient_writing(db) as session:
            project = project_named(session, slug)
            store_population(session, project, kind, joined.numbers)
            logged(session, Act.ZONES_CHANGED, project, count=joined.report.accepted)
        give_report(joined.report, as_json)


def zones_of(session: Session, slug: str, kind: str) -> Sequence[Zone]:
    found = queries.zones(session, project_named(session, slug), kind)
    if not found:
        raise Refused(_("The project has no zones of the kind “%(kind)s”.", kind=kind))
    return found
