"""Reading tokens."""

from __future__ import annotations

from collections.abc import Sequence

import flask
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from participation.projects.models import Project
from participation.safeguards.keyed_codes import hashed
from participation.tokens.models import ApiToken
from participation.tokens.standing import Standing, standing


def hash_of(secret: str) -> str:
    """What the store keeps of a token."""
    return hashed(flask.current_app.config["SECRET_KEY"], secret[:100])


def token_with(session: Session, secret: str) -> ApiToken | None:
    """The token whose secret this is, whatever has become of it; None for a made-up one."""
    wanted = select(ApiToken).where(ApiToken.secret_hash == hash_of(secret))
    return session.scalar(wanted.options(joinedload(ApiToken.made_by)))


def token_for(session: Session, secret: str) -> ApiToken | None:
    """The token whose secret this is, where it works now; else None."""
    found = token_with(session, secret)
    return found if found is not None and standing(found) is Standing.WORKS else None


def tokens(session: Session, project: Project) -> Sequence[ApiToken]:
    """All that the project has, the newest first, with whoever made each."""
    wanted = select(ApiToken).where(ApiToken.project_id == project.id).options(joinedload(ApiToken.made_by))
    return session.scalars(wanted.order_by(ApiToken.made_at.desc(), ApiToken.id.desc())).all()


def token_numbered(session: Session, project: Project, identity: int) -> ApiToken | None:
    """The project's token with this id; None for a missing one or another project's."""
    found = session.get(ApiToken, identity)
    return found if found is not None and found.project_id == project.id else None
