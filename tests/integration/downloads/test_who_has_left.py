"""A file that takes long is not given to who has lost the right to it while it was made."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import flask
import pytest
from sqlalchemy import select

from participation.accounts.models import Person
from participation.audit.acts import Act
from participation.audit.models import AuditEntry
from participation.database import sqlite_driver
from participation.downloads import routes
from participation.extensions import db
from tests.factories.classes import make_class
from tests.factories.people import make_member, sign_in

LEAVING = {
    "removed": "DELETE FROM membership",
    "made a teacher": "UPDATE membership SET role = 'teacher'",
    "signed out": "DELETE FROM sign_in",
    "still there": "UPDATE membership SET role = 'planner'",
}
STATUSES = {"removed": 404, "made a teacher": 403, "signed out": 403, "still there": 200}


def leaving_meanwhile(how: str) -> Callable[..., None]:
    """As the file is written, somebody else does this."""

    def write(_session: Any, _request: Any, path: Path) -> None:
        path.write_text("{}")
        with closing(sqlite_driver.connect(db.engine.url.database)) as somebody_else:
            somebody_else.execute(LEAVING[how])
            somebody_else.commit()

    return write


@pytest.mark.parametrize("store", ["sqlite"], indirect=True)
@pytest.mark.parametrize("how", LEAVING)
def test_the_right_is_looked_at_once_more(app: flask.Flask, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    mapped = make_class()
    make_member(mapped.activity.project, "planner")
    browser = app.test_client()
    sign_in(browser, "member@example.no")
    monkeypatch.setattr(routes, "write_considerately", leaving_meanwhile(how))
    project = mapped.activity.project.slug
    answer = browser.get(f"/projects/{project}/activities/{mapped.activity_id}/downloads/marks.geojson")
    assert answer.status_code == STATUSES[how]
    exported = db.session.scalars(select(AuditEntry).where(AuditEntry.act == Act.EXPORTED.value)).all()
    assert len(exported) == (1 if how == "still there" else 0)
    assert db.session.scalars(select(Person.email)).all() == ["member@example.no"]
