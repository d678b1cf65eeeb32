"""The process that writes one file, seen from the one that started it."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

import flask
import orjson

from participation.database import DatabaseBusy
from participation.downloads.jobs.apart import AWAY, REFUSED
from participation.errors import Refused

COMMAND = (sys.executable, "-m", "participation.downloads.jobs.apart")
LONGEST_COMPLAINT = 4000


class Broken(Exception):
    """The process ended otherwise than by having written the file. `killed`: by a signal, as when memory runs out."""

    def __init__(self, complaint: str, killed: bool) -> None:
        super().__init__(complaint)
        self.killed = killed


class Child:
    """At work from the moment it is made. `of` rows are to be read, `read` have been."""

    def __init__(self, order: dict[str, Any], path: Path) -> None:
        """`order`: as `orders.order_of` makes it; `path`: what to write."""
        self.path = path
        self.of = self.read = 0
        self._rows: int | None = None
        self._refused, self._status = "", 400
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the process is over
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe, stderr=self._complaints)  # noqa: S603 - our own module
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        assert self.process.stdin
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(orjson.dumps({**order, "settings": _settings(), "path": str(path)}) + b"\n")
            self.process.stdin.flush()

    def is_over(self, seconds: float) -> bool:
        """True when it has ended, after waiting for that so long at most."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(seconds)
        return self.process.returncode is not None

    def stop(self) -> None:
        """End it at once; what it has begun to write may lie beside `path`."""
        self.process.kill()
        self.process.wait()
        self._close()

    def rows(self) -> int:
        """How many rows it wrote, once it is over. Raises Refused with its words, DatabaseBusy where the store was
        away, or Broken."""
        self._listener.join()
        complaint = self._close()
        code = self.process.returncode
        if code == REFUSED and self._refused:
            raise Refused(self._refused, self._status)
        if code == AWAY:
            raise DatabaseBusy
        if code or self._rows is None or not self.path.is_file():
            raise Broken(f"ended with {code}: {complaint}", killed=code < 0)
        return self._rows

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            with contextlib.suppress(ValueError):
                told = orjson.loads(line)
                self.of, self.read = told.get("of", self.of), told.get("read", self.read)
                self._rows, self._refused = told.get("rows", self._rows), told.get("refused", self._refused)
                self._status = told.get("status", self._status)

    def _close(self) -> str:
        """The last it complained of."""
        self._listener.join()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()
        with self._complaints as file:
            file.seek(max(0, file.seek(0, 2) - LONGEST_COMPLAINT))
            return file.read().decode("utf-8", "replace")


def _settings() -> dict[str, Any]:
    config = flask.current_app.config
    names = ("SQLALCHEMY_DATABASE_URI", "SECRET_KEY")
    return {"DATA_DIR": str(config["DATA_DIR"]), **{name: config[name] for name in names}}
