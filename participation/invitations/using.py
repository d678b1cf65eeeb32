"""A personal code on its way to an answer: what state it is in, and its one use, in the transaction that stores the answer.

The answer gets the background of the code's group; the invitation forgets its group and remembers only that it was used.
"""

from __future__ import annotations

from flask_babel import gettext as _
from sqlalchemy import Connection, Table, bindparam, exists, select, update

from participation.class_sessions import codes
from participation.errors import Refused
from participation.invitations.models import BackgroundGroup, Invitation, ReplacedCode

UNUSED, USED, REPLACED, UNKNOWN = "unused", "used", "replaced", "unknown"


class Spent(Exception):
    """The code was used, or replaced, before this answer came."""


def _table(model: type) -> Table:
    found: Table = model.__table__  # type: ignore[attr-defined]
    return found


INVITATION, GROUP, OLD = _table(Invitation), _table(BackgroundGroup), _table(ReplacedCode)
_THIS = (INVITATION.c.activity_id == bindparam("activity"), INVITATION.c.code_hash == bindparam("hashed"))
_STATE = select(INVITATION.c.used).where(*_THIS)
_REPLACED = select(exists().where(OLD.c.activity_id == bindparam("activity"), OLD.c.code_hash == bindparam("hashed")))
_BACKGROUND = select(GROUP.c.background).join(INVITATION, INVITATION.c.group_id == GROUP.c.id).where(*_THIS)
_USE = update(INVITATION).where(*_THIS, INVITATION.c.used.is_(False)).values(used=True, group_id=None)


def hash_of(typed: str) -> str:
    """What the store keeps of a code as it was typed."""
    return codes.hashed(typed[:40])


def state(connection: Connection, activity_id: int, code_hash: str) -> str:
    """unused, used, replaced or unknown."""
    asked = {"activity": activity_id, "hashed": code_hash}
    used = connection.execute(_STATE, asked).scalar()
    if used is None:
        return REPLACED if connection.execute(_REPLACED, asked).scalar() else UNKNOWN
    return USED if used else UNUSED


def use(connection: Connection, activity_id: int, code_hash: str) -> str | None:
    """Use the code up, and give the background of its group as JSON text. Raises Spent when it cannot be used any more."""
    asked = {"activity": activity_id, "hashed": code_hash}
    background = connection.execute(_BACKGROUND, asked).scalar()
    if connection.execute(_USE, asked).rowcount != 1:
        raise Spent
    return background


def refuse_unless_unused(found: str) -> None:
    """Refuse a code in any other state: 410 when it is over, 403 when it never was."""
    if found == UNKNOWN:
        raise Refused(words(found), 403)
    if found != UNUSED:
        raise Refused(words(found), 410)


def words(found: str) -> str:
    """What is wrong with a code in this state, and what to do."""
    return {
        UNKNOWN: _("No invitation has this code. Look at the letter or message once more and type the code again."),
        USED: _("This code has been used already: an answer has been sent with it. Each code works once."),
        REPLACED: _("This code has been replaced by a newer one. Use the code in the last letter or message you got."),
    }[found]
