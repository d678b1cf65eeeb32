"""The lines of the summary that tell where people stopped."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import gettext as _

from participation.downloads.summary_line import Asked, Counted
from participation.drop_off.queries import DropOff


def lines_of_stops(drop_off: DropOff, language: str) -> Iterator[tuple[Asked, Counted]]:
    """How many have begun and not sent, then where they stand; shares are of those."""
    if not drop_off.begun:
        return
    yield Asked("begun", _("Begun and not sent; not among the answers")), Counted(drop_off.begun)
    told = _("Stopped here, of those who have not sent")
    if drop_off.nowhere:
        share = round(drop_off.nowhere / drop_off.begun, 4)
        yield Asked("begun", _("Before the first question"), label=told), Counted(drop_off.nowhere, share=share)
    for stop in drop_off.stops:
        asked = Asked(stop.question.variable, stop.question.label_in(language), label=told)
        yield asked, Counted(stop.count, share=round(stop.share, 4))
