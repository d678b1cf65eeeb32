"""Is this installation fit to take answers in? Asked by supervisors and load balancers, so the answer is kept a moment."""

from __future__ import annotations

import shutil
import threading
import time
from typing import Any

import flask
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from participation import schema
from participation.database import DatabaseBusy, writing
from participation.extensions import db

LEAST_FREE_MB = 200
KEPT_SECONDS = 2.0
WAIT_FOR_LOCK = 0.3

_asking = threading.Lock()


def readiness() -> dict[str, Any]:
    """`ready` and its parts: database (kind, writable, synced), migrations, disk. At most one check in two seconds."""
    state = flask.current_app.extensions.setdefault("readiness", {"at": float("-inf"), "found": {}})
    with _asking:
        if time.monotonic() - state["at"] >= KEPT_SECONDS:
            state["found"] = check()
            state["at"] = time.monotonic()
        return dict(state["found"])


def check() -> dict[str, Any]:
    """Look at everything now."""
    at_head = migrations_at_head()
    database = {
        "kind": db.engine.dialect.name,
        "writable": at_head is not None and is_writable(),
        "synced": at_head is not None and is_synced(),
    }
    free_mb = shutil.disk_usage(flask.current_app.config["DATA_DIR"]).free // 1_000_000
    disk = {"free_mb": free_mb, "enough": free_mb >= LEAST_FREE_MB}
    ready = database["writable"] and database["synced"] and at_head is True and disk["enough"]
    return {"ready": ready, "database": database, "migrations_at_head": at_head is True, "disk": disk}


def migrations_at_head() -> bool | None:
    """None when the database does not answer."""
    try:
        return schema.at_head()
    except SQLAlchemyError:
        return None


def is_writable() -> bool:
    """A real change, committed to disk: the row that tells the migration gets the value it has."""
    try:
        with writing(db, WAIT_FOR_LOCK) as session:
            session.execute(text("UPDATE alembic_version SET version_num = version_num"))
    except (DatabaseBusy, SQLAlchemyError):
        return False
    return True


def is_synced() -> bool:
    """True when a commit waits for the disk: `synchronous` FULL (2) or more, or PostgreSQL's `fsync` and commit on."""
    try:
        if db.engine.dialect.name == "sqlite":
            return (db.session.scalar(text("PRAGMA synchronous")) or 0) >= 2
        fsync = db.session.scalar(text("SHOW fsync"))
        return bool(fsync == "on" and db.session.scalar(text("SHOW synchronous_commit")) != "off")
    except SQLAlchemyError:
        return False
    finally:
        db.session.rollback()
