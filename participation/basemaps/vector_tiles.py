"""Tiles out of a PMTiles file: read by the server, so the browser needs no range requests and no third party."""

from __future__ import annotations

import gzip
import hashlib
import mmap
from functools import lru_cache
from pathlib import Path
from typing import Any

from pmtiles.reader import MmapSource, Reader
from pmtiles.tile import deserialize_directory, find_tile, zxy_to_tileid

from participation.basemaps.tiles import Tile

DEEPEST_DIRECTORY = 4


class VectorMap:
    """An open PMTiles file of gzipped vector tiles. Safe to read from many threads."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = MmapSource(file)
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                self.version = hashlib.sha256(content).hexdigest()[:12]
        self._header: dict[str, Any] = Reader(self._bytes).header()
        self._directory = lru_cache(maxsize=64)(self._read_directory)

    def tile(self, tile: Tile) -> bytes | None:
        """The gzipped vector tile, or None where the map has nothing."""
        number = zxy_to_tileid(tile.z, tile.x, tile.y)
        offset, length = self._header["root_offset"], self._header["root_length"]
        for _depth in range(DEEPEST_DIRECTORY):
            entry = find_tile(self._directory(offset, length), number)
            if entry is None:
                return None
            if entry.run_length:
                data: bytes = self._bytes(self._header["tile_data_offset"] + entry.offset, entry.length)
                return data
            offset, length = self._header["leaf_directory_offset"] + entry.offset, entry.length
        return None

    def _read_directory(self, offset: int, length: int) -> Any:
        return deserialize_directory(self._bytes(offset, length))


@lru_cache(maxsize=16)
def open_map(path: Path) -> VectorMap:
    """The map in this file, opened once."""
    return VectorMap(path)


def unpacked(data: bytes) -> bytes:
    """The tile for the rare reader that takes no gzip."""
    return gzip.decompress(data)
