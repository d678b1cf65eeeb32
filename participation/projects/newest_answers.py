"""What is said of the newest answers where everybody can see what is published: see downloads/steps.py."""

from __future__ import annotations

from flask_babel import gettext as _

from participation.projects.models import Project


def newest_left_out(project: Project) -> str:
    """Why what is published may lack them; "" where it does not."""
    if not project.is_for_everyone:
        return ""
    return _(
        "The project's page is for everyone. So the newest answers are left out until %(fewest)s people have answered or "
        "corrected, and nobody can see what one of them put.",
        fewest=project.fewest_in_public,
    )
