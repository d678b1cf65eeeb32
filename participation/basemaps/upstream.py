"""Fetching in the background: two at once, each tile once, and silence for a while after a server that does not answer.

Web workers never fetch. They ask, may wait a moment if few others do, and answer "not here yet" otherwise.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from concurrent.futures import Future

from participation.basemaps.fetching import Limits, NoAnswer, NoSuchTile, fetch_image
from participation.basemaps.source_kinds import RasterSource
from participation.basemaps.tile_cache import TileCache
from participation.basemaps.tiles import Tile

FETCHES_AT_ONCE = 2
WAITING_AT_ONCE = 2
WAITING_SECONDS = 0.6
QUEUE = 64
SILENCE_SECONDS = 30.0
MISSING_SECONDS = 600.0
FAILURES_BEFORE_SILENCE = 3

log = logging.getLogger(__name__)
Wanted = tuple[RasterSource, Tile]


class NotHereYet(Exception):
    """The tile is being fetched, or cannot be just now; ask again in `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"ask again in {seconds} s")
        self.seconds = seconds


class Upstream:
    """All fetching of one server process."""

    def __init__(self, cache: TileCache, limits: Limits) -> None:
        self.cache = cache
        self.limits = limits
        self._lock = threading.Lock()
        self._queue: OrderedDict[Wanted, Future[bytes]] = OrderedDict()
        self._under_way: dict[Wanted, Future[bytes]] = {}
        self._running = 0
        self._failures: dict[str, int] = {}
        self._silent_until: dict[str, float] = {}
        self._missing: dict[Wanted, float] = {}
        self._waiting = threading.Semaphore(WAITING_AT_ONCE)

    def answers(self, source: RasterSource) -> bool:
        """False for a while after the source's server stopped answering."""
        return time.monotonic() >= self._silent_until.get(source.id, 0.0)

    def want(self, source: RasterSource, tile: Tile) -> Future[bytes]:
        """The image to come: the newest wish first, one fetch a tile. Raises NotHereYet, NoSuchTile."""
        wanted = (source, tile)
        with self._lock:
            if time.monotonic() < self._missing.get(wanted, 0.0):
                raise NoSuchTile
            if not self.answers(source):
                raise NotHereYet(int(SILENCE_SECONDS))
            known = self._under_way.get(wanted) or self._queue.get(wanted)
            if known:
                return known
            future: Future[bytes] = Future()
            self._queue[wanted] = future
            if len(self._queue) > QUEUE:
                self._queue.popitem(last=False)[1].set_exception(NotHereYet(2))
            if self._running < FETCHES_AT_ONCE:
                self._running += 1
                threading.Thread(target=self._work, name="tiles", daemon=True).start()
        return future

    def wait_a_moment(self, future: Future[bytes]) -> bytes:
        """The image if it comes within WAITING_SECONDS and few web workers wait already."""
        if not self._waiting.acquire(blocking=False):
            raise NotHereYet(1)
        try:
            return future.result(timeout=WAITING_SECONDS)
        except TimeoutError:
            raise NotHereYet(1) from None
        except NoAnswer:
            raise NotHereYet(int(SILENCE_SECONDS)) from None
        finally:
            self._waiting.release()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._queue:
                    self._running -= 1
                    return
                wanted, future = self._queue.popitem(last=True)
                self._under_way[wanted] = future
            try:
                future.set_result(self._fetch(*wanted))
            except Exception as wrong:
                future.set_exception(wrong)
            finally:
                with self._lock:
                    del self._under_way[wanted]

    def _fetch(self, source: RasterSource, tile: Tile) -> bytes:
        try:
            data = fetch_image(source.address(tile.z, tile.x, tile.y), self.limits)
        except NoSuchTile:
            self._remember_missing((source, tile))
            raise
        except NoAnswer as wrong:
            self._count_failure(source, wrong)
            raise
        self._failures[source.id] = 0
        try:
            self.cache.write(source, tile, data)
        except OSError as full:
            log.warning("tile not kept on disk: %s", full)
        return data

    def _remember_missing(self, wanted: Wanted) -> None:
        with self._lock:
            if len(self._missing) > 10_000:
                self._missing.clear()
            self._missing[wanted] = time.monotonic() + MISSING_SECONDS

    def _count_failure(self, source: RasterSource, wrong: NoAnswer) -> None:
        failures = self._failures.get(source.id, 0) + 1
        self._failures[source.id] = failures
        if failures >= FAILURES_BEFORE_SILENCE:
            self._failures[source.id] = 0
            self._silent_until[source.id] = time.monotonic() + SILENCE_SECONDS
            log.warning("no tiles from %s for %d s: %s", source.id, SILENCE_SECONDS, wrong)
