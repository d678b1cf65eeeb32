"""HTTP on one connection: uvicorn's, with our words for what cannot be read and a bound on how long a head may take."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from participation.web_server.refusals import Refusals

HEAD_SECONDS = 30.0
MOST_CONNECTIONS = 2000
LONGEST_HEAD = 64 * 1024


def protocol(refusals: Refusals) -> type[HttpToolsProtocol]:
    """The protocol's class, which answers from `refusals` where a request cannot be read."""

    class Protocol(HttpToolsProtocol):
        waiting: asyncio.TimerHandle | None = None
        head = 0

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            if len(self.connections) > MOST_CONNECTIONS:
                transport.abort()
                return
            self.wait()

        def connection_lost(self, exc: Exception | None) -> None:
            self.stop_waiting()
            super().connection_lost(exc)

        def data_received(self, data: bytes) -> None:
            if self.waiting is not None:
                self.head += len(data)
                if self.head > LONGEST_HEAD + len(data):
                    self.send_400_response("")
                    return
            super().data_received(data)

        def on_message_begin(self) -> None:
            super().on_message_begin()
            if self.waiting is None:
                self.wait()

        def on_headers_complete(self) -> None:
            self.stop_waiting()
            super().on_headers_complete()

        def send_400_response(self, msg: str) -> None:  # noqa: ARG002
            self.transport.write(refusals.answer(getattr(self, "url", b"")))
            self.transport.close()

        def wait(self) -> None:
            self.head = 0
            self.waiting = self.loop.call_later(HEAD_SECONDS, self.transport.close)

        def stop_waiting(self) -> None:
            if self.waiting is not None:
                self.waiting.cancel()
                self.waiting = None

    return Protocol
