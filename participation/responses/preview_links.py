"""The links by which a questionnaire is tried: for a day, whoever has one answers as a respondent, and only as a test.

What an answer shows is the link's own end, so that no answer begun by it can come in as a real one. A link is worth
nothing from when its maker may not make one.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext as _
from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer

from participation.accounts.models import Person
from participation.accounts.permissions import Permission
from participation.activities.models import Activity
from participation.class_sessions import codes
from participation.errors import Refused
from participation.extensions import db

HOURS = 24


@dataclass(frozen=True, slots=True)
class Tried:
    """`number`: of the version; below 0 of a draft."""

    activity_id: int
    number: int


def token(activity_id: int, number: int, maker_id: int) -> str:
    """The end of a link that this person makes."""
    return str(_signer().dumps([activity_id, number, maker_id]))


def tried_with(shown: str | None) -> Tried | None:
    """What the holder of a link tries; None for any other text. Refused with 410 when its time is over, or its maker's."""
    if not shown:
        return None
    try:
        activity_id, number, maker_id = _signer().loads(shown[:400], max_age=HOURS * 3600)
    except SignatureExpired as over:
        raise Refused(_("The time of this link is over. Ask for a new one."), 410) from over
    except (BadSignature, ValueError, TypeError):
        return None
    if not _may_try(activity_id, maker_id):
        raise Refused(_("The time of this link is over. Ask for a new one."), 410)
    return Tried(activity_id, number)


def _may_try(activity_id: int, maker_id: int) -> bool:
    maker, activity = db.session.get(Person, maker_id), db.session.get(Activity, activity_id)
    if maker is None or activity is None:
        return False
    return maker.is_active and maker.may(Permission.ACTIVITY_EDIT, activity.project_id)


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(codes.key(), salt="a preview")
