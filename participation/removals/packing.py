"""Rows as JSON text, and back."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import orjson

# What JSON has no words for: a list of one of these and the text of the value.
BYTES, MOMENT, DAY = "bytes", "moment", "day"


def packed(rows: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    """Each row's table, and column → value, as text."""
    return orjson.dumps([(table, {name: _told(value) for name, value in row.items()}) for table, row in rows]).decode()


def unpacked(text: str) -> list[tuple[str, dict[str, Any]]]:
    """What was packed."""
    return [(table, {name: _read(value) for name, value in row.items()}) for table, row in orjson.loads(text)]


def _told(value: Any) -> Any:
    if isinstance(value, bytes):
        return [BYTES, base64.b64encode(value).decode()]
    if isinstance(value, datetime):
        return [MOMENT, value.isoformat()]
    return [DAY, value.isoformat()] if isinstance(value, date) else value


def _read(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    kind, text = value
    if kind == BYTES:
        return base64.b64decode(text)
    return datetime.fromisoformat(text) if kind == MOMENT else date.fromisoformat(text)
