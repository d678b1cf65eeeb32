"""Handing in: thirty at once, and responses a second with nothing, 10,000 and 100,000 stored.

Each rate is the best of some turns: what else the machine does only takes away from it, and the floor is measured so too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from bench.answers import bodies
from bench.filling import fill
from bench.floor import served_floor
from bench.installation import Installation, installation, served
from bench.load import Measured, put
from bench.measurement import Measurement

STORED = (0, 10_000, 100_000)
CONNECTIONS = 16
SECONDS = 5.0
TURNS = 3
BURSTS = 5
RATE_GOAL, BURST_GOAL_MS = 300.0, 150.0


def measure() -> Iterator[Measurement]:
    """Every figure of handing in, the floor first."""
    with installation() as made:
        with served_floor(made.folder) as (process, port):
            load(made, port, 1.0, process.pid)
            floor = best(made, port, process.pid)
        note = f"{floor.cpu_ms:.2f} ms of processor each"
        yield Measurement("hand-in, floor: bare Flask + raw SQLite", floor.rate, "responses/s", note=note)
        for stored in STORED:
            fill(made, stored)
            with served(made) as (process, port):
                load(made, port, 1.0, process.pid)
                if stored == 0:
                    yield burst(made, port)
                measured = best(made, port, process.pid)
            share = measured.rate / floor.rate
            note = f"{share:.0%} of the floor, {measured.cpu_ms:.2f} ms of processor each, p95 {measured.percentile(0.95) * 1000:.0f} ms"
            yield Measurement(
                f"hand-in, {stored:,} stored", measured.rate, "responses/s", at_least=RATE_GOAL, note=note
            )


def best(made: Installation, port: int, pid: int) -> Measured:
    """The turn in which most was stored a second."""
    return max((load(made, port, SECONDS, pid) for _ in range(TURNS)), key=lambda turn: turn.rate)


def load(made: Installation, port: int, seconds: float, pid: int) -> Measured:
    """So many seconds of hand-ins; each is stored or, where the machine is too busy, told to come back."""
    ready = [(f"/api/responses/{uuid}", body) for uuid, body in bodies(made, int(1500 * seconds), random.Random())]
    measured = put(port, CONNECTIONS, seconds, ready, made.folder, pid)
    if not set(measured.statuses) <= {"201", "503"}:
        raise RuntimeError(f"not every hand-in was stored: {measured.statuses}")
    return measured


def burst(made: Installation, port: int, name: str = "hand-in, 30 at once, p95") -> Measurement:
    """Thirty pupils pressing Send at once; the median of some bursts."""
    found = []
    for _ in range(BURSTS):
        ready = [(f"/api/responses/{uuid}", body) for uuid, body in bodies(made, 30, random.Random())]
        found.append(put(port, 30, 30.0, ready, made.folder).percentile(0.95) * 1000)
    return Measurement(name, sorted(found)[BURSTS // 2], "ms", at_most=BURST_GOAL_MS)
