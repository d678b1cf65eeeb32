"""The store's engine and its two kinds of transaction.

Every transaction declares itself. Outside `writing()` it is read-only, so that SQLite never has to upgrade a
read lock (which fails at once when another has written meanwhile); inside, BEGIN IMMEDIATE under a lock of the process.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import ModuleType
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Engine, MetaData, Table, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Session

try:
    import pysqlite3.dbapi2 as sqlite_driver
except ImportError:  # no wheel for this platform
    sqlite_driver = sqlite3

WAL_SAFE_FROM = (3, 51, 3)
WAIT_FOR_LOCK = 0.9
BUSY_TIMEOUT_MS = 600
SHORT_TIMEOUT_MS = 50
LOCKED_FOR = 1.0
LONGEST_PAUSE = 0.2
# What a statement of a read-only transaction may begin with.
READING = ("SELECT", "WITH", "PRAGMA", "EXPLAIN", "ROLLBACK")

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The parent of every table.

    An id that a row had is never given to another, on SQLite too: a planner's page of yesterday, a link on a poster or
    a feature in a GIS would speak of somebody else's. PostgreSQL's sequences do so by themselves.
    """

    metadata = MetaData(naming_convention=NAMING)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if isinstance(cls.__table__, Table) and cls.__table__.autoincrement_column is not None:
            cls.__table__.dialect_kwargs["sqlite_autoincrement"] = True


class DatabaseBusy(Exception):
    """Another change holds the store; the caller should come back in a few seconds."""


write_lock = threading.Lock()
_mode: ContextVar[str] = ContextVar("transaction_mode", default="read")
_deadline: ContextVar[float | None] = ContextVar("transaction_deadline", default=None)


class _LastPatient:
    """When the last patient write was over, and how long others are let in before the next."""

    over_at = float("-inf")
    pause = 0.0


class _OtherProcess:
    """When another process was last found to hold the store."""

    seen_at = float("-inf")


def engine_options(url: str) -> dict[str, Any]:
    """What Flask-SQLAlchemy passes to `create_engine` for `url`."""
    if not url.startswith("sqlite"):
        return {"pool_size": 10, "max_overflow": 20, "pool_timeout": 2, "pool_pre_ping": True}
    driver: ModuleType = sqlite_driver
    return {"module": driver, "connect_args": {"timeout": BUSY_TIMEOUT_MS / 1000, "check_same_thread": False}}


def journal_mode() -> str:
    """WAL where this SQLite is free of the WAL-reset fault (3.51.3 on), else TRUNCATE; both with full sync."""
    version = tuple(int(part) for part in sqlite_driver.sqlite_version.split("."))
    return "WAL" if version >= WAL_SAFE_FROM else "TRUNCATE"


