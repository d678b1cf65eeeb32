"""The real server in a thread of the test's process."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import flask

from participation.web_server import WebServer


@contextmanager
def served(app: flask.Flask, threads: int = 4) -> Iterator[int]:
    """The port on which `app` answers; it has stopped at the end."""
    server = WebServer(app, "127.0.0.1", 0, threads)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server.port
    finally:
        server.close()
        thread.join(10)
