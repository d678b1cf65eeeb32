"""What a process that does nothing but make files does otherwise than one that serves."""

from __future__ import annotations

import gc

MOST_YOUNG = 50_000


def seldom_collect() -> None:
    """Look for garbage cycles seldom: rows that go by make none, and looking at them would be a tenth of the whole."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MOST_YOUNG)
