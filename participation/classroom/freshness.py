"""How fresh the class's map is, in plain words."""

from __future__ import annotations

from datetime import datetime

from flask_babel import gettext as _

from participation import languages
from participation.class_sessions.models import CLOSED, ClassSession
from participation.clock import local, now


def freshness(class_session: ClassSession, taken_at: datetime | None) -> str:
    """From when the numbers are, and while the class works when there will be new ones; empty before the first."""
    if taken_at is None:
        return ""
    sentences = [_("The numbers are from %(time)s.", time=moment(taken_at))]
    if class_session.status != CLOSED:
        sentences.append(_("They change when three more children have drawn."))
    return " ".join(sentences)


def moment(taken_at: datetime) -> str:
    """The time of today, or the day and the time."""
    if local(taken_at).date() == local(now()).date():
        return _("%(time)s today", time=local(taken_at).strftime("%H:%M"))
    return languages.moment(taken_at)
