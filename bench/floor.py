"""The floor: bare Flask that reads the JSON and inserts the body with raw SQLite, the same server and the same sync.

`python -m bench.floor PORT FILE` serves it.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import flask
import orjson
import uvicorn

from bench.installation import free_port, wait_until_answering
from participation.database import journal_mode, sqlite_driver
from participation.web_server.adapter import Adapter
from participation.web_server.processors import share_one


def floor_app(file: Path) -> flask.Flask:
    """One route that stores what it gets."""
    app, lock, local = flask.Flask(__name__), threading.Lock(), threading.local()

    def connection() -> sqlite_driver.Connection:
        if not hasattr(local, "connection"):
            local.connection = sqlite_driver.connect(file, isolation_level=None, timeout=10)
            local.connection.execute(f"PRAGMA journal_mode = {journal_mode()}")
            local.connection.execute("PRAGMA synchronous = FULL")
        return local.connection

    connection().execute("CREATE TABLE IF NOT EXISTS response (uuid TEXT PRIMARY KEY, body TEXT)")

    @app.get("/")
    def there() -> str:
        return ""

    @app.put("/api/responses/<uuid>")
    def put(uuid: str) -> flask.typing.ResponseReturnValue:
        raw = flask.request.get_data()
        orjson.loads(raw)
        with lock:
            connection().execute("BEGIN IMMEDIATE")
            connection().execute("INSERT INTO response VALUES (?, ?)", (uuid, raw.decode()))
            connection().execute("COMMIT")
        return {"uuid": uuid}, 201

    return app


@contextmanager
def served_floor(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The floor in a process of its own; with its port."""
    port = free_port()
    words = [sys.executable, "-m", "bench.floor", str(port), str(folder / "floor.sqlite3")]
    log = folder / "floor.log"
    with log.open("wb") as output:
        process = subprocess.Popen(words, stdout=output, stderr=output)
    try:
        wait_until_answering(process, port, log)
        yield process, port
    finally:
        process.kill()
        process.wait()


if __name__ == "__main__":
    share_one()
    served = Adapter(floor_app(Path(sys.argv[2])), threads=8)
    uvicorn.run(served, port=int(sys.argv[1]), lifespan="off", ws="none", access_log=False, log_level="warning")
