"""Which maps an area has: what the pupil's, resident's and planner's pages get as `map.sources`."""

from __future__ import annotations

from typing import Any

from participation.basemaps.installation import installation
from participation.basemaps.source_kinds import Bounds, RasterSource, Source, VectorSource
from participation.basemaps.tiles import touches
from participation.basemaps.vector_tiles import open_map

COVERS = 0.1


def map_sources(bounds: Bounds | None) -> list[dict[str, Any]]:
    """The maps of an area (west, south, east, north in degrees; None: anywhere), the one to show first, first.

    A street map made for the area comes first, then maps of other servers while they answer, then coarser bundled
    ones, which the browser also shows beneath when the others fail.
    """
    known = installation()
    fitting = [source for source in known.sources.values() if bounds is None or touches(source.bounds, bounds)]
    return [described(source) for source in sorted(fitting, key=lambda source: _rank(source, bounds))]


def described(source: Source) -> dict[str, Any]:
    """A source as the browser's basemap layer reads it."""
    about = {
        "id": source.id,
        "url": f"/tiles/{source.id}/{{z}}/{{x}}/{{y}}",
        "attribution": source.attribution,
        "label": source.label,
        "min_zoom": source.min_zoom,
        "max_zoom": source.max_zoom,
        "bounds": list(source.bounds),
    }
    if isinstance(source, VectorSource):
        version = open_map(source.path).version
        return about | {
            "kind": "vector",
            "url": f"{about['url']}?v={version}",
            "theme": source.theme,
            "data_zoom": source.data_zoom,
        }
    return about | {"kind": "raster"}


def _rank(source: Source, bounds: Bounds | None) -> tuple[int, float]:
    share = covered(source.bounds, bounds) if bounds else 0.0
    if isinstance(source, RasterSource):
        return (1 if installation().upstream.answers(source) else 3, 0.0)
    if source.street_level and bounds and share >= COVERS and _holds_the_middle(source.bounds, bounds):
        return (0, -share)
    return (2, -share)


def _holds_the_middle(map_bounds: Bounds, area: Bounds) -> bool:
    longitude, latitude = (area[0] + area[2]) / 2, (area[1] + area[3]) / 2
    return map_bounds[0] < longitude < map_bounds[2] and map_bounds[1] < latitude < map_bounds[3]


def covered(by: Bounds, area: Bounds) -> float:
    """The share of `area` that lies inside `by`, 0 to 1; an area without extent counts as a point."""
    width, height = area[2] - area[0], area[3] - area[1]
    inside_width = min(by[2], area[2]) - max(by[0], area[0])
    inside_height = min(by[3], area[3]) - max(by[1], area[1])
    if inside_width < 0 or inside_height < 0:
        return 0.0
    return (inside_width / width if width else 1.0) * (inside_height / height if height else 1.0)
