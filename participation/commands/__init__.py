"""The command line `lokalkjent`: one file a group.

Exit codes: 0 done, 1 the input or request was refused, 2 wrong usage. JSON goes to standard output, the rest to standard error.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click
from flask_babel import gettext as _
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from participation.commands.output import say
from participation.commands.reader import spoken_to
from participation.database import DatabaseBusy
from participation.errors import Refused, store_is_away
from participation.garbage import seldom_collect

# To add a group: a module here with `command`, and its name below.
MODULES = (
    "serve",
    "export",
    "user",
    "project",
    "activity",
    "zones",
    "marks",
    "invite",
    "token",
    "xlsform",
    "demo",
    "backup",
    "restore",
    "verify",
    "purge",
)


class Group(click.Group):
    """Turns a refusal into a sentence on standard error, in the reader's language, and exit code 1.

    Imports what the command needs that is called, and of the others nothing unless they are asked for.
    """

    def list_commands(self, _context: click.Context) -> list[str]:
        return sorted(MODULES)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in MODULES:
            return None
        found: click.Command = import_module(f"participation.commands.{name}").command
        return found

    def main(self, *arguments: Any, **named: Any) -> Any:
        seldom_collect()
        with spoken_to():
            return super().main(*arguments, **named)

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except Refused as refused:
            say(refused.message)
        except (DatabaseBusy, PoolTimeout):
            say(_("Somebody else has been changing the database for long. Nothing was changed. Try again."))
        except DBAPIError as wrong:
            if not store_is_away(wrong):
                raise
            say(_("The database cannot be used: %(why)s. Nothing was changed.", why=str(wrong.orig).strip()))
        sys.exit(1)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Citizen participation for Norwegian municipalities."""
