"""Facts on a file that the public may have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from flask_babel import gettext as _

from participation.activities import channels
from participation.activities.newest_answers import newest_left_out
from participation.downloads.about_table import coordinates, note, which
from participation.downloads.request import Request
from participation.safeguards.suppression import RESOLUTION


def about_published(request: Request, by_channel: Mapping[str, int], made_at: datetime) -> dict[str, str]:
    """Facts on what the public may see. `by_channel`: how many responses came by each."""
    fewest = request.activity.project.fewest_in_public
    newest = newest_left_out(request.activity)
    return {
        **which(request.activity, made_at),
        _("What is shown"): _(
            "Hexagons (H3, resolution %(resolution)s) that at least %(fewest)s different respondents marked. No texts.",
            resolution=RESOLUTION,
            fewest=fewest,
        ),
        **({_("The newest answers"): newest} if newest else {}),
        _("Channels, counted together"): _channels_published(by_channel, fewest),
        _("Coordinates"): coordinates(request),
        _("Licence"): _("Norwegian Licence for Open Government Data (NLOD) 2.0"),
        **note(request.activity),
    }


def _channels_published(by_channel: Mapping[str, int], fewest: int) -> str:
    """The names alone, and only of those that enough came by."""
    named = [channels.name(one) for one, count in by_channel.items() if count >= fewest]
    few = [_("others with few answers")] if len(named) < len(by_channel) else []
    return "; ".join([*named, *few])
