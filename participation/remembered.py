"""What an older backup would undo and must not: a line of JSON for each in the data folder, outside the database."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import flask
import orjson

NAME = "erasures.jsonl"


def entries() -> list[dict[str, Any]]:
    """What can be read of all lines there are, the oldest first. A line that was torn is none; who tells of it tells again."""
    path = _path()
    lines = path.read_bytes().split(b"\n") if path.exists() else []
    return [entry for line in lines if (entry := _entry(line)) is not None]


def remember(new: Sequence[Mapping[str, Any]]) -> None:
    """Add a line for each; they are on disk when this returns."""
    if not new:
        return
    lines = b"".join(orjson.dumps(entry) + b"\n" for entry in new)
    with _path().open("a+b") as file:
        file.write(_after(file) + lines)
        file.flush()
        os.fsync(file.fileno())


def _entry(line: bytes) -> dict[str, Any] | None:
    try:
        entry = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    return entry if isinstance(entry, dict) else None


def _after(file: BinaryIO) -> bytes:
    """What parts new lines from those there are. A last one that was torn, by a cut of power say, makes room."""
    file.seek(0)
    there = file.read()
    end = there.rfind(b"\n") + 1
    if end == len(there):
        return b""
    if _entry(there[end:]) is not None:
        return b"\n"
    file.truncate(end)
    return b""


def _path() -> Path:
    return Path(flask.current_app.config["DATA_DIR"]) / NAME
