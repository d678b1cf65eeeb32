"""`lokalkjent project`: area initiatives and plan processes."""

from __future__ import annotations

from pathlib import Path

import click

from participation.audit.acts import Act
from participation.commands.application import application
from participation.commands.logged import logged
from participation.commands.output import give
from participation.database import patient_writing
from participation.extensions import db
from participation.projects import services
from participation.projects.files.polygons import read_area


@click.group("project")
def command() -> None:
    """Projects."""


@command.command("add")
@click.option("--slug", required=True, help="the project's part of the address")
@click.option("--name", required=True)
@click.option("--area", type=click.Path(path_type=Path), help="a file with the area's polygons")
@click.option("--json", "as_json", is_flag=True)
def add(slug: str, name: str, area: Path | None, as_json: bool) -> None:
    """Add a project."""
    with application():
        shape = read_area(area) if area else None
        with patient_writing(db) as session:
            logged(session, Act.PROJECT_MADE, services.add_project(session, slug, name, shape))
        give({"slug": slug}, as_json)
