"""How often Python looks for garbage cycles."""

from __future__ import annotations

import gc

USUAL = gc.get_threshold()
MOST_YOUNG = 50_000


def seldom_collect() -> None:
    """For a command: what it imports stays and rows that go by make no cycles, and to look would be a tenth of the whole."""
    gc.set_threshold(MOST_YOUNG)


def spare_what_is_there() -> None:
    """It stays to the end: not even then is it looked through."""
    gc.freeze()


def collect_as_usual() -> None:
    """For what goes on for long. What is there already stays, and is not looked through again and again."""
    gc.collect()
    spare_what_is_there()
    gc.set_threshold(*USUAL)
