"""Oslo east: real streets and footpaths, sorted into the layers that the map's theme draws."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import shapely

from maps.crossings import across, is_marked
from maps.openstreetmap import read_features
from maps.shoreline import open_water
from maps.stops import Stops
from maps.tiling import MapLayer

METADATA = {
    "name": "Oslo øst",
    "attribution": "© OpenStreetMap contributors",
    "license": "ODbL 1.0",
}
STREETS = {
    "motorway": "main",
    "trunk": "main",
    "primary": "main",
    "secondary": "collector",
    "tertiary": "collector",
    "residential": "minor",
    "unclassified": "minor",
    "living_street": "minor",
    "road": "minor",
    "service": "service",
    "footway": "foot",
    "path": "foot",
    "trail": "foot",
    "track": "foot",
    "bridleway": "foot",
    "pedestrian": "pedestrian",
    "cycleway": "cycle",
    "steps": "steps",
}
LAYERS = STREETS | {f"{highway}_link": "link" for highway in STREETS}
NAMED = {"main": "1", "collector": "2", "minor": "3", "pedestrian": "4", "cycle": "5", "foot": "5"}
FJORD_NAME = ("Oslofjorden", shapely.Point(10.7265, 59.8905))
FIRST_ZOOM = {
    "extent": 9,
    "water": 9,
    "square": 13,
    "platform": 14,
    "tunnel": 12,
    "walk": 14,
    "foot": 13,
    "cycle": 13,
    "steps": 13,
    "pedestrian": 13,
    "service": 13,
    "minor": 12,
    "collector": 10,
    "link": 12,
    "main": 9,
    "bridge": 13,
    "zebra": 14,
    "stop": 10,
    "name": 13,
    "place": 9,
}


def oslo_east(extract: Path) -> list[MapLayer]:
    layers = {name: MapLayer(name, zoom, 15) for name, zoom in FIRST_ZOOM.items()}
    names: dict[tuple[str, str], list[Any]] = defaultdict(list)
    lines = [row for row in read_features(extract, "lines") if _is_outdoors(row[0])]
    for tags, line in lines:
        _add_line(layers, names, tags, line)
    for (rank, name), parts in sorted(names.items()):
        layers["name"].add(shapely.line_merge(shapely.union_all(parts)), rank=rank, name=name)
    stops = Stops()
    for tags, area in read_features(extract, "multipolygons"):
        if tags.get("public_transport") == "platform":
            layers["platform"].add(area)
            stops.add(tags, area)
        elif tags.get("highway") in ("pedestrian", "footway"):
            layers["square"].add(area)
    crossings: list[Any] = []
    for tags, point in read_features(extract, "points"):
        stops.add(tags, point)
        if is_marked(tags):
            crossings.append(point)
    streets = [(LAYERS[tags["highway"]], line) for tags, line in lines]
    for zebra in across(crossings, streets):
        layers["zebra"].add(zebra)
    for name, kind, place in stops.gathered():
        layers["stop"].add(place, name=name, kind=kind)
    layers["extent"].add(shapely.box(*shapely.total_bounds([line for _, line in lines])))
    layers["place"].add(FJORD_NAME[1], name=FJORD_NAME[0], kind="water")
    layers["water"].add(open_water([line for tags, line in lines if tags.get("tunnel") != "yes"]))
    return list(layers.values())


def _is_outdoors(tags: dict[str, str]) -> bool:
    return tags.get("indoor") != "yes" and tags.get("highway") in LAYERS


def _add_line(
    layers: dict[str, MapLayer],
    names: dict[tuple[str, str], list[Any]],
    tags: dict[str, str],
    line: Any,
) -> None:
    highway = tags["highway"]
    layer = LAYERS[highway]
    if tags.get("tunnel", "no") not in ("no", "building_passage"):
        layers["tunnel"].add(line, kind=layer)
        return
    if tags.get("footway") in ("sidewalk", "crossing"):
        layers["walk"].add(line)
        return
    layers[layer].add(line, kind=highway.removesuffix("_link"))
    if tags.get("bridge", "no") != "no":
        layers["bridge"].add(line, kind=layer)
    if "name" in tags and layer in NAMED:
        names[NAMED[layer], tags["name"]].append(line)
