"""What a server that fell left of a file, and what a planner chose and never took in, does not lie in the data folder."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import flask
import pytest

from participation.downloads.jobs.queue import Queue
from participation.retention.purging import purge

HOUR = 3600
pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


def left(app: flask.Flask, where: str, name: str, hours: float) -> Path:
    folder = Path(app.config["DATA_DIR"]) / where / name
    folder.mkdir(parents=True)
    (folder / "rows.db").write_text("what a child told", encoding="utf-8")
    then = time.time() - hours * HOUR
    os.utime(folder, (then, then))
    return folder


@pytest.mark.parametrize("tidy", [lambda app: Queue(app).work_off(), lambda _app: list(purge())])
def test_what_nobody_comes_back_for_is_removed(app: flask.Flask, tidy: Callable[[flask.Flask], object]) -> None:
    old = [left(app, "downloads", "tmpold", 1.1), left(app, "uploads", "old", 24.1)]
    young = [left(app, "downloads", "tmpyoung", 0.5), left(app, "uploads", "young", 23)]
    tidy(app)
    assert [one.exists() for one in (*old, *young)] == [False, False, True, True]
