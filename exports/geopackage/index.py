"""The spatial index of a layer: SQLite's R*Tree, packed as the rows come instead of one by one.

SQLite keeps an R*Tree in three ordinary tables (https://www.sqlite.org/rtree.html, "Implementation details"). Boxes that
come together are sorted into tiles (Leutenegger et al., 1997: Sort-Tile-Recursive) and packed into full nodes, so many at a
time that memory is the same at any size: the nodes of one lot lie over those of another, which a search hardly notices.
"""

from __future__ import annotations

import sqlite3
import struct
from itertools import pairwise
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray

from exports.vertices import Numbers

BOXES_A_LOT = 100_000
MOST_CELLS, CELL_BYTES, HEADER_BYTES = 51, 24, 4
ROOT = 1
CELL = np.dtype([("id", ">i8"), ("box", ">f4", 4)])
Cells = NDArray[np.void]


class PackedIndex:
    """Takes boxes by `add`, and is a whole index after `close`. `name`: of the virtual table."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self.connection = connection
        self.name = name
        connection.execute(f'CREATE VIRTUAL TABLE "{name}" USING rtree(id, minx, maxx, miny, maxy)')
        ((empty,),) = connection.execute(f'SELECT data FROM "{name}_node"')
        self.node_bytes = len(empty)
        self.fullest = min(MOST_CELLS, (self.node_bytes - HEADER_BYTES) // CELL_BYTES)
        self.newest = ROOT
        self.waiting: list[Cells] = []
        self.leaves: list[Cells] = []

    def add(self, identities: range, boxes: Numbers) -> None:
        """`boxes`: n × 4, min x, min y, max x, max y."""
        self.waiting.append(_cells(identities, boxes))
        if sum(map(len, self.waiting)) >= BOXES_A_LOT:
            self._pack_waiting()

    def close(self) -> None:
        """Write what waits and every level above it."""
        if not self.leaves and sum(map(len, self.waiting)) <= self.fullest:
            self._root(0, _joined(self.waiting), "rowid")
            return
        self._pack_waiting()
        level, depth = _joined(self.leaves), 1
        while len(level) > self.fullest:
            level, depth = self._packed(level, "parent"), depth + 1
        self._root(depth, level, "parent")

    def _pack_waiting(self) -> None:
        if self.waiting:
            self.leaves.append(self._packed(_joined(self.waiting), "rowid"))
            self.waiting = []

    def _packed(self, cells: Cells, kept_in: str) -> Cells:
        """Write nodes that hold the cells; gives the cells that point to those nodes."""
        cells = cells[_in_tiles(cells["box"], self.fullest)]
        ends = np.linspace(0, len(cells), ceil(len(cells) / self.fullest) + 1).astype(int)
        nodes = range(self.newest + 1, self.newest + len(ends))
        self.newest = nodes[-1]
        binary = [cells[start:end].tobytes() for start, end in pairwise(ends)]
        counts = np.diff(ends)
        rows = [(node, self._node(0, count, each)) for node, count, each in zip(nodes, counts, binary, strict=True)]
        self.connection.executemany(f'INSERT INTO "{self.name}_node" VALUES (?, ?)', rows)
        self._keep(cells["id"], np.repeat(nodes, counts), kept_in)
        return _cells(nodes, _around(cells["box"], ends[:-1]))

    def _root(self, depth: int, cells: Cells, kept_in: str) -> None:
        data = self._node(depth, len(cells), cells.tobytes())
        self.connection.execute(f'UPDATE "{self.name}_node" SET data = ? WHERE nodeno = {ROOT}', (data,))
        self._keep(cells["id"], np.full(len(cells), ROOT), kept_in)

    def _node(self, depth: int, count: int, cells: bytes) -> bytes:
        return (struct.pack(">HH", depth, count) + cells).ljust(self.node_bytes, b"\0")

    def _keep(self, identities: NDArray[np.int64], nodes: NDArray[np.int64], kept_in: str) -> None:
        order = np.argsort(identities)
        pairs = zip(identities[order].tolist(), nodes[order].tolist(), strict=True)
        self.connection.executemany(f'INSERT INTO "{self.name}_{kept_in}" VALUES (?, ?)', pairs)


def _cells(identities: range, boxes: Numbers) -> Cells:
    """Boxes in single precision, never smaller than they were."""
    cells = np.empty(len(boxes), CELL)
    cells["id"] = identities
    low, high = boxes[:, :2], boxes[:, 2:]
    cells["box"][:, 0::2] = _rounded(low, -np.inf)
    cells["box"][:, 1::2] = _rounded(high, np.inf)
    return cells


def _rounded(numbers: Numbers, towards: float) -> NDArray[np.float32]:
    near = numbers.astype(np.float32)
    short = near > numbers if towards < 0 else near < numbers
    return np.where(short, np.nextafter(near, np.float32(towards)), near)


def _in_tiles(boxes: NDArray[np.float32], fullest: int) -> NDArray[np.int64]:
    """An order in which cells that follow one another lie together."""
    x, y = boxes[:, 0] + boxes[:, 1], boxes[:, 2] + boxes[:, 3]
    strips = ceil(sqrt(len(boxes) / fullest))
    strip = np.empty(len(boxes), np.int64)
    strip[np.argsort(x, kind="stable")] = np.arange(len(boxes)) * strips // len(boxes)
    return np.lexsort((y, strip))


def _around(boxes: NDArray[np.float32], starts: NDArray[np.int64]) -> Numbers:
    """The box around each run of cells, as `_cells` takes it."""
    low = np.minimum.reduceat(boxes[:, 0::2], starts)
    high = np.maximum.reduceat(boxes[:, 1::2], starts)
    return np.hstack([low, high]).astype(float)


def _joined(cells: list[Cells]) -> Cells:
    # Told the type, or NumPy would turn the bytes to the order of the machine.
    return np.concatenate(cells, dtype=CELL) if cells else np.empty(0, CELL)
