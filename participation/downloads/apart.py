"""Big files are written by one child process of low priority, so that nobody's handing in waits for them."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import flask
import orjson
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from exports.formats import FORMATS
from participation import languages
from participation.activities.models import Activity
from participation.downloads import queries
from participation.downloads.request import Request
from participation.downloads.selection import selection_from
from participation.downloads.services import write_file
from participation.downloads.shown import as_shown
from participation.errors import Refused

BIG = 3000
WAIT_SECONDS = 30.0
LONGEST_SECONDS = 600.0
REFUSED = 3
_one_at_a_time = threading.Lock()


def write_considerately(session: Session, request: Request, path: Path) -> None:
    """As `write_file`, in a process of its own when there are many marks or papers to draw. Refused (503) while others wait."""
    if not request.format.write_package and queries.count_marks(session, request.selection) < BIG:
        write_file(session, request, path)
        return
    if not _one_at_a_time.acquire(timeout=WAIT_SECONDS):
        raise Refused(_("Another large file is being made. Try again in a minute."), 503)
    try:
        _in_a_child(order(request, path))
    finally:
        _one_at_a_time.release()


def order(request: Request, path: Path) -> dict[str, Any]:
    """`request` as JSON can carry it to the child, with the settings of this application."""
    config = flask.current_app.config
    names = ("SQLALCHEMY_DATABASE_URI", "SECRET_KEY")
    return {
        "settings": {"DATA_DIR": str(config["DATA_DIR"]), **{name: config[name] for name in names}},
        "path": str(path),
        "activity": request.activity.id,
        "format": request.format.name,
        "selection": request.selection.as_arguments(),
        "language": request.language,
        "table": request.table,
        "crs": request.crs,
        "published": request.published,
        "reader": languages.current(),
    }


def carry_out(session: Session, wanted: dict[str, Any]) -> None:
    """Write the file that `wanted`, made by `order`, tells of."""
    activity = session.get_one(Activity, wanted["activity"])
    arguments: MultiDict[str, str] = MultiDict(
        {name: list(map(str, values)) for name, values in wanted["selection"].items()}
    )
    followups = list(queries.codebook(session, activity.id).followups)
    request = Request(
        activity,
        FORMATS[wanted["format"]],
        as_shown(session, activity, selection_from(activity.id, arguments, followups)),
        language=wanted["language"],
        table=wanted["table"],
        crs=wanted["crs"],
        published=wanted["published"],
    )
    write_file(session, request, Path(wanted["path"]))


def _in_a_child(wanted: dict[str, Any]) -> None:
    command = [sys.executable, "-m", "participation.downloads.apart"]
    done = subprocess.run(  # noqa: S603 - our own module; what the reader typed goes by standard input
        command, input=orjson.dumps(wanted), capture_output=True, timeout=LONGEST_SECONDS, check=False
    )
    if done.returncode == REFUSED:
        raise Refused(done.stdout.decode())
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))


def main() -> int:
    """Read an order from standard input and carry it out; a refusal goes to standard output."""
    from participation import create_app
    from participation.database import reading
    from participation.extensions import db

    if hasattr(os, "nice"):
        os.nice(10)
    wanted = orjson.loads(sys.stdin.buffer.read())
    settings = wanted["settings"]
    app = create_app({**settings, "DATA_DIR": Path(settings["DATA_DIR"])})
    with app.app_context(), reading(db) as session:
        flask.g.language = wanted["reader"]
        try:
            carry_out(session, wanted)
        except Refused as refused:
            sys.stdout.write(refused.message)
            return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main())
