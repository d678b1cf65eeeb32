"""`lokalkjent token`: what other programs show to read a project's data."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import click
from flask_babel import gettext as _

from participation.audit.acts import Act
from participation.clock import local
from participation.commands.application import application
from participation.commands.logged import logged
from participation.commands.output import give, say
from participation.commands.rows import project_named
from participation.database import patient_writing, reading
from participation.errors import Refused
from participation.extensions import db
from participation.tokens import queries, revocations, services
from participation.tokens.models import ApiToken
from participation.tokens.services import Wish
from participation.tokens.standing import standing


@click.group("token")
def command() -> None:
    """Tokens by which other programs, such as QGIS, read a project's data."""


@command.command("add")
@click.option("--project", required=True, help="the project's part of the address")
@click.option("--scope", type=click.Choice(["read"]), required=True, help="what it may do")
@click.option("--full", is_flag=True, help="everything that may be exported, not only what is published")
@click.option("--reason", default="", help="why it must be everything")
@click.option("--days", type=int, help="how long it lasts: 90 at most with --full, 730 without")
@click.option("--name", default="", help="what it is called in the list")
@click.option("--json", "as_json", is_flag=True)
def add(project: str, scope: str, full: bool, reason: str, days: int | None, name: str, as_json: bool) -> None:
    """Make a token. It is shown now and never again."""
    wish, secret = Wish(name or scope, full, reason, days), services.new_secret()
    with application():
        with patient_writing(db) as session:
            found = project_named(session, project)
            token = services.make(session, found, None, wish, secret)
            told = {**described(token), "token": secret}
            logged(session, Act.TOKENS_CHANGED, found, asked=urlencode(services.told(token, services.MADE)))
        give(told, as_json)


@command.command("list")
@click.option("--project", required=True, help="the project's part of the address")
@click.option("--json", "as_json", is_flag=True)
def list_(project: str, as_json: bool) -> None:
    """List a project's tokens, without their secrets."""
    with application(), reading(db) as session:
        found = [described(token) for token in queries.tokens(session, project_named(session, project))]
        if as_json:
            give({"tokens": found}, as_json)
        for one in found if not as_json else []:
            say(", ".join(f"{name}: {value}" for name, value in one.items()))


@command.command("revoke")
@click.argument("number", type=int)
@click.option("--project", required=True, help="the project's part of the address")
@click.option("--json", "as_json", is_flag=True)
def revoke(number: int, project: str, as_json: bool) -> None:
    """Make the token with this NUMBER worthless at once."""
    with application():
        with patient_writing(db) as session:
            found = project_named(session, project)
            token = queries.token_numbered(session, found, number)
            if token is None:
                raise Refused(_("The project has no token with the number %(number)s.", number=number))
            if token.revoked_at is None:
                services.revoke(token)
                logged(session, Act.TOKENS_CHANGED, found, asked=urlencode(services.told(token, services.REVOKED)))
            told = described(token)
        revocations.log_revocations()
        give(told, as_json)


def described(token: ApiToken) -> dict[str, Any]:
    """What may be told of a token."""
    used = token.last_used_at
    return {
        "id": token.id,
        "project": token.project.slug,
        "name": token.name,
        "full": token.full,
        "expires_at": local(token.expires_at).isoformat(),
        "last_used_at": local(used).isoformat() if used else None,
        "standing": standing(token).value,
    }
