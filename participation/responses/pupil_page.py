"""What the pupil's page carries: the questionnaire, the map, the words of this class and project."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from participation import catalogues, languages
from participation.activities import queries as activities
from participation.activities.models import Activity
from participation.basemaps.sources import map_sources
from participation.class_sessions import joining
from participation.class_sessions.models import ClassSession
from participation.errors import Refused
from participation.map_layers.queries import overlays_shown
from participation.projects import extent
from participation.projects.named_places import named_schools, named_zones
from participation.responses.imported_questionnaire import asked

MIN_ZOOM_TO_DRAW = 15


def page_data(session: Session, class_session: ClassSession, practice: bool) -> dict[str, Any]:
    """The JSON of the pupil's page."""
    activity, project, school = class_session.activity, class_session.activity.project, class_session.school
    version = activities.newest_version(session, activity)
    if version is None:
        raise Refused(_("This class is not open now. Ask your teacher."), 410)
    questionnaire = activities.questionnaire(session, activity.id, version.number)
    assert questionnaire is not None
    bounds = extent.map_bounds(session, project)
    centre = (
        [school.longitude, school.latitude] if school else [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]
    )
    return {
        "class_code": class_session.code,
        "class_status": class_session.status,
        "over": joining.is_over(class_session.closed_at, activity.closed_at),
        "class_label": class_label(class_session),
        "activity": str(activity.id),
        "questionnaire_version": version.number,
        "questionnaire": asked(questionnaire.document),
        "language": languages.current(),
        "languages": [[code, catalogues.name(code)] for code in languages.offered()],
        "unread": not catalogues.is_read(languages.current()),
        "map": {
            "centre": centre,
            "zoom": 16,
            "min_zoom_to_draw": MIN_ZOOM_TO_DRAW,
            "max_zoom": 19,
            "bounds": list(bounds),
            "sources": map_sources(bounds),
            **overlays_shown(session, activity),
        },
        "school": {"name": school.name, "lon": school.longitude, "lat": school.latitude} if school else None,
        "places": places(session, class_session),
        "home_cut": {"density": extent.dwelling_density(session, project, centre)},
        "practice": practice,
        "adult": project.adult_to_talk_to or _("your teacher"),
        "helpline": {"name": project.helpline_name, "number": project.helpline_number},
        "promise": promised(activity),
        "privacy_url": "/personvern",
    }


def class_label(class_session: ClassSession) -> str:
    """The class and its school, such as "6A, Loddefjord skole"."""
    return f"{class_session.class_name}, {class_session.school_name}"


def places(session: Session, class_session: ClassSession) -> list[dict[str, Any]]:
    """The project's own schools and zones: all that place search on the device looks in."""
    project = class_session.activity.project
    found = [*named_schools(session, project), *named_zones(session, project)]
    return [{"name": one.name, "lon": one.longitude, "lat": one.latitude} for one in found]


def promised(activity: Activity) -> str | None:
    """What the planner promised those who answer, in words, or None."""
    if activity.answer_by:
        return _("The municipality answers by %(day)s.", day=languages.day_of_year(activity.answer_by))
    return activity.promise or None
