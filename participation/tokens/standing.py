"""Whether a token still works, and if not, why."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from participation.accounts.permissions import Permission
from participation.clock import now
from participation.tokens.models import ApiToken


class Standing(Enum):
    """What has become of a token, with its words."""

    words: LazyString

    def __new__(cls, code: str, words: LazyString) -> Standing:
        made = object.__new__(cls)
        made._value_ = code
        made.words = words
        return made

    WORKS = "works", _l("Works")
    OVER = "over", _l("Has expired")
    REVOKED = "revoked", _l("Revoked")
    LEFT = "its maker has lost the right", _l("Its maker may not read everything any more")


def standing(token: ApiToken) -> Standing:
    """As it is now. A full token is worth nothing from when its maker may not make one."""
    if token.revoked_at is not None:
        return Standing.REVOKED
    if is_over(token.expires_at):
        return Standing.OVER
    return Standing.WORKS if not token.full or _may_still(token) else Standing.LEFT


def is_over(expires_at: datetime) -> bool:
    """True from the moment that a token is to end."""
    return expires_at <= now()


def _may_still(token: ApiToken) -> bool:
    maker = token.made_by
    if token.made_by_id is None or maker is None:
        return True  # made by whoever runs commands on the server
    return maker.is_active and maker.may(Permission.TOKEN_FULL, token.project_id)
