"""Tokens for tests."""

from __future__ import annotations

from datetime import timedelta

from participation.accounts.models import Person
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from participation.tokens import services
from participation.tokens.models import ApiToken
from participation.tokens.services import Wish


def make_token(project: Project, maker: Person | None = None, full: bool = False) -> str:
    """A token that works, and its secret; `maker` None for one made on the server."""
    secret = services.new_secret()
    with writing(db) as session:
        found = session.get_one(Project, project.id)
        by = session.get_one(Person, maker.id) if maker else None
        services.make(session, found, by, Wish("QGIS", full, "Planprogram" if full else ""), secret)
    return secret


def set_over(secret: str) -> None:
    """Let the time of the token be over."""
    with writing(db) as session:
        token = session.query(ApiToken).filter_by(secret_hash=services.hash_of(secret)).one()
        token.expires_at = now() - timedelta(seconds=1)
