"""`lokalkjent verify`: is everything there and readable?"""

from __future__ import annotations

import sys

import click
from flask_babel import gettext as _
from sqlalchemy.exc import DBAPIError

from participation.audit.queries import head
from participation.commands.application import application
from participation.commands.output import give, say
from participation.database import reading
from participation.extensions import db
from participation.retention import snapshot, verification


@click.command("verify")
@click.option("--json", "as_json", is_flag=True)
def command(as_json: bool) -> None:
    """Check the database, its rows' links, every answer and geometry. Exit code 1 says that something is wrong."""
    counts: dict[str, int] = {}
    newest, seal = 0, ""
    with application(upgraded=False):
        snapshot.sqlite_path()  # refused where there is none
        found: list[str] = []
        try:
            found.extend(verification.problems())
            with reading(db) as session:
                counts = verification.counts(session)
                newest, seal = head(session)
        except DBAPIError as wrong:
            found.append(_("The database cannot be read: %(why)s", why=wrong.orig))
    for problem in found:
        say(problem)
    told = {"rows": counts, "log": {"entries": newest, "seal": seal}}
    give({"ok": not found, **told, "problems": found} if as_json else told, as_json)
    if found:
        sys.exit(1)
    say(_("Everything is in order."))
