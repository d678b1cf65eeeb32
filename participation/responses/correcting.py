"""Correcting what was handed in: the new response takes the old one's place when it is complete, and not before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import Connection, bindparam, select, update

from participation.class_sessions import codes
from participation.errors import Refused
from participation.responses.blurred_again import blur_again
from participation.responses.lookup import ERASURE, MARK, RESPONSE
from participation.responses.placing import Place, withdrawn

_ROW = select(RESPONSE.c.id, RESPONSE.c.replaced_by_id)
_NAMED = _ROW.where(
    RESPONSE.c.receipt_hash == bindparam("receipt"),
    RESPONSE.c.activity_id == bindparam("activity"),
    # Nobody gets past a personal code by the receipt of a test.
    RESPONSE.c.is_test.is_(False),
)
_FIRST = _NAMED.cte("chain", recursive=True)
_CHAIN = _FIRST.union(_ROW.join(_FIRST, RESPONSE.c.id == _FIRST.c.replaced_by_id))
_STANDING = select(_CHAIN.c.id).where(_CHAIN.c.replaced_by_id.is_(None)).order_by(_CHAIN.c.id)
_WITHDRAWN = select(ERASURE.c.uuid_hash).where(ERASURE.c.receipt_hash == bindparam("receipt")).limit(1)
_JUDGED = select(MARK.c.fingerprint, MARK.c.answers, MARK.c.hidden_at, MARK.c.hidden_by, MARK.c.reviewed_at).where(
    MARK.c.response_id == bindparam("_old"), MARK.c.hidden_at.is_not(None) | MARK.c.reviewed_at.is_not(None)
)
_SAME = (MARK.c.response_id == bindparam("_new"), MARK.c.fingerprint == bindparam("_fingerprint"))
_REVIEW = (
    update(MARK)
    .where(*_SAME, MARK.c.reviewed_at.is_(None), MARK.c.answers == bindparam("_answers"))
    .values(reviewed_at=bindparam("_at"))
)
_HIDE = (
    update(MARK)
    .where(*_SAME, MARK.c.hidden_at.is_(None))
    .values(hidden_at=bindparam("_at"), hidden_by=bindparam("_by"))
)
_HIDE_ALL = (
    update(RESPONSE)
    .where(RESPONSE.c.id == bindparam("_new"), RESPONSE.c.hidden_at.is_(None))
    .values(hidden_at=select(RESPONSE.c.hidden_at).where(RESPONSE.c.id == bindparam("_old")).scalar_subquery())
)
# A correction came by the way of what it corrects, and says the same of who was invited.
_OLD = RESPONSE.alias("old")
_SAME_WAY = (
    update(RESPONSE)
    .where(RESPONSE.c.id == bindparam("_new"))
    .values(
        channel=select(_OLD.c.channel).where(_OLD.c.id == bindparam("_old")).scalar_subquery(),
        background=select(_OLD.c.background).where(_OLD.c.id == bindparam("_old")).scalar_subquery(),
    )
)
_REVIEWED = (
    select(_OLD.c.answers).where(_OLD.c.id == bindparam("_old"), _OLD.c.reviewed_at.is_not(None)).scalar_subquery()
)
_REVIEW_ANSWERS = (
    update(RESPONSE)
    .where(RESPONSE.c.id == bindparam("_new"), RESPONSE.c.answers == _REVIEWED)
    .values(reviewed_at=select(_OLD.c.reviewed_at).where(_OLD.c.id == bindparam("_old")).scalar_subquery())
)
_REPLACE = update(RESPONSE).where(RESPONSE.c.id == bindparam("_old")).values(replaced_by_id=bindparam("_new"))


class Unknown(Exception):
    """Nothing was handed in with this receipt."""


class Withdrawn(Exception):
    """What was handed in with this receipt was withdrawn."""


def corrected(connection: Connection, receipt: str, place: Place, alone: bool = False) -> list[int]:
    """The handed-in responses behind `receipt` that nothing has replaced yet; `alone`: until this transaction ends.

    None where a pupil names the own code and what it stood for never came, or was refused: then this is the first.
    Raises Withdrawn, and Unknown for a receipt of nothing. Says nothing itself: it may run in another reader's request.
    """
    asked = {"receipt": codes.hashed(receipt), "activity": place.activity_id}
    if alone:
        connection.execute(_NAMED.with_for_update(), asked)
    found = list(connection.execute(_STANDING, asked).scalars())
    if found:
        return found
    if connection.execute(_WITHDRAWN, {"receipt": asked["receipt"]}).first():
        raise Withdrawn
    if place.pupil and codes.hashed(codes.personal_code(*place.pupil[1:])) == asked["receipt"]:
        return []
    raise Unknown


def problem_with(connection: Connection, receipt: Any, place: Place) -> str | None:
    """What is wrong with the `replaces` of a body; None when nothing is."""
    try:
        if not isinstance(receipt, str) or len(receipt) >= 100:
            raise Unknown
        corrected(connection, receipt, place)
    except Withdrawn as gone:
        raise Refused(withdrawn(), 410) from gone
    except Unknown:
        return _("There is no handed-in answer with this receipt. Check the code.")
    return None


def take_over(connection: Connection, old: Sequence[int], new: int, complete: bool) -> None:
    """What a person has looked at counts as looked at in the correction; once it is complete, what is hidden or blurred stays so."""
    for identity in old:
        if complete:
            blur_again(connection, identity, new)
        for row in connection.execute(_JUDGED, {"_old": identity}).all():
            same = {"_new": new, "_fingerprint": row.fingerprint}
            if row.reviewed_at:
                connection.execute(_REVIEW, {**same, "_answers": row.answers, "_at": row.reviewed_at})
            if row.hidden_at and complete:
                connection.execute(_HIDE, {**same, "_at": row.hidden_at, "_by": row.hidden_by})
        connection.execute(_REVIEW_ANSWERS, {"_old": identity, "_new": new})
        connection.execute(_SAME_WAY, {"_old": identity, "_new": new})
        if complete:
            connection.execute(_HIDE_ALL, {"_old": identity, "_new": new})
            connection.execute(_REPLACE, {"_old": identity, "_new": new})
