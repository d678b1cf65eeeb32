"""A class that has mapped its neighbourhood: one project with zones, one activity, one class, its responses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import count
from typing import Any
from uuid import uuid4

import orjson
import shapely
from sqlalchemy.orm import Session

from participation.activities.models import OPEN, Activity, QuestionnaireVersion
from participation.class_sessions.models import ClassSession
from participation.projects.models import Project, Zone
from participation.responses.models import Mark, Response
from surveys.templates import template

HANDED_IN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
_numbers = count(1)


def make_activity(session: Session, title: str = "Barnetråkk 2026", **of_project: Any) -> Activity:
    """An open class mapping with the template for years 5–7, in a project of its own."""
    number = next(_numbers)
    project = Project(slug=f"prosjekt-{number}", name="Loddefjord og Olsvik", created_at=HANDED_IN, **of_project)
    activity = Activity(project=project, kind="class_mapping", title=title, status=OPEN, created_at=HANDED_IN)
    document = orjson.dumps(template("barnetrakk_3_7")).decode()
    session.add_all([project, activity])
    session.flush()
    session.add(QuestionnaireVersion(activity_id=activity.id, number=1, document=document, published_at=HANDED_IN))
    session.flush()
    return activity


def make_zone(session: Session, project: Project, code: str, name: str, box: Sequence[float]) -> Zone:
    """A rectangle: west, south, east, north."""
    west, south, east, north = box
    shape = shapely.to_geojson(shapely.box(*box))
    place = {"west": west, "south": south, "east": east, "north": north}
    zone = Zone(project_id=project.id, kind="grunnkrets", code=code, name=name, geometry=shape, **place)
    session.add(zone)
    session.flush()
    return zone


def make_class(session: Session, activity: Activity, school: str = "Loddefjord skole", year: int = 6) -> ClassSession:
    found = ClassSession(
        activity_id=activity.id,
        school_name=school,
        year=year,
        class_name=f"{year}A",
        code=f"A{next(_numbers):05}",
        held_on=date(2026, 3, 2),
        created_at=HANDED_IN,
    )
    session.add(found)
    session.flush()
    return found


def make_response(
    session: Session,
    activity: Activity,
    class_session: ClassSession | None = None,
    marks: Sequence[Mark] = (),
    answers: dict[str, Any] | None = None,
    **columns: Any,
) -> Response:
    """A handed-in response; `columns` differ from that."""
    usual = {
        "uuid": str(uuid4()),
        "activity_id": activity.id,
        "class_session_id": class_session.id if class_session else None,
        "questionnaire_version": 1,
        "language": "nb",
        "channel": "class",
        "revision": 1,
        "complete": True,
        "answers": orjson.dumps(answers or {}).decode(),
        "body_sha256": "",
        "started_at": HANDED_IN,
        "received_at": HANDED_IN,
        "completed_at": HANDED_IN,
    }
    response = Response(**usual | columns)
    response.marks = list(marks)
    session.add(response)
    session.flush()
    return response


def make_mark(geometry: str, question: str = "places", category: str = "good", **answers: Any) -> Mark:
    """A mark not yet of any response; `geometry` as WKT, `answers` to its follow-up questions."""
    shape = shapely.from_wkt(geometry)
    west, south, east, north = shape.bounds
    return Mark(
        question=question,
        category=category,
        geometry=shapely.to_geojson(shape).replace(" ", ""),
        west=west,
        south=south,
        east=east,
        north=north,
        answers=orjson.dumps(answers).decode(),
        fingerprint="",
    )
