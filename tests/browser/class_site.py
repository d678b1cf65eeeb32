"""The whole application with one open class on the bundled street map, served to the browser tests."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import flask
from sqlalchemy import select

from participation import create_app
from participation.activities import services as activities
from participation.class_sessions import services as class_sessions
from participation.class_sessions.models import CLOSED, ClassSession
from participation.clock import now
from participation.database import writing
from participation.extensions import db
from participation.projects import services as projects
from participation.projects.models import School
from participation.responses.models import Mark, Response
from participation.schema import upgrade
from tests.browser.ground import take_up_streets
from tests.browser.stored import Rows, once
from tests.serving import served

SCHOOL = (10.79013, 59.91317)
WEST, SOUTH, EAST, NORTH = 10.722, 59.872, 10.815, 59.926  # the bundled street map of Oslo east
CORNERS = [[WEST, SOUTH], [EAST, SOUTH], [EAST, NORTH], [WEST, NORTH], [WEST, SOUTH]]
AREA = json.dumps({"type": "Polygon", "coordinates": [CORNERS]})
SETTINGS = {"TESTING": True, "SECRET_KEY": "a key for tests", "WRONG_CODES_PER_HOUR": 10_000, "KARTVERKET": "0"}


@dataclass(frozen=True)
class ClassSite:
    address: str
    code: str
    app: flask.Flask

    def told_by_teacher(self, status: str) -> None:
        """The teacher pauses, opens or closes the class."""
        with self.app.app_context():
            with writing(db) as session:
                session.scalars(select(ClassSession)).one().status = status
            db.session.remove()

    def ended(self, days_ago: int) -> None:
        """The teacher ended the class some days ago."""
        with self.app.app_context():
            with writing(db) as session:
                found = session.scalars(select(ClassSession)).one()
                found.status, found.closed_at = CLOSED, now() - timedelta(days=days_ago)
            db.session.remove()

    def five_minutes_left(self) -> None:
        """The teacher presses *5 minutter igjen*."""
        with self.app.app_context():
            with writing(db) as session:
                class_sessions.tell_five_minutes_left(session.scalars(select(ClassSession)).one())
            db.session.remove()

    @property
    def link(self) -> str:
        return f"{self.address}/c/{self.code}"

    def once(self, holds: Callable[[Rows], bool]) -> Rows:
        """What the server has, once it is as it should be."""
        return once(self.stored, holds)

    def stored(self) -> Rows:
        """Every response the server has, with its marks."""
        with self.app.app_context():
            rows = db.session.scalars(select(Response).order_by(Response.id)).all()
            found = [
                {
                    "uuid": row.uuid,
                    "revision": row.revision,
                    "complete": row.complete,
                    "replaced": row.replaced_by_id is not None,
                    "answers": json.loads(row.answers),
                    "marks": [_told(mark) for mark in row.marks],
                    "pupil": row.pupil and row.pupil.nickname,
                }
                for row in rows
            ]
            db.session.remove()
            return found


def _told(mark: Mark) -> dict[str, Any]:
    return {
        "category": mark.category,
        "geometry": json.loads(mark.geometry),
        "home_cut": mark.home_cut,
        "answers": json.loads(mark.answers),
    }


@contextmanager
def class_site(folder: Path, template: str = "barnetrakk_3_7", *, streets: bool = False) -> Iterator[ClassSite]:
    app = create_app({**SETTINGS, "DATA_DIR": folder})
    if not streets:
        take_up_streets(app, folder)
    with app.app_context():
        upgrade()
        code = _open_class(template)
        db.session.remove()
    with served(app) as port:
        yield ClassSite(f"http://127.0.0.1:{port}", code, app)


def _open_class(template: str) -> str:
    with writing(db) as session:
        project = projects.add_project(session, "oslo", "Oslo øst", AREA)
        project.is_demo = True
        session.add(School(project_id=project.id, name="Vålerenga skole", longitude=SCHOOL[0], latitude=SCHOOL[1]))
        session.flush()
        activity = activities.add_activity(session, project, "class_mapping", "Barnetråkk", template)
        activities.open_activity(session, activity)
        room = class_sessions.add_class(
            session, activity, school_name="Vålerenga skole", year=6, class_name="6A", pupils=3
        )
        class_sessions.open_class(session, room)
        return room.code
