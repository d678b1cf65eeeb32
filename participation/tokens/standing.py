"""Whether a token still works, and if not, why."""

from __future__ import annotations

from enum import Enum

from participation.accounts.permissions import Permission
from participation.clock import now
from participation.tokens.models import ApiToken


class Standing(Enum):
    """What has become of a token."""

    WORKS = "works"
    OVER = "over"
    REVOKED = "revoked"
    LEFT = "its maker has lost the right"


def standing(token: ApiToken) -> Standing:
    """As it is now. A full token is worth nothing from when its maker may not make one."""
    if token.revoked_at is not None:
        return Standing.REVOKED
    if token.expires_at <= now():
        return Standing.OVER
    return Standing.WORKS if not token.full or _may_still(token) else Standing.LEFT


def _may_still(token: ApiToken) -> bool:
    maker = token.made_by
    if token.made_by_id is None or maker is None:
        return True  # made by whoever runs commands on the server
    return maker.is_active and maker.may(Permission.TOKEN_FULL, token.project_id)
