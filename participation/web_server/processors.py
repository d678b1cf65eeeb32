"""Which processors the server's threads run on.

The interpreter runs one thread at a time. The event loop and the hand-ins need it all the time, and on several processors
they mostly take it from each other: a hand-in then costs a quarter more. So they share one processor, and the rest of the
server's threads (exports, signing in, maps), which do much without the interpreter, have them all.
"""

from __future__ import annotations

import os

# Linux only: elsewhere the system decides.
ALL: set[int] = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()


def share_one() -> None:
    """Keep this thread, and those it starts, on one processor; which one differs between servers on a machine."""
    if len(ALL) > 1:
        os.sched_setaffinity(0, {sorted(ALL)[os.getpid() % len(ALL)]})


def use_all() -> None:
    """Let this thread run wherever there is room."""
    if len(ALL) > 1:
        os.sched_setaffinity(0, ALL)
