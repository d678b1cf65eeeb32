"""Making a map ready beforehand, so that a class does not depend on another server while it draws."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from pathlib import Path

from flask_babel import gettext as _

from participation.basemaps.installation import Installation, installation
from participation.basemaps.preparing import Preparation, stop_file
from participation.basemaps.progress import Progress, read_progress, write_progress
from participation.basemaps.source_kinds import Bounds, RasterSource
from participation.basemaps.tiles import count_tiles, tiles_in
from participation.errors import Refused

MOST_TILES = 20_000

_lock = threading.Lock()


def prepare_area(key: str, source: RasterSource, bounds: Bounds, zooms: Sequence[int]) -> Progress:
    """Start fetching all tiles of `source` that touch `bounds` (degrees, WGS84) at `zooms`; `key` names the work.

    Raises Refused for more than MOST_TILES, or while another area is being fetched.
    """
    total = count_tiles(bounds, zooms)
    if total > MOST_TILES:
        raise Refused(
            _(
                "That is %(count)s map tiles, and at most %(most)s are fetched at a time. Choose less detail or a smaller area.",
                count=total,
                most=MOST_TILES,
            ),
            422,
        )
    maps = installation()
    with _lock:
        if any_running(maps):
            raise Refused(_("Another map is being made ready. Wait until it is done, or stop it."), 409)
        path = state_file(maps, key)
        progress = Progress(source.id, max(zooms), total, started=time.time())
        write_progress(path, progress)
        stop_file(path).unlink(missing_ok=True)
        Preparation(maps, source, tiles_in(bounds, zooms), progress, path).start()
    return progress


def stop_preparing(key: str) -> None:
    """Ask the work to stop, and wait a moment for it; what it fetched is kept."""
    path = state_file(installation(), key)
    if not path.exists():
        return
    stop_file(path).touch()
    for _attempt in range(6):
        progress = read_progress(path)
        if not progress or not progress.is_running:
            return
        time.sleep(0.1)


def any_running(maps: Installation) -> bool:
    """Whether any server process fetches an area now."""
    found = (read_progress(path) for path in sorted((maps.folder / "prepared").glob("*.json")))
    return any(progress and progress.is_running for progress in found)


def progress_of(key: str) -> Progress | None:
    """How far the latest work with this key has come, also when it is over."""
    return read_progress(state_file(installation(), key))


def state_file(maps: Installation, key: str) -> Path:
    """Where the work's progress stands."""
    return maps.folder / "prepared" / f"{key}.json"
