"""`lokalkjent verify`: is everything there and readable?"""

from __future__ import annotations

import sys

import click
from sqlalchemy.exc import DBAPIError

from participation.commands.application import application
from participation.commands.output import give, say
from participation.database import reading
from participation.errors import Refused
from participation.extensions import db
from participation.retention import snapshot, verification


@click.command("verify")
@click.option("--json", "as_json", is_flag=True)
def command(as_json: bool) -> None:
    """Check the database, its rows' links, every answer and geometry. Exit code 1 says that something is wrong."""
    counts: dict[str, int] = {}
    with application(upgraded=False):
        path = snapshot.sqlite_path()
        if path is not None and not path.is_file():
            raise Refused(f"There is no database {path}. Is LOKALKJENT_DATA_DIR right?")
        found: list[str] = []
        try:
            found.extend(verification.problems())
            with reading(db) as session:
                counts = verification.counts(session)
        except DBAPIError as wrong:
            found.append(f"The database cannot be read: {wrong.orig}")
    for problem in found:
        say(problem)
    give({"ok": not found, "rows": counts, "problems": found} if as_json else {"rows": counts}, as_json)
    if found:
        sys.exit(1)
    say("Everything is in order.")
