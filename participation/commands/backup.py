"""`lokalkjent backup`: the whole installation in one file."""

from __future__ import annotations

from pathlib import Path

import click
from flask_babel import gettext as _
from sqlalchemy.exc import SQLAlchemyError

from participation.audit.acts import Act
from participation.commands.application import application
from participation.commands.logged import logged, of_the_server
from participation.commands.output import give, say
from participation.database import DatabaseBusy, patient_writing
from participation.extensions import db
from participation.retention.backing_up import back_up


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
def command(file: Path, as_json: bool) -> None:
    """Write a whole backup to FILE while the server works: database, secret key, uploads. Keep it as safe as the data."""
    with application(upgraded=False):
        manifest = back_up(file)
        rows = {name: table["rows"] for name, table in manifest.tables.items()}
        log(file.name, sum(rows.values()))
    give({"file": str(file), "bytes": file.stat().st_size, "made_at": manifest.made_at, "rows": rows}, as_json)


def log(name: str, rows: int) -> None:
    """That it was made; a store that takes no entry in is no reason to be without the backup."""
    try:
        with patient_writing(db) as session:
            logged(session, Act.BACKED_UP, asked=of_the_server(file=name), count=rows)
    except (DatabaseBusy, SQLAlchemyError) as wrong:
        say(_("The backup is made, but the log could not be written: %(why)s", why=wrong))
