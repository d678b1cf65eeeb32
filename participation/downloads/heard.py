"""Rows on their way from the store, and who hears how many have come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

Read = Callable[[int], None]
Item = TypeVar("Item")

A_LOT = 2000


def unheard(_rows: int) -> None:
    """Nobody waits to hear how far it has come."""


def by_lots(found: Iterable[Item], read: Read, size: Callable[[Item], int]) -> Iterator[Item]:
    """The same lots; `read` hears of each when it has been dealt with. `size`: how many rows a lot is."""
    for lot in found:
        yield lot
        read(size(lot))


def one_by_one(found: Iterable[Any], read: Read) -> Iterator[Any]:
    """The same rows; `read` hears of a lot of them at a time."""
    number = 0
    for number, row in enumerate(found, 1):
        yield row
        if number % A_LOT == 0:
            read(A_LOT)
    read(number % A_LOT)
