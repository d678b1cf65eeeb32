"""Whether anything at all has changed in the store, by its own word."""

from __future__ import annotations

from collections.abc import Hashable
from threading import Lock

import flask
from sqlalchemy import text

from participation.database import sqlite_driver
from participation.extensions import db

# Two snapshots with the same text see the same. After a crash the numbers of lost transactions are given anew, but there
# is another checkpoint. A standby does not tell of all transactions.
OF_POSTGRESQL = text(
    "SELECT concat_ws(' ', pg_current_snapshot(), checkpoint_lsn, timeline_id, checkpoint_time)"
    " FROM pg_control_checkpoint() WHERE NOT pg_is_in_recovery()"
)


class SQLiteFile:
    """Tells of changes on a connection that changes nothing itself. `path`: the file of the store."""

    def __init__(self, path: str) -> None:
        self.connection = sqlite_driver.connect(path, check_same_thread=False, isolation_level=None)
        self.lock = Lock()

    def version(self) -> Hashable:
        """See `store_version`."""
        with self.lock:
            try:
                # All that it gives is fetched, so that it holds back no one who tidies the store up.
                ((version,),) = self.connection.execute("PRAGMA data_version").fetchall()
            except sqlite_driver.Error:
                return None
        return int(version)


def store_version() -> Hashable:
    """Another after every change, whoever makes it; None where it cannot be told now.

    What is read between two looks that give the same is the store as it was all that time.
    """
    # A transaction that is open already may read the store as it was then.
    db.session.rollback()
    if db.engine.dialect.name == "postgresql":
        return str(told) if (told := db.session.scalar(OF_POSTGRESQL)) else None
    extensions = flask.current_app.extensions
    if "store_version" not in extensions:
        extensions["store_version"] = SQLiteFile(str(db.engine.url.database))
    file: SQLiteFile = extensions["store_version"]
    return file.version()
