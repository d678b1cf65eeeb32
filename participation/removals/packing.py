"""A row as JSON text, and back."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import orjson

# What JSON has no words for: a list of one of these and the text of the value.
BYTES, MOMENT, DAY = "bytes", "moment", "day"


def packed(values: Mapping[str, Any]) -> str:
    """Column → value, as text."""
    return orjson.dumps({name: _told(value) for name, value in values.items()}).decode()


def unpacked(text: str) -> dict[str, Any]:
    """What was packed."""
    return {name: _read(value) for name, value in orjson.loads(text).items()}


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
