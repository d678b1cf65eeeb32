"""Gathers the many platforms and stopping places of one stop into one named point."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import shapely

KINDS = ("train", "subway", "ferry", "tram", "bus")  # the most far-seen one gives the symbol
APART = 0.006  # degrees, about 500 m: farther off, the same name is another stop


class Stops:
    def __init__(self) -> None:
        self._places: dict[str, list[tuple[Any, set[str]]]] = defaultdict(list)

    def add(self, tags: dict[str, str], geometry: Any) -> None:
        name = tags.get("name", "").removesuffix(" T")
        if name and _is_stop(tags):
            kinds = {kind for kind in KINDS if tags.get(kind) == "yes"}
            kinds |= {"subway"} if tags["name"].endswith(" T") else set()
            kinds |= {"ferry"} if tags.get("amenity") == "ferry_terminal" else set()
            self._places[name].append((geometry.centroid, kinds))

    def gathered(self) -> Iterator[tuple[str, str, Any]]:
        """(name, kind, point), the most important kinds first."""
        found = [stop for name in sorted(self._places) for stop in self._stops_named(name)]
        yield from sorted(found, key=lambda stop: KINDS.index(stop[1]))

    def _stops_named(self, name: str) -> Iterator[tuple[str, str, Any]]:
        remaining = self._places[name]
        while remaining:
            first = remaining[0][0]
            near = [place for place in remaining if place[0].distance(first) < APART]
            remaining = [place for place in remaining if place[0].distance(first) >= APART]
            kinds = set().union(*(kinds for _, kinds in near))
            kind = next((kind for kind in KINDS if kind in kinds), "bus")
            yield name, kind, shapely.MultiPoint([point for point, _ in near]).centroid


def _is_stop(tags: dict[str, str]) -> bool:
    return (
        tags.get("public_transport") in ("stop_position", "platform", "station")
        or tags.get("railway") == "subway_entrance"
        or tags.get("amenity") == "ferry_terminal"
    )
