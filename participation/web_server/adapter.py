"""The WSGI application behind an event loop: a thread has a request only while it works on it, never while a client is slow."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any

from participation.web_server.environ import environ
from participation.web_server.incoming import READ_ON, GoneAway, Receive, whole_body
from participation.web_server.processors import share_one, use_all

Send = Callable[[Any], Awaitable[None]]
Application = Callable[..., Iterable[bytes]]

AT_ONCE = 256 * 1024
HAND_INS_AT_ONCE = 3
TOO_SLOW = [(b"connection", b"close"), (b"content-length", b"0")]


class Adapter:
    """An ASGI application that answers with the WSGI application `app`, in `threads` threads and a few more.

    Hand-ins have a lane of their own: they never wait for an export or a map server, and few at a time are done sooner
    than many that take the interpreter from each other.
    """

    def __init__(self, app: Application, threads: int) -> None:
        self.app = app
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix="request", initializer=use_all)
        self.hand_ins = ThreadPoolExecutor(
            min(threads, HAND_INS_AT_ONCE), thread_name_prefix="hand-in", initializer=share_one
        )

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """Only HTTP comes here: the server neither speaks WebSocket nor lifespan."""
        declared = declared_length(scope)
        try:
            body = await whole_body(receive, declared)
        except GoneAway:
            await send({"type": "http.response.start", "status": 408, "headers": TOO_SLOW})
            await send({"type": "http.response.body", "body": b""})
            return
        with body:
            await self._answer(scope, body, send, last=declared > READ_ON)

    async def _answer(self, scope: dict[str, Any], body: IO[bytes], send: Send, last: bool) -> None:
        loop = asyncio.get_running_loop()
        lane = self.hand_ins if scope["method"] == "PUT" else self.threads
        answer = Answer(self.app, environ(scope, body))
        try:
            part, more = await loop.run_in_executor(lane, answer.begin)
            headers = [*answer.headers, (b"connection", b"close")] if last else answer.headers
            await send({"type": "http.response.start", "status": answer.status, "headers": headers})
            while more:
                await send({"type": "http.response.body", "body": part, "more_body": True})
                part, more = await loop.run_in_executor(lane, answer.go_on)
            await send({"type": "http.response.body", "body": part})
        finally:
            if answer.open:
                await loop.run_in_executor(lane, answer.close)


class Answer:
    """One answer of the application, taken in parts; every method runs in a thread."""

    def __init__(self, app: Application, environment: dict[str, Any]) -> None:
        self.app = app
        self.environment = environment
        self.status = 500
        self.headers: list[tuple[bytes, bytes]] = []
        self.written: list[bytes] = []
        self.iterable: Iterable[bytes] = ()
        self.parts: Iterator[bytes] = iter(())
        self.open = False

    def begin(self) -> tuple[bytes, bool]:
        """The first part, and whether there is more."""
        self.iterable = self.app(self.environment, self._start)
        self.open = True
        self.parts = iter(self.iterable)
        return self.go_on()

    def go_on(self) -> tuple[bytes, bool]:
        """The next part, of AT_ONCE bytes or all that is left, and whether there is more."""
        taken, self.written = self.written, []
        length = sum(map(len, taken))
        for part in self.parts:
            taken.append(part)
            length += len(part)
            if length >= AT_ONCE:
                return b"".join(taken), True
        self.close()
        return b"".join(taken), False

    def close(self) -> None:
        """The application's own clearing up, once."""
        if self.open:
            self.open = False
            close = getattr(self.iterable, "close", None)
            if close is not None:
                close()

    def _start(self, status: str, headers: list[tuple[str, str]], _problem: object = None) -> Callable[[bytes], None]:
        self.status = int(status.split(" ", 1)[0])
        self.headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        return self.written.append


def declared_length(scope: dict[str, Any]) -> int:
    """The Content-Length of a request's head; 0 where there is none (the server has refused one that is no number)."""
    return next((int(value) for name, value in scope["headers"] if name == b"content-length"), 0)
