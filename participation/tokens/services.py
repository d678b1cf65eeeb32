"""Changes to tokens: made, revoked; what each is used for."""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from participation.accounts.models import Person
from participation.audit.recording import concerning
from participation.audit.services import TOKEN
from participation.clock import now
from participation.database import DatabaseBusy, writing
from participation.errors import Refused
from participation.extensions import db
from participation.projects.models import Project
from participation.tokens.models import ApiToken
from participation.tokens.queries import WorkingToken, hash_of
from surveys.clean_text import clean_line

MOST_DAYS = {True: 90, False: 730}
USUAL_DAYS = {True: 30, False: 365}
MOST_IN_A_PROJECT = 100
LONGEST_NAME, LONGEST_REASON, LONGEST_GIVEN = 80, 300, 10_000
BETWEEN_NOTES = timedelta(minutes=1)
# What became of a token, in the log.
MADE, REVOKED, LET_STAND = "made", "revoked", "let stand"
# So that a token is known for one where it should not stand, such as in a published file.
PREFIX = "lokalkjent_"


@dataclass(frozen=True)
class Wish:
    """What somebody wants a token to be. `days`: how long it lasts, None for the usual."""

    name: str
    full: bool = False
    reason: str = ""
    days: int | None = None

    def check(self) -> None:
        """Raises Refused for a token that may not be."""
        _refuse_long(_("What it is for"), one_line(self.name), LONGEST_NAME)
        _refuse_long(_("Why it must be everything"), one_line(self.reason), LONGEST_REASON)
        if not one_line(self.name):
            raise Refused(_("Give it a name, such as the program and whose it is."), 422)
        if self.full and not self.reason.strip():
            raise Refused(_("A token to everything needs a reason: what it is for, and who uses it."), 422)
        if self.reason.strip() and not self.full:
            raise Refused(
                _("Only a token to everything has a reason. Leave the reason out, or ask for everything."), 422
            )
        if self.days is not None and (wrong := wrong_days(self.days, self.full)):
            raise Refused(wrong, 422)


def wrong_days(days: int, full: bool) -> str:
    """Why a token cannot last for so many days; "" for one that can."""
    most = MOST_DAYS[full]
    if days < 1:
        return _("Such a token lasts from 1 to %(most)s days. Choose at least 1 day.", most=most)
    return _("Such a token lasts from 1 to %(most)s days. Choose fewer days.", most=most) if days > most else ""


def one_line(text: str | None) -> str:
    """A name or a reason as it is kept: what else is in it would look as something it is not in lists and in the log."""
    return clean_line(text or "", LONGEST_GIVEN) if len(text or "") < LONGEST_GIVEN else str(text)


def _refuse_long(field: str, text: str, most: int) -> None:
    if len(text) > most:
        given = {"field": field, "length": len(text), "most": most}
        raise Refused(_("%(field)s: the text has %(length)s characters. Shorten it to %(most)s.", **given), 422)


def new_secret() -> str:
    """At random; whoever makes the token sees it, once."""
    return PREFIX + secrets.token_urlsafe(24)


def make(session: Session, project: Project, maker: Person | None, wish: Wish, secret: str) -> ApiToken:
    """A new token; of its secret the store holds only a hash. Raises Refused for one that may not be."""
    wish.check()
    _refuse_too_many(session, project)
    token = ApiToken(
        project_id=project.id,
        made_by_id=maker.id if maker else None,
        secret_hash=hash_of(secret),
        name=one_line(wish.name),
        full=wish.full,
        reason=one_line(wish.reason),
        made_at=now(),
        expires_at=now() + timedelta(days=wish.days or USUAL_DAYS[wish.full]),
    )
    session.add(token)
    session.flush()
    return token


def revoke(token: ApiToken) -> None:
    """Make the token worthless at once."""
    token.revoked_at = token.revoked_at or now()


def let_stand(token: ApiToken) -> None:
    """Undo a revocation: the token works again, for as long as it would have."""
    token.revoked_at = None


def told(token: ApiToken, change: str) -> dict[str, str]:
    """What the log tells of a token. `change`: MADE, REVOKED or LET_STAND."""
    return {"token": str(token.id), "name": token.name, "full": str(int(token.full)), "change": change}


def used(token: WorkingToken, collection: str) -> None:
    """Say in the log that this token reads the collection, and note when it was last used, to the minute.

    For views that `@reads`; a busy store stops nobody from reading.
    """
    concerning(actor=f"{TOKEN}{token.id}", project_id=token.project_id, about={"collection": collection})
    if token.last_used_at is not None and now() - token.last_used_at < BETWEEN_NOTES:
        return
    with contextlib.suppress(DatabaseBusy, OperationalError), writing(db) as session:
        session.get_one(ApiToken, token.id).last_used_at = now()


def _refuse_too_many(session: Session, project: Project) -> None:
    living = (ApiToken.project_id == project.id, ApiToken.revoked_at.is_(None), ApiToken.expires_at > now())
    if session.scalars(select(func.count()).select_from(ApiToken).where(*living)).one() >= MOST_IN_A_PROJECT:
        raise Refused(_("The project has as many tokens as it can. Revoke those that nobody uses."), 409)
