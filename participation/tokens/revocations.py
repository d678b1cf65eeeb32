"""Revocations outlive the database they were made in: a token that is in a restored backup stays revoked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation import remembered
from participation.clock import now
from participation.extensions import db
from participation.tokens.models import ApiToken


@dataclass(frozen=True)
class Told:
    """What became of a token, and when: revoked, or let stand after all. `token_hash`: of its secret."""

    token_hash: str
    revoked: bool
    at: datetime

    @classmethod
    def of(cls, entry: Mapping[str, Any]) -> Told:
        """KeyError, TypeError or ValueError where it is something else."""
        return cls(entry["token_hash"], entry["revoked"], datetime.fromisoformat(entry["at"]))


def log_revocations() -> None:
    """Tell the data folder of every token that is revoked."""
    known = revoked_at(Told.of(entry) for entry in remembered.entries() if "token_hash" in entry)
    revoked = select(ApiToken.secret_hash, ApiToken.revoked_at).where(ApiToken.revoked_at.is_not(None))
    found = db.session.execute(revoked.order_by(ApiToken.revoked_at, ApiToken.id)).all()
    remembered.remember([_entry(token_hash, True, at) for token_hash, at in found if at and token_hash not in known])


def log_let_stand(token: ApiToken) -> None:
    """Tell the data folder that its revocation was undone."""
    remembered.remember([_entry(token.secret_hash, False, now())])


def revoked_at(told: Iterable[Told]) -> dict[str, datetime]:
    """When those were revoked that were not let stand after that, by hash."""
    found: dict[str, datetime] = {}
    for one in sorted(told, key=lambda one: one.at):
        if one.revoked:
            found.setdefault(one.token_hash, one.at)
        else:
            found.pop(one.token_hash, None)
    return found


def revoke_again(session: Session, told: Iterable[Told]) -> int:
    """Revoke what was revoked after the backup was made; how many tokens of the backup would have worked else."""
    times = revoked_at(told)
    working = session.scalars(select(ApiToken).where(ApiToken.revoked_at.is_(None)).order_by(ApiToken.id)).all()
    again = [token for token in working if token.secret_hash in times]
    for token in again:
        token.revoked_at = times[token.secret_hash]
    return len(again)


def _entry(token_hash: str, revoked: bool, at: datetime) -> dict[str, Any]:
    return {"token_hash": token_hash, "revoked": revoked, "at": at}
