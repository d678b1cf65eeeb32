"""Ordering files in tests, and what stands in for the process that writes them."""

from __future__ import annotations

import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import flask
from flask.testing import FlaskClient
from sqlalchemy import select

from participation.database import reading
from participation.downloads.jobs.orders import request_of
from participation.downloads.jobs.queue import Queue
from participation.downloads.services import write_file
from participation.export_jobs.models import ExportJob
from participation.extensions import db
from tests.integration.downloads.conftest import Told


class InPlace:
    """Writes the file at once, in this process."""

    def __init__(self, order: dict[str, Any], path: Path) -> None:
        self.path = path
        self.process = SimpleNamespace(returncode=0)
        self.of = self.read = 0
        with reading(db) as session:
            self.written = write_file(session, request_of(session, order), path)

    def is_over(self, _seconds: float) -> bool:
        return True

    def rows(self) -> int:
        return self.written


class Endless:
    """Has written half of a file, and never comes further."""

    made: list[Endless] = []

    def __init__(self, _order: dict[str, Any], path: Path) -> None:
        path.write_text("half", encoding="ascii")
        self.path = path
        self.of, self.read = 10, 5
        self.process = SimpleNamespace(returncode=None)
        self.made.append(self)

    def is_over(self, _seconds: float) -> bool:
        time.sleep(0.01)
        return False

    def stop(self) -> None:
        self.process.returncode = -9


def address(told: Told, file: str = "") -> str:
    return f"/projects/{told.slug}/activities/{told.activity}/downloads{file}"


def order(browser: FlaskClient, told: Told, file: str = "/marks.csv?category=unsafe&lang=nb") -> str:
    """The path of the ordered file's page."""
    answer = browser.post(address(told, file))
    assert answer.status_code == 303
    return str(answer.location)


def work_off(app: flask.Flask) -> None:
    """All that a server does for what is ordered, until nothing is left to do."""
    db.session.rollback()
    Queue(app).work_off()
    db.session.rollback()


def job() -> ExportJob:
    """The newest order, as it is now."""
    db.session.rollback()
    return db.session.scalars(select(ExportJob).order_by(ExportJob.id.desc()).limit(1)).one()