def listen(engine: Engine, *, sparing: bool = False) -> None:
    """Make connections of `engine` durable and its transactions declared; `sparing`: of memory, too."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        if sparing:
            event.listen(engine, "connect", _spare_memory)
        event.listen(engine, "begin", _begin_sqlite)
        event.listen(engine, "before_cursor_execute", _before_execute)
    elif engine.dialect.name == "postgresql":
        event.listen(engine, "begin", _begin_postgresql)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute(f"PRAGMA journal_mode = {journal_mode()}")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA cache_size = -32000")
    # What a child erases is overwritten, not only forgotten.
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.close()


def _spare_memory(connection: Any, _record: object) -> None:
    # Who reads everything once finds nothing in a large cache.
    connection.execute("PRAGMA cache_size = -4000").close()


def _begin_sqlite(connection: Connection) -> None:
    writes = _mode.get() == "write"
    connection.info["writes"] = writes
    driver: Any = connection.connection.dbapi_connection
    if not writes:
        driver.execute("BEGIN")  # takes no lock yet, so it cannot fail
        return
    driver.execute(f"PRAGMA busy_timeout = {_patience_ms()}")
    try:
        driver.execute("BEGIN IMMEDIATE")
    except sqlite_driver.OperationalError as problem:
        _OtherProcess.seen_at = time.monotonic()
        raise OperationalError("BEGIN IMMEDIATE", None, problem) from problem


def _before_execute(
    connection: Connection, _cursor: object, statement: str, _parameters: object, _context: object, _many: bool
) -> None:
    refuse_undeclared(connection, statement)


def refuse_undeclared(connection: Connection, statement: str) -> None:
    """RuntimeError for a change outside `writing()` on SQLite, before it reaches the store."""
    # Not by PRAGMA query_only: each change of it makes the connection prepare all its statements anew.
    if connection.dialect.name == "sqlite" and not (statement.startswith(READING) or connection.info.get("writes")):
        raise RuntimeError(f"Only inside writing() may the store be changed: {statement[:80]}")


def _patience_ms() -> int:
    """How long to wait for another process: what the request has left, little while it is known to be busy."""
    deadline = _deadline.get()
    if deadline is None:
        return BUSY_TIMEOUT_MS
    if time.monotonic() < _OtherProcess.seen_at + LOCKED_FOR:
        return SHORT_TIMEOUT_MS
    return min(BUSY_TIMEOUT_MS, max(SHORT_TIMEOUT_MS, int((deadline - time.monotonic()) * 1000)))


def _begin_postgresql(connection: Connection) -> None:
    if _mode.get() != "write":
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")


@contextmanager
def declared_write(wait: float) -> Iterator[None]:
    """Transactions begun inside may write, and wait `wait` seconds at most for another process."""
    limit, token = _deadline.set(time.monotonic() + wait), _mode.set("write")
    try:
        yield
    finally:
        _mode.reset(token)
        _deadline.reset(limit)


@contextmanager
def reading_connection(db: SQLAlchemy) -> Iterator[Connection]:
    """A read-only transaction without a session: for the few statements that must cost nothing more than themselves."""
    with db.engine.connect() as connection:
        yield connection


@contextmanager
def reading(db: SQLAlchemy) -> Iterator[Session]:
    """A read-only transaction that is over at the end of the block (a request outside any block reads too)."""
    try:
        yield db.session()
    finally:
        db.session.rollback()


@contextmanager
def writing(db: SQLAlchemy, wait: float = WAIT_FOR_LOCK) -> Iterator[Session]:
    """A transaction that may change things: committed at the end of the block, rolled back by any exception.

    Rows loaded before it are loaded anew inside. Raises DatabaseBusy when the lock is not free within `wait` seconds;
    waiting for another process is part of the same `wait`, so that no worker is held longer.
    """
    local = db.engine.dialect.name == "sqlite"
    db.session.rollback()
    limit = _deadline.set(time.monotonic() + wait)
    if local and not write_lock.acquire(timeout=wait):
        _deadline.reset(limit)
        raise DatabaseBusy
    token = _mode.set("write")
    try:
        session = db.session()
        yield session
        session.commit()
    except BaseException:
        db.session.rollback()
        raise
    finally:
        _mode.reset(token)
        _deadline.reset(limit)
        if local:
            write_lock.release()


@contextmanager
def patient_writing(db: SQLAlchemy, patience: float = 60.0) -> Iterator[Session]:
    """`writing()` for the command line and background work, which may wait `patience` seconds for the server's changes.

    Of several, each begins a while after the one before: SQLite lets nobody in who waits, but whoever asks first, and that
    would be the same again.
    """
    if db.engine.dialect.name == "sqlite":
        time.sleep(max(0.0, _LastPatient.over_at + _LastPatient.pause - time.monotonic()))
    deadline = time.monotonic() + patience
    while True:
        began = time.monotonic()
        try:
            db.session.rollback()
            token = _mode.set("write")
            try:
                db.session.connection()
            finally:
                _mode.reset(token)
            break
        except Exception:
            db.session.rollback()
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
    try:
        session = db.session()
        yield session
        session.commit()
    except BaseException:
        db.session.rollback()
        raise
    finally:
        over_at = time.monotonic()
        _LastPatient.over_at, _LastPatient.pause = over_at, min(LONGEST_PAUSE, 2 * (over_at - began))
