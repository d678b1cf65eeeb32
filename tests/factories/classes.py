"""Projects, activities and classes for tests."""

from __future__ import annotations

import json
import uuid
from typing import Any

from participation.activities import services as activities
from participation.activities.models import Activity
from participation.class_sessions import services as class_sessions
from participation.class_sessions.models import ClassSession
from participation.database import writing
from participation.extensions import db
from participation.projects import services as projects
from participation.projects.models import Project, School

SCHOOL = (5.2318, 60.36364)
AREA = json.dumps(
    {"type": "Polygon", "coordinates": [[[5.15, 60.33], [5.3, 60.33], [5.3, 60.4], [5.15, 60.4], [5.15, 60.33]]]}
)


def make_project(slug: str = "loddefjord", area: str | None = AREA) -> Project:
    """A project with a school, where classes may open without the privacy fields."""
    with writing(db) as session:
        project = projects.add_project(session, slug, "Loddefjord", area)
        project.is_demo = True
        session.add(School(project_id=project.id, name="Loddefjord skole", longitude=SCHOOL[0], latitude=SCHOOL[1]))
    return project


def make_activity(project: Project | None = None, kind: str = "class_mapping") -> Activity:
    """An open activity."""
    project = project or make_project()
    with writing(db) as session:
        activity = activities.add_activity(session, session.get_one(Project, project.id), kind, "Barnetråkk")
        activities.open_activity(session, activity)
    return activity


def make_class(activity: Activity | None = None, pupils: int = 3, opened: bool = True) -> ClassSession:
    """A class at work."""
    activity = activity or make_activity()
    with writing(db) as session:
        class_session = class_sessions.add_class(
            session,
            session.get_one(Activity, activity.id),
            school_name="Loddefjord skole",
            year=6,
            class_name="6A",
            pupils=pupils,
        )
        if opened:
            class_sessions.open_class(session, class_session)
    return class_session


def point(longitude: float = 5.23, latitude: float = 60.36, category: str = "good", **answers: Any) -> dict[str, Any]:
    """A sticker as a device sends it."""
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": {"question": "places", "category": category, "answers": answers},
    }


def road(coordinates: list[list[float]] | None = None, home_cut: bool | None = True, **answers: Any) -> dict[str, Any]:
    """A road as a device sends it; the last point is at the school."""
    properties: dict[str, Any] = {"question": "road", "category": "school_road", "answers": answers}
    if home_cut is not None:
        properties["home_cut"] = home_cut
    line = coordinates or [[5.22, 60.357], [5.225, 60.36], [5.2318, 60.36364]]
    return {"type": "Feature", "geometry": {"type": "LineString", "coordinates": line}, "properties": properties}


def body(class_session: ClassSession, *marks: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A hand-in's body."""
    return {
        "activity": str(class_session.activity_id),
        "revision": 1,
        "complete": False,
        "questionnaire_version": 1,
        "language": "nb",
        "class_code": class_session.code,
        "answers": {},
        "marks": list(marks),
    } | fields


def new_uuid() -> str:
    """A version-4 UUID."""
    return str(uuid.uuid4())
