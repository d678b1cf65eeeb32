"""Many hand-ins at once ask the same project's area."""

from __future__ import annotations

import json
import math
import subprocess
import sys

from participation.responses import geography

AREA = json.dumps(
    {"type": "Polygon", "coordinates": [[[5.1, 60.3], [5.4, 60.3], [5.4, 60.5], [5.1, 60.5], [5.1, 60.3]]]}
)
INSIDE, FAR = '{"type":"Point","coordinates":[5.2,60.4]}', '{"type":"Point","coordinates":[10.7,59.9]}'

THREADS = f"""
import json, math, threading
from participation.responses import geography
ring = [[5.3 + math.cos(a * {math.tau / 200}) / 9, 60.4 + math.sin(a * {math.tau / 200}) / 9] for a in range(200)]
def ask():
    for number in range(20):
        area = json.dumps({{"type": "Polygon", "coordinates": [[*ring, ring[0]]], "n": number}})
        assert geography.strays([{INSIDE!r}] * 4, area) == []
threads = [threading.Thread(target=ask) for _ in range(8)]
[thread.start() for thread in threads]; [thread.join() for thread in threads]
"""


def test_strays_are_told_by_their_place() -> None:
    assert geography.strays([INSIDE, FAR, INSIDE], AREA) == [1]
    assert geography.strays([FAR], None) == []
    assert geography.strays([], AREA) == []


def test_eight_threads_may_ask_at_once() -> None:
    assert subprocess.run([sys.executable, "-c", THREADS], timeout=120).returncode == 0
