"""Numbers as they stand in files."""

from __future__ import annotations

import re
from typing import Any

from flask_babel import gettext as _

SPACES = re.compile(r"\s")


class NoNumber(ValueError):
    """A cell that is none; says so in the reader's language."""


def number_in(value: Any, field: str) -> float | None:
    """ "1 234,5", "1234.5" or a number of its own; None for an empty cell. Raises NoNumber, also below nought."""
    text = SPACES.sub("", "" if value is None else str(value))
    if not text:
        return None
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        found = -1.0
    if not 0 <= found < 1e9:
        raise NoNumber(_("“%(value)s” in the field “%(field)s” is not a number.", value=str(value)[:60], field=field))
    return found
