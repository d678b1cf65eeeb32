"""How far a preparation has come: a small file that any server process can read, and that outlives a restart."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

RUNNING, FINISHED, STOPPED, FAILED = "running", "finished", "stopped", "failed"
SILENT_AFTER = 60.0  # seconds without news: the server was stopped meanwhile


@dataclass
class Progress:
    """Tiles of `source` wanted, and what became of them; `kept` were here already. Times are seconds since 1970."""

    source: str
    deepest: int
    total: int
    kept: int = 0
    fetched: int = 0
    missing: int = 0
    failed: int = 0
    state: str = RUNNING
    started: float = 0.0
    updated: float = 0.0

    @property
    def done(self) -> int:
        return self.kept + self.fetched + self.missing + self.failed

    @property
    def percent(self) -> int:
        return 100 * self.done // self.total if self.total else 100

    @property
    def is_running(self) -> bool:
        return self.state == RUNNING

    @property
    def seconds_left(self) -> int | None:
        """A guess from the pace so far."""
        worked = self.fetched + self.missing + self.failed
        if not self.is_running or worked < 5:
            return None
        return round((self.updated - self.started) / worked * (self.total - self.done))


def read_progress(path: Path) -> Progress | None:
    """The progress in the file; one that has gone silent counts as stopped."""
    try:
        progress = Progress(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    if progress.is_running and time.time() - progress.updated > SILENT_AFTER:
        progress.state = STOPPED
    return progress


def write_progress(path: Path, progress: Progress) -> None:
    """Write it whole, so that a reader never sees half."""
    progress.updated = time.time()
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps(asdict(progress)), encoding="utf-8")
    unfinished.replace(path)
