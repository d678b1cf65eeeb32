"""How entries of the log hang together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import orjson

START = "0" * 64
COVERED = ("id", "at", "actor", "act", "project_id", "activity_id", "asked", "count", "sealed_id", "sealed_hash")


def entry_hash(before: str, values: dict[str, Any]) -> str:
    """SHA-256, in hexadecimal, over the hash of the entry before and all that this one says."""
    return hashlib.sha256(orjson.dumps([before, *(values[name] for name in COVERED)])).hexdigest()


@dataclass(frozen=True)
class Break:
    """The entry at which the chain does not hold. `missing`: the one before it is gone."""

    id: int
    missing: bool


def breaks(entries: Iterable[Any], from_id: int, before: str) -> Iterator[Break]:
    """Where entries in order, which should begin at `from_id` after one with the hash `before`, do not hold together.

    An entry that does not hold is taken as it is, so that each fault is told once.
    """
    due = from_id
    for entry in entries:
        if entry.id != due:
            yield Break(entry.id, missing=True)
        elif entry.hash != entry_hash(before, {name: getattr(entry, name) for name in COVERED}):
            yield Break(entry.id, missing=False)
        due, before = entry.id + 1, entry.hash
