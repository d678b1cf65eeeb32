"""Why a file of the server's own cannot be written, to a reader who does not run the server."""

from __future__ import annotations

from flask_babel import gettext as _

from participation.errors import Refused
from participation.reasons import NO_ROOM, reason

UNAVAILABLE = 503


def to_reader(refused: Refused) -> Refused:
    """As it was, but where the disk is in the way: then without the path, which tells the reader nothing."""
    wrong = refused.__cause__
    if not isinstance(wrong, OSError):
        return refused
    if wrong.errno in NO_ROOM:
        message = _("There is no room for the file on the server's disk. Tell the person who runs the server.")
        return Refused(message, UNAVAILABLE)
    message = _("The server could not write the file: %(why)s. Tell the person who runs the server.", why=reason(wrong))
    return Refused(message, UNAVAILABLE)


def stopped() -> Refused:
    """The process that wrote it was ended by somebody else."""
    message = _(
        "The work was stopped before the file was whole, perhaps because the server ran out of memory. "
        "Try again, choose fewer marks, or choose CSV or GeoJSON, which need least."
    )
    return Refused(message, UNAVAILABLE)
