"""Reading tokens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import flask
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from participation.projects.models import Project
from participation.row_numbers import row_number
from participation.safeguards.keyed_codes import hashed
from participation.tokens.models import ApiToken
from participation.tokens.standing import Standing, is_over, standing
from participation.unchanged import until_changed


def hash_of(secret: str) -> str:
    """What the store keeps of a token."""
    return hashed(flask.current_app.config["SECRET_KEY"], secret[:100])


def token_with(session: Session, secret: str) -> ApiToken | None:
    """The token whose secret this is, whatever has become of it; None for a made-up one."""
    wanted = select(ApiToken).where(ApiToken.secret_hash == hash_of(secret))
    return session.scalar(wanted.options(joinedload(ApiToken.made_by)))


class WorkingToken(NamedTuple):
    """What is known of a token that works until `expires_at`, unless something is changed before."""

    id: int
    project_id: int
    full: bool
    expires_at: datetime
    last_used_at: datetime | None


def token_for(session: Session, secret: str) -> WorkingToken | None:
    """The token whose secret this is, where it works now; else None."""
    found = until_changed(("token", hash_of(secret)), lambda: _working(session, secret))
    return found if found is not None and not is_over(found.expires_at) else None


def _working(session: Session, secret: str) -> WorkingToken | None:
    found = token_with(session, secret)
    if found is None or standing(found) is not Standing.WORKS:
        return None
    return WorkingToken(found.id, found.project_id, found.full, found.expires_at, found.last_used_at)


def tokens(session: Session, project: Project) -> Sequence[ApiToken]:
    """All that the project has, the newest first, with whoever made each."""
    wanted = select(ApiToken).where(ApiToken.project_id == project.id).options(joinedload(ApiToken.made_by))
    return session.scalars(wanted.order_by(ApiToken.made_at.desc(), ApiToken.id.desc())).all()


def token_numbered(session: Session, project: Project, identity: int) -> ApiToken | None:
    """The project's token with this id; None for a missing one or another project's."""
    found = session.get(ApiToken, row_number(identity) or 0)
    return found if found is not None and found.project_id == project.id else None
