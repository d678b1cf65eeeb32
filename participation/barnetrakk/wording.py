"""What the feature types are called on screen."""

from __future__ import annotations

from flask_babel import gettext as _


def type_names() -> dict[str, str]:
    """By the specification's name, which stands behind."""
    return {
        "Barneveg": _("Children's road (%(name)s)", name="Barneveg"),
        "Aktivitet": _("Activity (%(name)s)", name="Aktivitet"),
        "PositivOpplevelse": _("Good experience (%(name)s)", name="PositivOpplevelse"),
        "NegativOpplevelse": _("Bad experience (%(name)s)", name="NegativOpplevelse"),
    }
