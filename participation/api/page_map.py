"""What the map of a page of features shows, for people who read layers without a map program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import orjson
import shapely

from exports.lots import Row
from exports.table import Column
from participation.basemaps.sources import map_sources

# Columns that a layer may have: what tells groups of rows apart and what they are called, the colour, and how many different
# people a hexagon stands for.
QUESTION, CATEGORY, TONE, PEOPLE = "question", "category", "sentiment", "respondents"


def page_map(columns: Sequence[Column], rows: Sequence[Row]) -> dict[str, Any] | None:
    """None where no row has a place.

    `bounds`: west, south, east, north in degrees; `groups`: what those of one question and category are called, the largest
    first; `rows`: GeoJSON geometries (WGS84), each with the number of its group, its `tone` ("" for none) and its `people`
    (0 where the layer counts none).
    """
    places = {column.name: place for place, column in enumerate(columns)}
    placed = [row for row in rows if row.geometry]
    if not placed:
        return None

    def cells(name: str) -> list[Any]:
        at = places.get(name)
        return [None if at is None else row.values[at] for row in placed]

    people = cells(PEOPLE)
    keys = list(zip(*map(cells, (QUESTION, CATEGORY)), strict=True))
    called = dict(zip(keys, zip(*map(cells, (f"{QUESTION}_label", f"{CATEGORY}_label")), strict=True), strict=True))
    size: Counter[Any] = Counter()
    for key, count in zip(keys, people, strict=True):
        size[key] += count or 1
    groups = [key for key, _size in size.most_common()]
    shapes = [row.geometry for row in placed]
    west, south, east, north = map(float, shapely.total_bounds(shapely.from_geojson(shapes)))
    return {
        "bounds": [west, south, east, north],
        "sources": map_sources((west, south, east, north)),
        "counts_people": PEOPLE in places,
        "groups": _apart([called[key] for key in groups]),
        "rows": [
            {
                "geometry": orjson.loads(shape or "null"),
                "group": groups.index(key),
                "tone": tone or "",
                "people": count or 0,
            }
            for shape, key, tone, count in zip(shapes, keys, cells(TONE), people, strict=True)
        ],
    }


def _apart(called: Sequence[tuple[str | None, str | None]]) -> list[str]:
    """The categories' names, with the question's where two questions have one of that name, or it has none."""
    names = Counter(category for _question, category in called)
    return [
        category if category and names[category] == 1 else " – ".join(filter(None, (question, category)))
        for question, category in called
    ]
