"""Fetching an area beforehand, in a thread of its own, politely: one tile at a time with a breath between.

Progress and the wish to stop are files, so that any server process can show the one and make the other.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable
from pathlib import Path

from participation.basemaps.fetching import NoAnswer, NoSuchTile
from participation.basemaps.installation import Installation
from participation.basemaps.progress import FAILED, FINISHED, STOPPED, Progress, write_progress
from participation.basemaps.source_kinds import RasterSource
from participation.basemaps.tiles import Tile
from participation.basemaps.upstream import NotHereYet

PAUSE = 0.12
WRITE_EVERY = 1.0
LOOK_AGAIN = 5.0
PATIENCE = 600.0  # seconds a silent map server is waited for before the rest is given up

log = logging.getLogger(__name__)


class Preparation(threading.Thread):
    """One area being fetched; stops soon after `stop_file` appears."""

    def __init__(
        self, maps: Installation, source: RasterSource, tiles: Iterable[Tile], progress: Progress, path: Path
    ) -> None:
        super().__init__(name="prepare-map", daemon=True)
        self.maps, self.source, self.tiles, self.progress, self.path = maps, source, tiles, progress, path
        self._written = 0.0

    def run(self) -> None:
        try:
            self.progress.state = self._fetch_all()
        except Exception:
            log.exception("the map could not be made ready")
            self.progress.state = FAILED
        write_progress(self.path, self.progress)

    def _fetch_all(self) -> str:
        for tile in self.tiles:
            if self.maps.cache.has_fresh(self.source, tile):
                self.progress.kept += 1
            elif not self._fetch(tile):
                return STOPPED if self._stop_asked() else FAILED
            self._tell()
        return FINISHED

    def _fetch(self, tile: Tile) -> bool:
        """Whether to go on with the next tile."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                self.maps.upstream.want(self.source, tile).result(timeout=self.maps.upstream.limits.seconds * 4)
                self.progress.fetched += 1
                return self._paused(PAUSE)
            except NoSuchTile:
                self.progress.missing += 1
                return self._paused(PAUSE)
            except NotHereYet as later:
                self._tell()
                if not self._paused(min(later.seconds, LOOK_AGAIN)):
                    return False
            except NoAnswer:
                if self.maps.upstream.answers(self.source):
                    self.progress.failed += 1
                    return self._paused(PAUSE * 10)
            except TimeoutError:
                self._tell()
        return False

    def _paused(self, seconds: float) -> bool:
        """Whether to go on after a pause."""
        until = time.monotonic() + seconds
        while not self._stop_asked():
            left = until - time.monotonic()
            if left <= 0:
                return True
            time.sleep(min(left, 0.2))
        return False

    def _stop_asked(self) -> bool:
        return stop_file(self.path).exists()

    def _tell(self) -> None:
        if time.monotonic() - self._written > WRITE_EVERY:
            self._written = time.monotonic()
            write_progress(self.path, self.progress)


def stop_file(path: Path) -> Path:
    """The file that asks the work with this progress file to stop."""
    return path.with_suffix(".stop")
