"""A process of its own that writes one file, of low priority, so that nobody's handing in waits for it.

The order comes as a line on standard input, which then stays open: its end means that nobody waits any more. What is told
on standard output are lines of JSON: `{"of"}` rows in all, `{"read"}` so far, and `{"rows"}` written or `{"refused"}` with
the HTTP `status` of that. It ends with AWAY where the store was away, as while it is started anew.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

import flask
import orjson
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from participation.downloads.jobs.orders import request_of
from participation.downloads.jobs.own_files import to_reader
from participation.downloads.services import rows_to_read, write_file
from participation.errors import Refused, store_is_away

REFUSED, FORSAKEN, AWAY = 3, 4, 5
TELL_EVERY = 0.25


def main() -> int:
    """Read an order from standard input and carry it out."""
    from participation import create_app
    from participation.database import reading
    from participation.extensions import db
    from participation.garbage import seldom_collect, spare_what_is_there

    seldom_collect()
    _step_back()
    order = orjson.loads(sys.stdin.buffer.readline())
    threading.Thread(target=_end_when_forsaken, daemon=True).start()
    settings = order["settings"]
    app = create_app({**settings, "DATA_DIR": Path(settings["DATA_DIR"])}, screens=False)
    spare_what_is_there()
    with app.app_context(), reading(db) as session:
        flask.g.language = order["reader"]
        try:
            _tell(rows=_carry_out(session, order))
        except Refused as refused:
            told = to_reader(refused)
            _tell(refused=told.message, status=told.status)
            return REFUSED
        except DBAPIError as error:
            if not store_is_away(error):
                raise
            return AWAY
    return 0


def _carry_out(session: Session, order: dict[str, Any]) -> int:
    request = request_of(session, order)
    _tell(of=rows_to_read(session, request))
    return write_file(session, request, Path(order["path"]), _Counted().add)


class _Counted:
    """Tells how many rows were read, a few times a second."""

    def __init__(self) -> None:
        self.read, self.told_at = 0, 0.0

    def add(self, rows: int) -> None:
        self.read += rows
        if time.monotonic() - self.told_at > TELL_EVERY:
            self.told_at = time.monotonic()
            _tell(read=self.read)


def _tell(**fact: Any) -> None:
    sys.stdout.buffer.write(orjson.dumps(fact) + b"\n")
    sys.stdout.buffer.flush()


def _step_back() -> None:
    """Others go first; and where memory runs out, this process is the one to end, not the server."""
    if hasattr(os, "nice"):
        os.nice(10)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("900", encoding="ascii")


def _end_when_forsaken() -> None:
    # Past Python's buffer, whose lock a thread that waits would hold when the process ends.
    if not os.read(sys.stdin.fileno(), 1):
        os._exit(FORSAKEN)


if __name__ == "__main__":
    sys.exit(main())
