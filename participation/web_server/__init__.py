"""The web server of `lokalkjent serve`: one process, an event loop that bears slow clients, and threads that do the work.

Chosen by trial (`make bench`, `make trust`): uvicorn reads and writes, `adapter` hands a thread only what has come whole.
"""

from __future__ import annotations

from participation.web_server.server import WebServer

__all__ = ["WebServer"]
