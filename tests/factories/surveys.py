"""Resident surveys for tests."""

from __future__ import annotations

from typing import Any

from participation.activities import services as activities
from participation.activities.models import Activity
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from tests.factories.classes import make_project
from tests.unit.surveys.documents import category, choices, label, question


def page(name: str, *questions: dict[str, Any], **own: Any) -> dict[str, Any]:
    return {"name": name, "title": label(name.title()), "questions": list(questions), **own}


def document(*pages: dict[str, Any], **own: Any) -> dict[str, Any]:
    """A questionnaire of two ordinary pages and one with a map question, unless told otherwise."""
    usual = (
        page("home", question("single_choice", "lives_here", choices=choices("yes", "no"), required=True)),
        page("wishes", question("multiple_choice", "misses", choices=choices("bench", "light", "tree")), question("long_text", "wish")),
        page("places", question("place", "spots", categories=[category("good"), category("bad", "triangle")], max_marks=3)),
    )  # fmt: skip
    return {"format": 1, "languages": ["nb"], "title": label("Skjema"), "pages": list(pages or usual), **own}


def make_survey(content: dict[str, Any] | None = None, project: Project | None = None, opened: bool = True) -> Activity:
    """An open survey that anyone may answer."""
    project = project or make_project()
    with writing(db) as session:
        activity = activities.add_activity(
            session,
            session.get_one(Project, project.id),
            "resident_survey",
            "Nabolaget",
            document=content or document(),
        )
        if opened:
            activities.open_activity(session, activity)
    return activity


def survey_body(activity: Activity, *marks: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """What a respondent's device sends."""
    return {
        "activity": str(activity.id),
        "revision": 1,
        "complete": False,
        "questionnaire_version": 1,
        "language": "nb",
        "answers": {},
        "marks": list(marks),
    } | fields
