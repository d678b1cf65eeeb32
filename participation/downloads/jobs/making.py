"""One order being carried out."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from typing import Any

import flask
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.exc import OperationalError

from participation.database import DatabaseBusy, reading, writing
from participation.downloads.jobs.child import Broken, Child
from participation.downloads.jobs.own_files import stopped
from participation.errors import Refused
from participation.export_jobs import files, queries, services
from participation.extensions import db
from participation.reasons import reason

LOOK_EVERY = 0.5  # seconds
BEAT_EVERY = 2.0
LONGEST_SECONDS = 3600.0
PATIENCE = 10.0
BUSY = (DatabaseBusy, OperationalError)

log = logging.getLogger(__name__)


class Making:
    """The `run`th time that the order is carried out; `stopping` is set when the server stops."""

    def __init__(self, job_id: int, run: int, asked: dict[str, Any], stopping: threading.Event) -> None:
        self.key = (job_id, run)
        self.asked = asked
        self.stopping = stopping
        self.until = time.monotonic() + LONGEST_SECONDS
        self.beat_at = time.monotonic()

    def carry_out(self) -> None:
        """Make the file, or say why it cannot be made. Nothing half-made is left."""
        kept = False
        try:
            child = Child(self.asked, files.begin(*self.key))
            if self._is_followed_to_its_end(child):
                kept = self._finish(child)
        except BUSY:
            raise  # It is taken up again when the store can be used.
        except Exception as wrong:
            self._fail(wrong)
        finally:
            if not kept:
                files.discard(*self.key)

    def _is_followed_to_its_end(self, child: Child) -> bool:
        """False when the child was stopped: nobody waits for the file, or not here."""
        try:
            while not child.is_over(LOOK_EVERY):
                if self.stopping.is_set():
                    self._give_back()
                    return False
                if not self._is_wanted():
                    return False
                if time.monotonic() > self.until:
                    raise TimeoutError
                self._beat(child)
            return True
        finally:
            if child.process.returncode is None:
                child.stop()

    def _is_wanted(self) -> bool:
        with contextlib.suppress(*BUSY), reading(db) as session:
            return queries.is_running(session, *self.key)
        return True

    def _beat(self, child: Child) -> None:
        if time.monotonic() - self.beat_at < BEAT_EVERY:
            return
        self.beat_at = time.monotonic()
        with contextlib.suppress(*BUSY), writing(db, PATIENCE) as session:
            services.beat(session, *self.key, min(child.read, child.of), child.of)

    def _finish(self, child: Child) -> bool:
        rows = child.rows()
        child.path.chmod(0o600)
        size, hours = child.path.stat().st_size, flask.current_app.config["EXPORTS_KEPT_HOURS"]
        with writing(db, PATIENCE) as session:
            return services.finish(session, *self.key, rows, size, hours)

    def _give_back(self) -> None:
        with writing(db, PATIENCE) as session:
            services.give_back(session, *self.key)

    def _fail(self, wrong: Exception) -> None:
        if not isinstance(wrong, Refused):
            log.error("an ordered file could not be made: %s", wrong)
        with force_locale(self.asked["reader"]):
            problem = _problem(wrong)
        with writing(db, PATIENCE) as session:
            services.fail(session, *self.key, problem)


def _problem(wrong: Exception) -> str:
    """What went wrong, to the person who ordered the file."""
    if isinstance(wrong, Refused):
        return wrong.message
    if isinstance(wrong, OSError) and not isinstance(wrong, TimeoutError):
        message = _(
            "The server could not write the file: %(why)s. Tell the person who runs the server.", why=reason(wrong)
        )
        return message
    if isinstance(wrong, TimeoutError):
        return _("The work took more than an hour and was stopped. Choose fewer marks, or another format.")
    if isinstance(wrong, Broken) and wrong.killed:
        return stopped().message
    return _("Something went wrong on our side. Nothing you have sent is lost. Try again soon.")
