"""Many small writes in one transaction: while one is being synced to disk the next ones gather, and share the next sync.

Thirty pupils press Send at once, and a full sync costs more than what each of them writes. On SQLite, where one may write
at a time anyway, whoever gets the write lock carries out all that waits. Each is told only after the commit.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from participation.database import WAIT_FOR_LOCK, DatabaseBusy, declared_write, write_lock

Told = TypeVar("Told")
Work = Callable[[Connection], Any]

MOST_TOGETHER = 64
# Beyond the wait for the lock: for the one that is carrying our work out at that moment.
WAIT_FOR_OTHERS = 5.0


class _Waiting:
    """One piece of work, and what came of it."""

    def __init__(self, engine: Engine, work: Work) -> None:
        self.engine = engine
        self.work = work
        self.done = threading.Event()
        self.told: Any = None
        self.error: Exception | None = None

    def result(self) -> Any:
        if self.error is not None:
            raise self.error
        return self.told


_waiting: list[_Waiting] = []
_waiting_lock = threading.Lock()


def write_together(db: SQLAlchemy, work: Callable[[Connection], Told], wait: float = WAIT_FOR_LOCK) -> Told:
    """What `work` gives, once it is committed and on disk.

    `work` may be run twice and by another thread: it uses its connection and what it was made of, nothing of the request.
    Raises what `work` raises, or DatabaseBusy when the store is not free within `wait` seconds.
    """
    # No read transaction of the request may stay open across the write.
    if db.session.registry.has():
        db.session.rollback()
    engine = db.engine
    if engine.dialect.name != "sqlite":
        return _alone(engine, work, wait)
    mine = _Waiting(engine, work)
    with _waiting_lock:
        _waiting.append(mine)
    deadline = time.monotonic() + wait
    if not write_lock.acquire(timeout=wait):
        return _told_by_another(mine)
    try:
        if not mine.done.is_set():
            _carry_out(_taken(mine), deadline)
    finally:
        write_lock.release()
    return mine.result()


def _taken(mine: _Waiting) -> list[_Waiting]:
    """Our own work and others' that waits, out of the queue."""
    with _waiting_lock:
        _waiting.remove(mine)
        others = [each for each in _waiting if each.engine is mine.engine][: MOST_TOGETHER - 1]
        for each in others:
            _waiting.remove(each)
    return [mine, *others]


def _told_by_another(mine: _Waiting) -> Any:
    """The lock was not free in time: take the work back, unless somebody has begun it."""
    with _waiting_lock:
        if mine in _waiting:
            _waiting.remove(mine)
            raise DatabaseBusy
    if not mine.done.wait(WAIT_FOR_OTHERS):
        raise DatabaseBusy
    return mine.result()


def _carry_out(batch: list[_Waiting], deadline: float) -> None:
    try:
        _all_in_one(batch, deadline)
    except OperationalError as problem:
        # The store itself is locked or full: no use asking once more for each.
        for each in batch:
            each.error = problem
    except Exception:
        # One that fails takes nobody with it: each again in a transaction of its own.
        for each in batch:
            _by_itself(each, deadline)
    finally:
        for each in batch:
            each.done.set()


def _all_in_one(batch: list[_Waiting], deadline: float) -> None:
    with declared_write(max(0.0, deadline - time.monotonic())), batch[0].engine.begin() as connection:
        for each in batch:
            each.told = each.work(connection)


def _by_itself(each: _Waiting, deadline: float) -> None:
    try:
        each.told = _alone(each.engine, each.work, max(0.0, deadline - time.monotonic()))
    except Exception as problem:
        each.error = problem


def _alone(engine: Engine, work: Callable[[Connection], Told], wait: float) -> Told:
    with declared_write(wait), engine.begin() as connection:
        return work(connection)
