"""By which way an answer comes: what the device shows with it decides the channel, and what is to be used up.

The note stands in the header `Authorization: Bearer …`, not in the body: a body's hash is stored and a body may be kept,
and neither may hold anything of a personal code.
"""

from __future__ import annotations

from dataclasses import dataclass

import flask
from flask_babel import gettext as _
from itsdangerous import BadSignature, URLSafeSerializer

from participation.activities.kinds import KINDS, OPEN_LINK
from participation.class_sessions import codes
from participation.database import reading_connection
from participation.errors import Refused
from participation.extensions import db
from participation.invitations import tickets, using
from participation.kiosks import services as kiosks
from participation.kiosks import tickets as kiosk_tickets
from participation.kiosks.models import Kiosk
from participation.responses import preview_links
from participation.responses.body import Body
from participation.responses.lookup import Found

PERSONAL_LINK, PAPER = "personal_link", "paper"


@dataclass(frozen=True, slots=True)
class Way:
    """`code_hash`: of the personal code that is used up when the answer is complete; `paper_number`: the paper's own;
    `tried`: of a test, the number of the version that it is given to."""

    channel: str
    code_hash: str | None = None
    paper_number: str | None = None
    tried: int | None = None

    @property
    def is_test(self) -> bool:
        return self.tried is not None


def ticket_of_request() -> str | None:
    """What the device shows in its header."""
    scheme, _space, shown = flask.request.headers.get("Authorization", "").partition(" ")
    return shown.strip()[:400] if scheme.lower() == "bearer" and shown.strip() else None


def way_of(body: Body, found: Found) -> Way:
    """The way this body came; refused with 403 or 410 when its code is wrong, over, or missing where one is needed."""
    channel = KINDS[found.kind].channel
    tried = preview_links.tried_with(body.ticket)
    if tried is not None and tried.activity_id == found.activity_id:
        return Way(channel, tried=tried.number)
    if channel != OPEN_LINK:
        return Way(channel)
    way = _way_of_note(body.ticket, found.activity_id) if body.ticket else None
    if way is not None:
        return way
    # Whoever corrects an answer has its receipt, and used the code when it was sent.
    if found.only_invited and body.content.get("replaces") is None:
        raise Refused(code_needed(), 403)
    if found.stored_channel == PERSONAL_LINK and body.content.get("replaces") is None:
        raise Refused(code_first(), 403)
    return Way(channel)


def _way_of_note(ticket: str, activity_id: int) -> Way | None:
    """The way a note of ours tells; None for any other text."""
    number = _paper_number(ticket, activity_id)
    if number is not None:
        return Way(PAPER, paper_number=number or None)
    on_tablet = kiosk_tickets.read(ticket, activity_id)
    if on_tablet is not None:
        return Way(_channel_of(*on_tablet[:2]))
    code_hash = tickets.code_hash(ticket, activity_id)
    if code_hash is None:
        return None
    with reading_connection(db) as connection:
        using.refuse_unless_unused(using.state(connection, activity_id, code_hash))
    return Way(PERSONAL_LINK, code_hash)


def paper_ticket(activity_id: int, number: str) -> str:
    """What staff show who enter a paper with this number, "" for none."""
    return str(_paper_signer().dumps([activity_id, number]))


def _paper_number(ticket: str, activity_id: int) -> str | None:
    try:
        survey, number = _paper_signer().loads(ticket)
    except (BadSignature, ValueError, TypeError):
        return None
    return str(number) if survey == activity_id else None


def _paper_signer() -> URLSafeSerializer:
    return URLSafeSerializer(codes.key(), salt="a paper")


def _channel_of(kiosk_id: int, generation: int) -> str:
    """What answers from this tablet are counted as; refused with 410 once its link has ended."""
    kiosk = db.session.get(Kiosk, kiosk_id)
    if kiosk is None or kiosk.generation != generation or not kiosks.may_finish(kiosk):
        raise Refused(_("The link of this tablet has ended. Ask the planner for a new one."), 410)
    return kiosk.channel


def code_first() -> str:
    """What is told who goes on, on another device, with what was begun with a personal code."""
    return _("Type your personal code first. Then go on with the other code.")


def code_needed() -> str:
    """What is told where only those with a personal code may answer."""
    return _("Only those who were invited can answer this survey. Type the code from your letter or message.")
