"""Sending as a device does, and looking at what is on disk."""

from __future__ import annotations

import http.client
import time
from dataclasses import dataclass
from pathlib import Path

import orjson

from bench.installation import Installation
from participation.database import sqlite_driver

Handed = tuple[str, bytes]


@dataclass(frozen=True)
class Got:
    """An answer: `status` 0 when there was none; seconds it took; what it says."""

    status: int
    seconds: float
    content: dict[str, object]
    retry_after: str | None = None


def put(port: int, handed: Handed, timeout: float = 30.0) -> Got:
    """Send one hand-in."""
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request("PUT", f"/api/responses/{handed[0]}", handed[1], {"Content-Type": "application/json"})
        answer = connection.getresponse()
        raw = answer.read()
        content = orjson.loads(raw) if raw.startswith(b"{") else {}
        return Got(answer.status, time.perf_counter() - begun, content, answer.getheader("Retry-After"))
    except (OSError, http.client.HTTPException):
        return Got(0, time.perf_counter() - begun, {})
    finally:
        connection.close()


def acknowledged(handed: Handed, got: Got) -> bool:
    """True when the device may forget what it sent: the answer echoes UUID and revision."""
    return got.status in (200, 201) and got.content.get("uuid") == handed[0] and got.content.get("revision") == 1


def put_until_acknowledged(port: int, handed: Handed, patience: float = 120.0) -> bool:
    """Send again and again, as the outbox does."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if acknowledged(handed, put(port, handed)):
            return True
        time.sleep(0.1)
    return False


def missing(made: Installation, handed: list[Handed]) -> list[str]:
    """What is not on disk once, whole, of what was acknowledged; and faults of the database itself."""
    connection = sqlite_driver.connect(made.folder / "lokalkjent.sqlite3")
    try:
        rows = dict(
            connection.execute(
                "SELECT uuid, (SELECT count(*) FROM mark WHERE mark.response_id = response.id) FROM response"
            )
        )
        fault = connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()
    found = [f"{uuid} was acknowledged and is not there" for uuid, _body in handed if uuid not in rows]
    for uuid, body in handed:
        expected = len(orjson.loads(body)["marks"])
        if uuid in rows and rows[uuid] != expected:
            found.append(f"{uuid} has {rows[uuid]} marks and was sent with {expected}")
    return found if fault == "ok" else [*found, f"the database is damaged: {fault}"]


def database(made: Installation) -> Path:
    """The installation's SQLite file."""
    return made.folder / "lokalkjent.sqlite3"
