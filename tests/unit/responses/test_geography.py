"""Many hand-ins at once ask the same project's area."""

from __future__ import annotations

import json
import math
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

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


@given(st.lists(st.tuples(st.floats(4.9, 5.6), st.floats(60.1, 60.7)), min_size=2, max_size=6))
def test_what_surely_belongs_is_no_stray(places: list[tuple[float, float]]) -> None:
    shapes: list[dict[str, object]] = [{"type": "Point", "coordinates": list(place)} for place in places]
    shapes.append({"type": "LineString", "coordinates": [list(place) for place in places]})
    boxes = [geography.bounds(shape) for shape in shapes]
    assert not geography.surely_belong(boxes, AREA) or geography.strays([json.dumps(s) for s in shapes], AREA) == []


def test_a_class_that_draws_around_its_school_surely_belongs() -> None:
    assert geography.surely_belong([(5.2, 60.4, 5.2, 60.4), (5.21, 60.41, 5.23, 60.42)], AREA)
    assert not geography.surely_belong([(10.7, 59.9, 10.7, 59.9)], AREA)
    assert geography.surely_belong([], AREA)
