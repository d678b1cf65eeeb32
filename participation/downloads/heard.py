"""Rows on their way from the store, and who hears how many have come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

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


class EachTime(Generic[Item]):
    """Rows that can be gone through several times. `read` hears of `of` rows each time, also where fewer are there."""

    def __init__(self, rows: Iterable[Item], read: Read, of: int) -> None:
        self.rows, self.read, self.of = rows, read, of

    def __iter__(self) -> Iterator[Item]:
        left = self.of
        for row in one_by_one(self.rows, self.read):
            yield row
            left -= 1
        self.read(left)


def one_by_one(found: Iterable[Item], read: Read) -> Iterator[Item]:
    """The same rows; `read` hears of a lot of them at a time."""
    number = 0
    for number, row in enumerate(found, 1):
        yield row
        if number % A_LOT == 0:
            read(A_LOT)
    read(number % A_LOT)
