"""Which pictures a questionnaire's document shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def pictures_named(document: Any) -> list[str]:
    """Their names, each once, in the document's order."""
    return list(dict.fromkeys(_images(document)))


def _images(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _images(one)
    elif isinstance(part, dict):
        if isinstance(part.get("image"), str):
            yield part["image"]
        for member in ("pages", "questions", "choices", "categories", "followups"):
            yield from _images(part.get(member))
