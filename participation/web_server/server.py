"""The listening server around the application."""

from __future__ import annotations

import socket

import flask
import uvicorn

from participation.web_server.adapter import Adapter
from participation.web_server.processors import share_one, use_all
from participation.web_server.protocol import protocol
from participation.web_server.refusals import Refusals

BACKLOG = 1024
KEEP_ALIVE_SECONDS = 15
LAST_ANSWERS_SECONDS = 10


class WebServer:
    """Listens from the moment it is made (`port` is then known); `run` serves until a signal or `close`."""

    def __init__(self, app: flask.Flask, host: str, port: int, threads: int) -> None:
        """OSError when the port is taken or the address is not this machine's."""
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.socket = socket.create_server((host, port), family=family, backlog=BACKLOG)
        self.port: int = self.socket.getsockname()[1]
        self.server = uvicorn.Server(
            uvicorn.Config(
                Adapter(app, threads),
                http=protocol(Refusals(app)),
                ws="none",
                lifespan="off",
                interface="asgi3",
                proxy_headers=False,
                server_header=False,
                access_log=False,
                log_level="warning",
                backlog=BACKLOG,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=LAST_ANSWERS_SECONDS,
            )
        )

    def run(self) -> None:
        """Serve until stopped; answers begun are finished."""
        share_one()
        try:
            self.server.run(sockets=[self.socket])
        finally:
            use_all()

    def close(self) -> None:
        """Stop `run`, from another thread."""
        self.server.should_exit = True
