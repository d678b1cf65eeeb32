"""The command line `lokalkjent`: one file a group.

Exit codes: 0 done, 1 the input or request was refused, 2 wrong usage. JSON goes to standard output, the rest to standard error.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from participation.errors import Refused

# To add a group: a module here with `command`, and its name below.
MODULES = (
    "serve",
    "export",
    "user",
    "project",
    "activity",
    "zones",
    "marks",
    "demo",
    "backup",
    "restore",
    "verify",
    "purge",
)


class Group(click.Group):
    """Turns a refusal into a sentence on standard error and exit code 1."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except Refused as refused:
            click.echo(refused.message, err=True)
            sys.exit(1)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Citizen participation for Norwegian municipalities."""


for name in MODULES:
    main.add_command(import_module(f"participation.commands.{name}").command)
