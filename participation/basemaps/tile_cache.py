"""Fetched tiles on disk: a folder a source and zoom and column, written whole or not at all, oldest away first."""

from __future__ import annotations

import os
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from participation.basemaps.source_kinds import RasterSource
from participation.basemaps.tiles import Tile

FRESH_DAYS = 30
TRIM_TO = 0.9


@dataclass(frozen=True)
class CachedTile:
    """An image from the cache; a stale one is shown while a new one is fetched."""

    data: bytes
    is_fresh: bool


class TileCache:
    """Files under `folder`, together at most `largest` bytes."""

    def __init__(self, folder: Path, largest: int) -> None:
        self.folder = folder
        self.largest = largest
        self._size: int | None = None
        self._lock = threading.Lock()

    def read(self, source: RasterSource, tile: Tile) -> CachedTile | None:
        """The tile, when it is here."""
        path = self._path(source, tile)
        try:
            data = path.read_bytes()
            age = time.time() - path.stat().st_mtime
        except OSError:
            return None
        return CachedTile(data, age < FRESH_DAYS * 86_400)

    def has_fresh(self, source: RasterSource, tile: Tile) -> bool:
        """Whether the tile is here and need not be fetched."""
        try:
            return time.time() - self._path(source, tile).stat().st_mtime < FRESH_DAYS * 86_400
        except OSError:
            return False

    def write(self, source: RasterSource, tile: Tile, data: bytes) -> None:
        """Keep the tile, and make room by the oldest ones. Raises OSError when the disk is full."""
        path = self._path(source, tile)
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            before = path.stat().st_size if path.exists() else 0
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        self._grow(len(data) - before)

    def size(self) -> int:
        """Bytes of all tiles kept."""
        with self._lock:
            return self._counted()

    def _grow(self, by: int) -> None:
        with self._lock:
            self._size = self._counted() + (by if self._size is not None else 0)
            if self._size > self.largest:
                self._trim()

    def _counted(self) -> int:
        if self._size is None:
            self._size = sum(size for _, size, _ in self._files())
        return self._size

    def _trim(self) -> None:
        files = sorted(self._files())
        size = sum(size for _, size, _ in files)
        for _changed, length, path in files:
            if size <= self.largest * TRIM_TO:
                break
            path.unlink(missing_ok=True)
            size -= length
        self._size = size

    def _files(self) -> list[tuple[float, int, Path]]:
        found = []
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = Path(folder, name)
                try:
                    state = path.stat()
                except OSError:
                    continue
                found.append((state.st_mtime, state.st_size, path))
        return found

    def _path(self, source: RasterSource, tile: Tile) -> Path:
        return self.folder / source.folder / str(tile.z) / str(tile.x) / f"{tile.y}.tile"
