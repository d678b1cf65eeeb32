"""Loading the survey that is shared."""

from __future__ import annotations

import flask

from participation.activities.models import Activity
from participation.activities.queries import activity_or_404
from participation.activities.services import is_open_to_residents
from participation.extensions import db
from participation.projects.access import project_at


def loaded(slug: str, identity: int) -> Activity:
    """The survey; other activities are not shared in these ways."""
    activity = activity_or_404(db.session(), project_at(slug), identity)
    if not is_open_to_residents(activity):
        flask.abort(404)
    return activity
