"""`lokalkjent user`: people who sign in."""

from __future__ import annotations

import sys

import click
from flask_babel import gettext as _

from participation.accounts import services
from participation.accounts.permissions import ROLES
from participation.commands.application import application
from participation.commands.output import say
from participation.database import patient_writing
from participation.errors import Refused
from participation.extensions import db


@click.group("user")
def command() -> None:
    """People who sign in."""


@command.command("add")
@click.argument("email")
@click.option("--role", required=True, help=", ".join(ROLES))
@click.option("--password-stdin", is_flag=True, required=True, help="read the password from standard input")
def add(email: str, role: str, password_stdin: bool) -> None:
    """Add a person."""
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else ""
    if not password.isprintable():
        raise Refused(_("The password is not text in UTF-8 on one line. Type it again, or save the file as UTF-8."))
    if len(password) < services.SHORTEST_PASSWORD:
        least = services.SHORTEST_PASSWORD
        raise Refused(
            _("The password is too short. Give at least %(least)s characters on standard input.", least=least)
        )
    with application():
        hashed = services.hash_password(password)
        with patient_writing(db) as session:
            person = services.add_person(session, email, role, hashed)
            added = _("%(email)s is added as %(role)s.", email=person.email, role=person.role)
    say(added)
