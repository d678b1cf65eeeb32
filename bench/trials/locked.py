"""Another process holds the database: everybody is told within two seconds to come back, and nothing is lost."""

from __future__ import annotations

import random
import time
from concurrent.futures import ThreadPoolExecutor

from bench.answers import bodies
from bench.installation import installation, served
from bench.trials.sending import database, missing, put, put_until_acknowledged
from participation.database import sqlite_driver

LONGEST = 2.0
AT_ONCE = 10


def trial(seconds: float = 30.0) -> list[str]:
    """The database is locked for so many seconds while ten devices try."""
    found: list[str] = []
    with installation() as made, served(made) as (_process, port), ThreadPoolExecutor(AT_ONCE) as pool:
        ready = bodies(made, AT_ONCE, random.Random())
        put(port, bodies(made, 1, random.Random())[0])
        other = sqlite_driver.connect(database(made), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                for got in pool.map(lambda handed: put(port, handed), ready):
                    if got.status != 503 or not got.retry_after:
                        found.append(f"locked was answered {got.status}, Retry-After {got.retry_after}")
                    if got.seconds > LONGEST:
                        found.append(f"the answer took {got.seconds:.1f} s")
        finally:
            other.execute("ROLLBACK")
            other.close()
        given = list(pool.map(lambda handed: put_until_acknowledged(port, handed, 30), ready))
        found += ["a hand-in was not taken afterwards" for ok in given if not ok]
        return found + missing(made, ready)
