"""The `datetime` of an address: an instant or a stretch of time, as RFC 3339 writes it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from flask_babel import gettext as _

from participation.clock import OSLO
from participation.errors import Refused

DAY = r"\d{4}-\d{2}-\d{2}"
MOMENT = re.compile(rf"{DAY}(T\d{{2}}:\d{{2}}:\d{{2}}(\.\d+)?(Z|[+-]\d{{2}}:\d{{2}}))?", re.ASCII | re.IGNORECASE)
OPEN = ("", "..")


class Stretch(NamedTuple):
    """From `begin` to and with `end`; None where it has no end."""

    begin: datetime | None
    end: datetime | None


def stretch_in(text: str) -> Stretch:
    """Raises Refused for what is neither an instant nor a stretch."""
    first, slash, second = text.partition("/")
    begin = None if slash and first in OPEN else _moment(first, text)
    last = second if slash else first
    end = None if slash and second in OPEN else _moment(last, text, to_its_end=True)
    if begin and end and begin > end:
        raise Refused(_("datetime begins after it ends: “%(value)s”.", value=text[:80]))
    return Stretch(begin, end)


def weeks_of(stretch: Stretch) -> Stretch:
    """The whole weeks, on a Norwegian calendar, that it has a part in; `end` is then the first moment after them."""
    begin = None if stretch.begin is None else _monday(stretch.begin)
    return Stretch(begin, None if stretch.end is None else _monday(stretch.end) + timedelta(days=7))


def _monday(moment: datetime) -> datetime:
    day = moment.astimezone(OSLO).replace(hour=0, minute=0, second=0, microsecond=0)
    return day - timedelta(days=day.weekday())


def _moment(text: str, whole: str, *, to_its_end: bool = False) -> datetime:
    """A day without a time begins or ends as it does in Norway."""
    try:
        if not MOMENT.fullmatch(text):
            raise ValueError
        found = datetime.fromisoformat(text.upper())
        if not 1900 < found.year < 9000:
            raise ValueError
    except ValueError as error:
        message = _(
            "datetime is a moment or a stretch, such as 2026-03-02T09:30:00Z or 2026-03-01/.., and not “%(value)s”.",
            value=whole[:80],
        )
        raise Refused(message) from error
    if found.tzinfo is not None:
        return found
    return found.replace(tzinfo=OSLO) + (timedelta(days=1, microseconds=-1) if to_its_end else timedelta())
