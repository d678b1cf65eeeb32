"""The classes of a whole city, made in one go."""

from __future__ import annotations

import flask
from sqlalchemy import event

from participation.class_sessions import codes, services
from participation.class_sessions.joining import MOST_PUPILS
from participation.database import writing
from participation.extensions import db
from participation.projects.models import Project
from tests.factories.classes import make_activity


def statements_of_making(pupils: int) -> int:
    """How many statements a class of so many takes."""
    activity = make_activity(db.session.query(Project).first())
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    with writing(db) as session:
        activity = session.get_one(type(activity), activity.id)
        made = services.add_class(session, activity, school_name="Lia", year=6, class_name="6A", pupils=pupils)
    event.remove(db.engine, "before_cursor_execute", note)
    assert [pupil.number for pupil in made.pupils] == list(range(1, pupils + 1))
    assert len({pupil.nickname for pupil in made.pupils}) == pupils
    assert all(pupil.on_slip and pupil.joined_at is None for pupil in made.pupils)
    assert made.pupils[-1].code_hash == codes.hashed(codes.personal_code(made.id, pupils))
    db.session.rollback()
    return len(statements)


def test_a_class_takes_as_many_statements_however_many_pupils_it_has(app: flask.Flask) -> None:
    """Each place took three: 300 classes held the store for five seconds, and who was handing in elsewhere was refused."""
    make_activity()
    assert statements_of_making(2) == statements_of_making(28) == statements_of_making(MOST_PUPILS)
