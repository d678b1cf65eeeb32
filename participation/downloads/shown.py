"""The marks that the planner's page of marks shows: what is downloaded is what is seen."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from participation.activities.models import Activity
from participation.downloads.selection import Selection
from participation.moderation.filters import filters_from
from participation.moderation.queries import ids


def as_shown(session: Session, activity: Activity, selection: Selection) -> Selection:
    """`selection` with the ids of the marks the page shows, when it was asked for more than the files know of."""
    if not selection.looked_for:
        return selection
    arguments: MultiDict[str, str] = MultiDict(
        {name: list(map(str, values)) for name, values in selection.as_arguments().items()}
    )
    return replace(selection, only=frozenset(ids(session, activity, filters_from(arguments))))
