"""What libraries say when a file cannot be written, as the operating system says it: OSError, with its number where it is told."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

# Rust's words for what the operating system answered: "(os error 28)", or "Os { code: 28, … }" where it gave up.
TOLD = re.compile(r"os error (\d+)|Os \{ code: (\d+)")
PANIC = "PanicException"
OF_SQLITE = {sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_IOERR: errno.EIO, sqlite3.SQLITE_CANTOPEN: errno.EACCES}


@contextmanager
def of_sqlite() -> Iterator[None]:
    """Raises OSError where SQLite, in Python's own build, could not write to the disk."""
    try:
        yield
    except sqlite3.Error as error:
        number = OF_SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if number is None:
            raise
        raise OSError(number, os.strerror(number)) from error


@contextmanager
def of_rust() -> Iterator[None]:
    """Raises OSError where a library in Rust could not write; it may give up in a way that passes by `except Exception`."""
    try:
        yield
    except BaseException as error:
        told = TOLD.search(str(error))
        if told is None or not (isinstance(error, OSError) or type(error).__name__ == PANIC):
            raise
        number = int(told[1] or told[2])
        raise OSError(number, os.strerror(number)) from error
