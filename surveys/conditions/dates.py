"""Days of the Gregorian calendar, from 0001-01-01 to 9999-12-31."""

from __future__ import annotations

import re
from datetime import date

DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?")


def day_in(text: object) -> date | None:
    """The day of a date, or of a date and time."""
    if not isinstance(text, str) or (len(text) > 10 and text[10] != "T"):
        return None
    found = DATE.fullmatch(text[:10])
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def is_date(text: object) -> bool:
    return isinstance(text, str) and len(text) == 10 and day_in(text) is not None


def is_time(text: object) -> bool:
    return isinstance(text, str) and TIME.fullmatch(text) is not None


def is_date_time(text: object) -> bool:
    return isinstance(text, str) and is_date(text[:10]) and text[10:11] == "T" and is_time(text[11:])
