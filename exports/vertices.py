"""The vertices of many points and lines at a time, without a shape for each: shapely's cost more to make than all else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import orjson
import shapely
from numpy.typing import NDArray

from exports.table import Kind

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
Read = Callable[[Sequence[Any]], "tuple[Numbers, Places] | None"]

# The store's own compact text. All else is left to shapely.
POINT, LINE = '{"type":"Point","coordinates":[', '{"type":"LineString","coordinates":[['
POINT_ENDS, LINE_ENDS = "]}", "]]}"
BRACKETS, OF_NUMBERS = b"[]}", b"0123456789.,-+eE"
FEWEST_OF_LINE = 2


@dataclass(frozen=True)
class Vertices:
    """Points, or lines of one part. `positions`: where each stood among those given; `xy`: n × 2; `starts`: which vertex
    each begins with."""

    kind: Kind
    positions: Sequence[int]
    xy: Numbers
    starts: Places

    def __len__(self) -> int:
        return len(self.positions)

    def lengths_and_middles(self) -> tuple[Numbers, Numbers]:
        """Of finite lines: how long each is, and n × 2 where one is when half of it is walked."""
        steps = np.append(np.hypot(*np.diff(self.xy, axis=0).T), 0.0)
        steps[self.starts[1:] - 1] = 0.0  # from the end of one line to the start of the next
        lengths = np.add.reduceat(steps, self.starts)
        walked = np.concatenate([[0.0], np.cumsum(steps)])
        half = walked[self.starts] + lengths / 2
        ends = np.append(self.starts[1:], len(self.xy)) - 1
        before = np.clip(np.searchsorted(walked, half, side="right") - 1, self.starts, ends - 1)
        step = steps[before]
        part = np.divide(half - walked[before], step, out=np.zeros_like(half), where=step > 0)
        return lengths, self.xy[before] + (self.xy[before + 1] - self.xy[before]) * np.clip(part, 0, 1)[:, None]

    def boxes(self) -> Numbers:
        """n × 4: min x, min y, max x, max y."""
        if self.kind == "point":
            return np.hstack([self.xy, self.xy])
        return np.hstack([np.minimum.reduceat(self.xy, self.starts), np.maximum.reduceat(self.xy, self.starts)])

    def shapes(self) -> NDArray[Any]:
        """Shapely's."""
        if self.kind == "point":
            return np.asarray(shapely.points(self.xy), object)
        counts = np.diff(self.starts, append=len(self.xy))
        return np.asarray(shapely.linestrings(self.xy, indices=np.repeat(np.arange(len(self)), counts)), object)


def vertices_of(texts: Sequence[str | None]) -> tuple[list[Vertices], list[int]]:
    """Of the compact points and lines among GeoJSON texts, and the positions of all others that are not None."""
    points: list[int] = []
    lines: list[int] = []
    others: list[int] = []
    for at, text in enumerate(texts):
        if text is not None:
            (points if text.startswith(POINT) else lines if text.startswith(LINE) else others).append(at)
    found: list[Vertices] = []
    readers: tuple[tuple[Kind, list[int], Read], ...] = (("point", points, _points), ("line", lines, _lines))
    for kind, places, read in readers:
        several = read([texts[at] for at in places]) if places else None
        if several:
            found.append(Vertices(kind, places, *several))
        else:
            others += places
    return found, sorted(others)


def _points(texts: Sequence[str]) -> tuple[Numbers, Places] | None:
    """None for what is not plain after all."""
    xy = _pairs([text[len(POINT) :] for text in texts], POINT_ENDS, len(texts))
    return None if xy is None else (xy, np.arange(len(texts)))


def _lines(texts: Sequence[str]) -> tuple[Numbers, Places] | None:
    parts = [text[len(LINE) :] for text in texts]
    counts = np.array([part.count("],[") + 1 for part in parts])
    xy = _pairs(parts, LINE_ENDS, int(counts.sum())) if counts.min() >= FEWEST_OF_LINE else None
    return None if xy is None else (xy, np.cumsum(counts) - counts)


def _pairs(texts: Sequence[str], end: str, count: int) -> Numbers | None:
    """n × 2 numbers of texts that all have this end, and `count` vertices together."""
    whole = ",".join(texts)
    numbers = whole.encode().translate(None, BRACKETS)
    if whole.count(end) != len(texts) or numbers.translate(None, OF_NUMBERS):
        return None
    try:
        flat = np.array(orjson.loads(b"[" + numbers + b"]"), float)
    except orjson.JSONDecodeError:
        return None
    return flat.reshape(-1, 2) if flat.size == 2 * count else None
