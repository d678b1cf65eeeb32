"""Changes to tablets' links: made, renewed, ended; when each was last used."""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta

from flask_babel import gettext as _
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from participation.activities.models import Activity
from participation.clock import now
from participation.database import DatabaseBusy, writing
from participation.errors import Refused
from participation.extensions import db
from participation.kiosks.models import Kiosk

# What the answers from a tablet may be counted as. To add one: here, and its name in activities/channels.py.
CHANNELS = ("interview", "site_visit", "open_meeting", "workshop", "staff")
MOST_DAYS = 60
BETWEEN_NOTES = timedelta(minutes=1)
# Whoever has begun when the link ends may finish.
TO_FINISH = timedelta(hours=1)


def add_kiosk(session: Session, activity: Activity, name: str, channel: str, days: int) -> Kiosk:
    """A new tablet, with a link for so many days."""
    ends = now() + timedelta(days=days)
    kiosk = Kiosk(activity_id=activity.id, name=name.strip()[:80], channel=channel, days=days, expires_at=ends)
    session.add(kiosk)
    session.flush()
    return kiosk


def renew(kiosk: Kiosk) -> None:
    """Make the old link worthless, and another that lasts as long from now."""
    kiosk.generation += 1
    kiosk.last_used_at = None
    kiosk.expires_at = now() + timedelta(days=kiosk.days)


def end(kiosk: Kiosk) -> None:
    """Make the link worthless at once, on the tablets it has opened too."""
    kiosk.generation += 1
    kiosk.expires_at = now()


def let_go_on(kiosk: Kiosk, generation: int, expires_at: datetime) -> None:
    """Undo an end: the link of that generation works again. Refused with 409 where there is another by now."""
    if kiosk.generation != generation + 1:
        raise Refused(_("There is a new link by now. Open that on the tablet."), 409)
    kiosk.generation, kiosk.expires_at = generation, expires_at


def may_begin(kiosk: Kiosk) -> bool:
    """True until the link ends."""
    return now() < kiosk.expires_at


def may_finish(kiosk: Kiosk) -> bool:
    """True a little longer."""
    return now() < kiosk.expires_at + TO_FINISH


def note_use(kiosk: Kiosk) -> None:
    """Tell the planner when the tablet was last used, to the minute; a busy store stops nobody from answering."""
    if kiosk.last_used_at is not None and now() - kiosk.last_used_at < BETWEEN_NOTES:
        return
    with contextlib.suppress(DatabaseBusy, OperationalError), writing(db) as session:
        session.get_one(Kiosk, kiosk.id).last_used_at = now()
