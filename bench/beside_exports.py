"""Thirty pupils pressing Send at once while a large file is made, beside the same with nothing else at work."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from bench.filling import fill
from bench.handing_in import burst
from bench.installation import Installation, installation, served
from bench.measurement import Measurement
from exports.formats import FORMATS
from participation import create_app
from participation.activities.models import Activity
from participation.downloads.jobs.child import Child
from participation.downloads.jobs.orders import order_of
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.extensions import db

STORED = 100_000
# One writes much and reads little at a time, the other works out most.
MADE = ("gpkg", "xlsx")


def measure() -> Iterator[Measurement]:
    """The median of some bursts each."""
    with installation(folder()) as made:
        fill(made, STORED)
        with served(made) as (_process, port):
            burst(made, port)
            yield burst(made, port, "hand-in, 30 at once, p95, nothing else at work")
            for form in MADE:
                with being_made(made, form) as child:
                    yield burst(made, port, f"hand-in, 30 at once, p95, while a large {form} is made")
                    if child.is_over(0):
                        raise RuntimeError(f"{form} was made before the pupils had pressed")


def folder() -> Path | None:
    """Where there is room for it; None for the system's own."""
    named = os.environ.get("BENCH_FOLDER")
    return Path(named) if named else None


@contextmanager
def being_made(made: Installation, form: str) -> Iterator[Child]:
    """A file of everything, made by the process of low priority that makes what is ordered; past its start."""
    app = create_app({"DATA_DIR": made.folder})
    with app.app_context():
        activity = db.session.get_one(Activity, made.activity)
        request = Request(activity, FORMATS[form], Selection(made.activity), language="nb")
        child = Child(order_of(request), made.folder / f"large.{form}")
        try:
            deadline = monotonic() + 60
            while not child.read and not child.is_over(0) and monotonic() < deadline:
                sleep(0.05)
            yield child
        finally:
            child.stop()
            db.session.remove()
            db.engine.dispose()
