"""Giving codes to recipients, and new ones to those who have not answered. Codes are told once, and kept as hashes alone."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import orjson
from flask_babel import gettext as _
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.class_sessions import codes
from participation.clock import local, now
from participation.errors import Refused
from participation.invitations import queries
from participation.invitations.models import BackgroundGroup, Invitation, InvitationRound, ReplacedCode
from participation.invitations.recipients import Recipient

CODE_LENGTH = 8
Hashed = tuple[str, str]


class Issued(NamedTuple):
    """A recipient's code, known only until it is told."""

    recipient: str
    code: str


def new_codes(number: int) -> list[Hashed]:
    """So many different codes, each with its hash; made before the transaction, for hashing takes time."""
    found: dict[str, str] = {}
    while len(found) < number:
        code = codes.new_code(CODE_LENGTH)
        found[codes.hashed(code)] = code
    return [(code, hashed) for hashed, code in found.items()]


def invite(session: Session, activity: Activity, invited: Sequence[Recipient], made: Sequence[Hashed]) -> list[Issued]:
    """Give each recipient a code. The rows lie in an order of their own, not in the list's."""
    taken = set(session.scalars(select(Invitation.code_hash).where(Invitation.activity_id == activity.id)))
    pairs = list(zip(invited, _unlike(taken, made, len(invited)), strict=True))
    groups = _groups(session, activity, invited)
    rows = [
        {
            "activity_id": activity.id,
            "recipient": one.recipient,
            "group_id": groups.get(_text(one)),
            "code_hash": hashed,
            "used": False,
            "settled": False,
        }
        for one, (_code, hashed) in pairs
    ]
    _note(session, activity, len(rows), is_reminder=False)
    random.SystemRandom().shuffle(rows)
    session.execute(insert(Invitation), rows)
    return [Issued(one.recipient, code) for one, (code, _hashed) in pairs]


def remind(session: Session, activity: Activity, made: Sequence[Hashed]) -> list[Issued]:
    """New codes for those who have not answered; their old ones stop working. `made`: at least as many as there are."""
    refuse_telling(session, activity)
    waiting = queries.unused(session, activity, alone=True)
    if not waiting:
        raise Refused(_("Everyone who was invited has answered. There is nobody to remind."), 409)
    fresh = list(_unlike(set(), made, len(waiting)))
    session.execute(insert(ReplacedCode), [{"activity_id": activity.id, "code_hash": one.code_hash} for one in waiting])
    _note(session, activity, len(waiting), is_reminder=True)
    changed = [{"id": one.id, "code_hash": hashed} for one, (_code, hashed) in zip(waiting, fresh, strict=True)]
    issued = [Issued(one.recipient, code) for one, (code, _hashed) in zip(waiting, fresh, strict=True)]
    session.execute(update(Invitation), changed)
    return issued


def refuse_telling(session: Session, activity: Activity) -> None:
    """Refuse a list that differs from the one before by one to four people: they could be found among the answers."""
    before = queries.rounds(session, activity)
    since = queries.used(session, activity) - (before[-1].used_before if before else 0)
    if 0 < since < queries.FEWEST:
        raise Refused(
            _(
                "Fewer than five have answered since the last file was made. A new list would tell who they are, "
                "and so perhaps what they answered. Wait until more have answered."
            ),
            409,
        )


def let_in_only_invited(activity: Activity, only: bool) -> None:
    """Close the open link to those without a code, or open it again."""
    activity.only_invited = only


def _note(session: Session, activity: Activity, number: int, is_reminder: bool) -> None:
    session.add(
        InvitationRound(
            activity_id=activity.id,
            made_on=local(now()).date(),
            is_reminder=is_reminder,
            codes=number,
            used_before=queries.used(session, activity),
        )
    )
    session.flush()


def _unlike(taken: set[str], made: Sequence[Hashed], number: int) -> Iterator[Hashed]:
    """`number` codes that nobody has; a code in 300,000,000,000 makes one that somebody has unlikely, but not impossible."""
    usable = [pair for pair in made if pair[1] not in taken]
    while len(usable) < number:
        usable += [pair for pair in new_codes(number - len(usable)) if pair[1] not in taken]
    yield from usable[:number]


def _groups(session: Session, activity: Activity, invited: Sequence[Recipient]) -> dict[str, int]:
    """The ids of the recipients' background groups by their text, with those invited now counted in."""
    known = {group.background: group for group in queries.groups(session, activity)}
    for text, number in sorted(Counter(_text(one) for one in invited if one.background).items()):
        if text not in known:
            known[text] = BackgroundGroup(activity_id=activity.id, background=text, invited=0)
            session.add(known[text])
        known[text].invited += number
    session.flush()
    return {text: group.id for text, group in known.items()}


def _text(one: Recipient) -> str:
    return orjson.dumps(one.background).decode()
