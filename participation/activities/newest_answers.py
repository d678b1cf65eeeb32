"""What is said of the newest answers where everybody can see what is published: see downloads/steps.py."""

from __future__ import annotations

from flask_babel import gettext as _

from participation.activities.models import Activity
from participation.activities.services import is_for_classes


def newest_left_out(activity: Activity) -> str:
    """Why what is published may lack them; "" where it does not."""
    project = activity.project
    if not project.is_for_everyone:
        return ""
    told = _(
        "The project's page is for everyone. So the newest answers are left out until %(fewest)s people have answered or "
        "corrected, and nobody can see what one of them put.",
        fewest=project.fewest_in_public,
    )
    unsent = _("What a class left unsent comes along when nobody can go on with it.")
    return f"{told} {unsent}" if is_for_classes(activity) else told
