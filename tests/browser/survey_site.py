"""The whole application with a survey open to all, served to the browser tests."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import flask
from sqlalchemy import select

from participation import create_app
from participation.extensions import db
from participation.responses.models import Response
from participation.schema import upgrade
from tests.browser.class_site import SETTINGS
from tests.browser.ground import take_up_streets
from tests.browser.stored import Rows, once
from tests.factories.surveys import make_survey
from tests.serving import served


@dataclass(frozen=True)
class SurveySite:
    address: str
    link: str
    app: flask.Flask

    def once(self, holds: Callable[[Rows], bool]) -> Rows:
        """What the server has, once it is as it should be."""
        return once(self.stored, holds)

    def stored(self) -> Rows:
        """What each response the server has answered, and whether it is sent."""
        with self.app.app_context():
            rows = db.session.scalars(select(Response).order_by(Response.id)).all()
            found = [
                {
                    "answers": json.loads(row.answers),
                    "marks": [json.loads(mark.answers) for mark in row.marks],
                    "categories": [mark.category for mark in row.marks],
                    "complete": row.complete,
                    "language": row.language,
                }
                for row in rows
            ]
            db.session.remove()
        return found


@contextmanager
def survey_site(
    folder: Path, document: dict[str, Any], *, streets: bool = False, **settings: Any
) -> Iterator[SurveySite]:
    app = create_app({**SETTINGS, "DATA_DIR": folder, "SESSION_COOKIE_SECURE": False, **settings})
    if not streets:
        take_up_streets(app, folder)
    with app.app_context():
        upgrade()
        survey = make_survey(document).id
        db.session.remove()
    with served(app) as port:
        address = f"http://127.0.0.1:{port}"
        yield SurveySite(address, f"{address}/a/{survey}", app)
