"""What an older backup would undo and must not: a line of JSON for each in the data folder, outside the database."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import flask
import orjson

NAME = "erasures.jsonl"


def entries() -> list[dict[str, Any]]:
    """All lines there are, the oldest first."""
    path = _path()
    return [orjson.loads(line) for line in path.read_bytes().splitlines()] if path.exists() else []


def remember(new: Sequence[Mapping[str, Any]]) -> None:
    """Add a line for each; they are on disk when this returns."""
    if not new:
        return
    with _path().open("ab") as file:
        file.write(b"".join(orjson.dumps(entry) + b"\n" for entry in new))
        file.flush()
        os.fsync(file.fileno())


def _path() -> Path:
    return Path(flask.current_app.config["DATA_DIR"]) / NAME
