"""`lokalkjent user`: people who sign in."""

from __future__ import annotations

import sys
from urllib.parse import urlencode

import click
from flask_babel import gettext as _

from participation.accounts import queries, services
from participation.accounts.permissions import ROLES
from participation.audit.acts import Act
from participation.commands.application import application
from participation.commands.logged import logged
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
    password = password_given() if password_stdin else ""
    with application():
        hashed = services.hash_password(password)
        with patient_writing(db) as session:
            person = services.add_person(session, email, role, hashed)
            logged(session, Act.PERSON_ADDED, asked=urlencode({"person": person.email, "role": person.role}))
            added = _("%(email)s is added as %(role)s.", email=person.email, role=person.role)
    say(added)


@command.command("password")
@click.argument("email")
@click.option("--password-stdin", is_flag=True, required=True, help="read the password from standard input")
def change_password(email: str, password_stdin: bool) -> None:
    """Give a person who has forgotten theirs a new password, and sign them out everywhere."""
    password = password_given() if password_stdin else ""
    with application():
        hashed = services.hash_password(password)
        with patient_writing(db) as session:
            person = queries.person_by_email(session, email)
            if person is None:
                raise Refused(_("There is no person with the address %(email)s.", email=email[:80]))
            services.change_password(session, person, hashed, None)
            person.failed_sign_ins, person.locked_until = 0, None
            logged(session, Act.PASSWORD_CHANGED, asked=urlencode({"person": person.email}))
            changed = _("%(email)s has a new password, and is signed out everywhere.", email=person.email)
    say(changed)


def password_given() -> str:
    """The line on standard input; refused when it is no text or too short."""
    password = sys.stdin.readline().rstrip("\r\n")
    if not password.isprintable():
        raise Refused(_("The password is not text in UTF-8 on one line. Type it again, or save the file as UTF-8."))
    if len(password) < services.SHORTEST_PASSWORD:
        least = services.SHORTEST_PASSWORD
        raise Refused(
            _("The password is too short. Give at least %(least)s characters on standard input.", least=least)
        )
    return password
