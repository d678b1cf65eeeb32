"""`lokalkjent export`: an activity's marks or responses in a file."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import click
from flask_babel import gettext as _
from flask_babel import ngettext

from exports.formats import FORMATS
from participation import catalogues
from participation.audit.acts import Act
from participation.commands.application import application
from participation.commands.logged import logged
from participation.commands.output import say
from participation.commands.rows import activity_numbered
from participation.database import patient_writing, reading
from participation.downloads.request import MARKS, TABLES, Request
from participation.downloads.selection import LEFT_OUT, Selection
from participation.downloads.services import write_file
from participation.extensions import db

ZIP = ".zip"


class Epsg(click.ParamType):
    """25832 or EPSG:25832."""

    name = "epsg"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value).upper().removeprefix("EPSG:")
        if text.isascii() and text.isdigit() and len(text) < 7:
            return int(text)
        self.fail(_("“%(value)s” is not an EPSG code such as 25832.", value=value), param, ctx)


@click.command("export")
@click.argument("activity")
@click.option("--format", "format_name", required=True, type=click.Choice(list(FORMATS)))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path))
@click.option("--table", default=MARKS, show_default=True, type=click.Choice(TABLES))
@click.option("--crs", type=Epsg(), help="EPSG code of the columns e and n; the project's when left out")
@click.option("--published", is_flag=True, help="only what the public may see")
@click.option("--also", multiple=True, type=click.Choice(LEFT_OUT), help="rows otherwise left out; may be repeated")
@click.option(
    "--language",
    default="nb",
    show_default=True,
    type=click.Choice(catalogues.languages(catalogues.PLANNERS)),
    help="of the labels",
)
def command(
    activity: str,
    format_name: str,
    output: Path,
    table: str,
    crs: int | None,
    published: bool,
    also: tuple[str, ...],
    language: str,
) -> None:
    """Write the marks or responses of ACTIVITY (its id) to a file, with variable names as headings."""
    with application(screens=False), reading(db) as session:
        found = activity_numbered(session, activity)
        selection = Selection(found.id, also=frozenset(also))
        request = Request(
            found,
            FORMATS[format_name],
            selection,
            language=language,
            headings=False,
            table=table,
            crs=crs,
            published=published,
        )
        rows = write_file(session, request, output, note=lambda rows: in_the_log(request, rows), with_others=True)
    say(ngettext("Wrote one row to %(file)s.", "Wrote %(num)s rows to %(file)s.", rows, file=output))
    if request.format.suffix == ZIP != output.suffix.lower():
        say(_("%(file)s is a zip file. Other programs open it when its name ends in .zip.", file=output))


def in_the_log(request: Request, rows: int) -> None:
    """That somebody gets these rows: nobody does where it cannot be written down."""
    asked = {"format": request.format.name, "table": request.table, "also": sorted(request.selection.also)}
    told, activity = urlencode({**asked, "published": request.published}, doseq=True), str(request.activity.id)
    with patient_writing(db) as session:
        logged(session, Act.EXPORTED, activity=activity_numbered(session, activity), asked=told, count=rows)
