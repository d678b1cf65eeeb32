"""Files that only pass through the data folder: what nobody came back for, or a server that fell left, is removed."""

from __future__ import annotations

import contextlib
import shutil
import time
from pathlib import Path


def remove_older(folder: Path, seconds: float) -> None:
    """All that lies in `folder`, each in a folder of its own, and was put there longer ago. What cannot be is tried again."""
    with contextlib.suppress(OSError):
        for one in list(folder.iterdir()):
            with contextlib.suppress(OSError):
                if time.time() - one.stat().st_mtime > seconds:
                    shutil.rmtree(one, ignore_errors=True)
