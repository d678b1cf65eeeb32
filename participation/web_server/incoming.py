"""A request's body, read whole before a thread gets it: half-sent requests hold nobody up."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from typing import IO, Any

LARGEST = 21 * 1024 * 1024
IN_MEMORY = 256 * 1024
# What is too large is read on and thrown away, so that its sender hears why; within bounds.
READ_ON = 256 * 1024 * 1024
PATIENCE_SECONDS = 30.0

Receive = Callable[[], Awaitable[Any]]


class GoneAway(Exception):
    """The sender closed the connection, or has sent nothing for too long."""


async def whole_body(receive: Receive, declared: int) -> IO[bytes]:
    """The body as a file at its start, at most LARGEST bytes and one; the caller closes it. Raises GoneAway.

    `declared`: the length its head tells, or 0; where it is beyond all bounds nothing is read.
    """
    body = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
    if declared > READ_ON:
        return body
    try:
        await _fill(body, receive)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return body


async def _fill(body: IO[bytes], receive: Receive) -> None:
    read = 0
    more = True
    while more:
        message = await _next(receive)
        part = message.get("body", b"")
        # One byte beyond is kept, so that the application sees that there was too much.
        body.write(part[: max(0, LARGEST + 1 - read)])
        read += len(part)
        more = message.get("more_body", False)
        if read > READ_ON:
            raise GoneAway


async def _next(receive: Receive) -> Any:
    try:
        # Not wait_for, which makes a task of each call.
        async with asyncio.timeout(PATIENCE_SECONDS):
            message = await receive()
    except TimeoutError as problem:
        raise GoneAway from problem
    if message["type"] == "http.disconnect":
        raise GoneAway
    return message
