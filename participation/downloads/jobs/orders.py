"""What is asked for as JSON, so that it can be kept and carried to another process."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from exports.formats import FORMATS
from participation import languages
from participation.activities.models import Activity
from participation.downloads import queries
from participation.downloads.request import Request
from participation.downloads.selection import Selection, selection_from
from participation.downloads.shown import as_shown


def order_of(request: Request) -> dict[str, Any]:
    """`request`, and the language of the person who asks."""
    return {
        "activity": request.activity.id,
        "format": request.format.name,
        "selection": request.selection.as_arguments(),
        "language": request.language,
        "table": request.table,
        "crs": request.crs,
        "published": request.published,
        "reader": languages.current(),
    }


def request_of(session: Session, order: dict[str, Any]) -> Request:
    """What `order`, made by `order_of`, asks for."""
    activity = session.get_one(Activity, order["activity"])
    return Request(
        activity,
        FORMATS[order["format"]],
        selected(session, activity, order["selection"]),
        language=order["language"],
        table=order["table"],
        crs=order["crs"],
        published=order["published"],
    )


def selected(session: Session, activity: Activity, chosen: dict[str, list[Any]]) -> Selection:
    """The selection with these arguments, as `Selection.as_arguments` gives them."""
    arguments: MultiDict[str, str] = MultiDict({name: list(map(str, values)) for name, values in chosen.items()})
    followups = list(queries.codebook(session, activity.id).followups)
    return as_shown(session, activity, selection_from(activity.id, arguments, followups))
