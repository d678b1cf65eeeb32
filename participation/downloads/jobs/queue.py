"""Makes what was ordered, one file at a time, in a thread of the server; the writing itself is done by a child process."""

from __future__ import annotations

import logging
import threading

import flask
import orjson

from participation import sent_file
from participation.clock import now
from participation.database import writing
from participation.downloads.jobs.making import BUSY, PATIENCE, Making
from participation.export_jobs import services
from participation.extensions import db
from participation.projects.files import uploads

# As often it looks for what another process ordered or left, and for what is kept no longer.
ROUND_SECONDS = 20.0
NAME = "exports queue"

log = logging.getLogger(__name__)


class Queue(threading.Thread):
    """Works until it is stopped."""

    def __init__(self, app: flask.Flask) -> None:
        super().__init__(name=NAME, daemon=True)
        self.app = app
        self.woken, self.stopping = threading.Event(), threading.Event()

    def run(self) -> None:
        while not self.stopping.is_set():
            self.woken.clear()
            try:
                with self.app.app_context():
                    self.work_off()
            except BUSY:
                pass  # The next round looks again.
            except Exception:
                log.exception("the ordered files could not be looked after")
            self.woken.wait(ROUND_SECONDS)

    def stop(self) -> None:
        """Give back what is being made, so that another process makes it."""
        self.stopping.set()
        self.woken.set()
        self.join(PATIENCE)

    def work_off(self) -> None:
        """Tidy up, and make all that waits. In an application's context."""
        sent_file.forget_left()
        uploads.forget_old()
        with writing(db, PATIENCE) as session:
            services.tidy(session, now())
        while not self.stopping.is_set():
            with writing(db, PATIENCE) as session:
                job = services.claim(session)
                claimed = (job.id, job.run, orjson.loads(job.asked)) if job else None
            if claimed is None:
                return
            Making(*claimed, self.stopping).carry_out()


def start(app: flask.Flask) -> Queue:
    """A queue at work for `app`, which `wake` finds."""
    queue = app.extensions[NAME] = Queue(app)
    queue.start()
    return queue


def wake() -> None:
    """Something was ordered: look at once, where this process makes files."""
    queue = flask.current_app.extensions.get(NAME)
    if queue:
        queue.woken.set()
