"""The ways an answer can come, as people call them."""

from __future__ import annotations

from flask_babel import gettext as _


def labels() -> dict[str, str]:
    """What each channel is called, in the language in use. To add one: a line here and in `kinds` where a kind uses it."""
    return {
        "class": _("School class"),
        "open_link": _("Open link"),
        "personal_link": _("Personal link"),
        "interview": _("Interview"),
        "site_visit": _("Site visit"),
        "workshop": _("Workshop"),
        "open_meeting": _("Open meeting"),
        "staff": _("Staff"),
        "paper": _("Paper"),
        "import": _("Imported file"),
    }


def name(channel: str) -> str:
    """What one is called; one that nobody knows keeps its code."""
    return labels().get(channel, channel)
