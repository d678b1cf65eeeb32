"""The disk is full: 503, never 500; what was acknowledged is there, and the rest is taken when there is room again."""

from __future__ import annotations

import random

from bench.answers import bodies
from bench.installation import installation, served
from bench.trials.sending import acknowledged, database, missing, put

ROOM = 400_000
TRIES_WHEN_FULL = 30


def trial(most: int = 2000) -> list[str]:
    """Hand in until no file can grow any more, then some more, then with room."""
    found: list[str] = []
    with installation() as made:
        limit = database(made).stat().st_size + ROOM
        taken, refused = [], []
        with served(made, largest_file=limit) as (_process, port):
            for handed in bodies(made, most, random.Random()):
                got = put(port, handed)
                (taken if acknowledged(handed, got) else refused).append(handed)
                if got.status not in (201, 503):
                    found.append(f"a full disk was answered {got.status}")
                if got.status == 503 and not got.retry_after:
                    found.append("503 without Retry-After")
                if len(refused) >= TRIES_WHEN_FULL:
                    break
        if not refused:
            found.append("the disk never became full")
        found += missing(made, taken)
        with served(made) as (_process, port):
            found += ["not taken when there was room again" for one in refused if not acknowledged(one, put(port, one))]
        return found + missing(made, [*taken, *refused])
