"""What opens a tablet, and what an answer begun on it shows: both signed, so that nobody else can make them."""

from __future__ import annotations

import hmac

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy.orm import Session

from participation.class_sessions import codes
from participation.kiosks.models import Kiosk
from participation.safeguards import keyed_codes


def token(kiosk: Kiosk) -> str:
    """The end of the tablet's link."""
    return f"{kiosk.id}-{keyed_codes.derived_token(codes.key(), 'kiosk', kiosk.id, kiosk.generation)}"


def kiosk_with(session: Session, shown: str) -> Kiosk | None:
    """The tablet whose link ends so; None for a link that was renewed, ended or made up."""
    number = codes.identity(shown) if len(shown) < 100 else None
    found = session.get(Kiosk, number) if number else None
    return found if found and hmac.compare_digest(token(found).encode(), shown.encode("utf-8", "replace")) else None


def ticket(kiosk: Kiosk, turn: str) -> str:
    """What an answer begun on the tablet shows. `turn`: whose it is, of those who answer one after the other."""
    return str(_signer().dumps([kiosk.activity_id, kiosk.id, kiosk.generation, turn]))


def read(shown: str | None, activity_id: int) -> tuple[int, int, str] | None:
    """Tablet, generation and turn of a ticket of ours for this survey; None for any other text."""
    try:
        survey, kiosk, generation, turn = _signer().loads((shown or "")[:400])
    except (BadSignature, ValueError, TypeError):
        return None
    return (kiosk, generation, turn) if survey == activity_id else None


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(codes.key(), salt="a tablet's turn")
