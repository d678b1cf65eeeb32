"""Bergen and the land around it from Kartverket's N1000, with neighbourhoods and schools.

N1000 is made for whole counties; the names of the basic statistical units and the schools
are what a class in Loddefjord can find its way by when it zooms in.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyogrio.raw
import shapely
from shapely.geometry import shape

from maps.tiling import MapLayer

METADATA = {"name": "Bergen N1000", "attribution": "© Kartverket, SSB", "license": "CC BY 4.0"}
MAX_ZOOM = 13
SAME_PLACE = 0.1  # degrees
FIRST_ZOOM = {
    "extent": 7,
    "sea": 7,
    "lake": 7,
    "forest": 7,
    "open": 7,
    "bog": 9,
    "built_up": 7,
    "border": 8,
    "shore": 7,
    "river": 9,
    "rail": 9,
    "tunnel": 9,
    "ferry": 8,
    "road": 7,
    "place": 7,
    "neighbourhood": 10,
    "school": 11,
}
SHEETS = {
    "sea": "Havflate",
    "lake": "Innsjo",
    "forest": "Skog",
    "open": "ApentOmrade",
    "bog": "Myr",
    "built_up": "Tettbebyggelse",
    "shore": "Kystkontur",
    "river": "ElvBekk",
}
PLACES = {  # kind of name in N1000 -> what the theme draws
    "by": "city",
    "bydel": "town",
    "tettsted": "town",
    "tettbebyggelse": "village",
    "grend": "village",
    "bygdelagBygd": "village",
    "fjord": "water",
    "øyISjø": "island",
    "fjell": "peak",
    "flyplass": "village",
}
ROADS = {"E": "main", "R": "main", "F": "county", "K": "local"}


def bergen_n1000(source: Path, zones: Path, schools: Path) -> list[MapLayer]:
    layers = {name: MapLayer(name, zoom, MAX_ZOOM) for name, zoom in FIRST_ZOOM.items()}
    for name, sheet in SHEETS.items():
        for _, geometry in _rows(source, sheet):
            layers[name].add(geometry)
    _add_borders(layers, [shapely.make_valid(area) for _, area in _rows(source, "Kommune")])
    for row, line in _rows(source, "Bane"):
        layers["tunnel" if row["medium"] == "U" else "rail"].add(line, kind="rail")
    for row, line in _rows(source, "Veglenke"):
        _add_road(layers, row, line)
    for row, line in _rows(source, "StedsnavnTekst"):
        if row["navneobjekttype"] in PLACES:
            kind = PLACES[row["navneobjekttype"]]
            _add_place(layers["place"], line.centroid, row["fulltekst"], kind)
    _add_neighbourhoods(layers, zones)
    for school in _features(schools):
        layers["school"].add(shape(school["geometry"]), name=school["properties"]["navn"])
    return list(layers.values())


def _add_road(layers: dict[str, MapLayer], row: dict[str, Any], line: Any) -> None:
    if row["typeVeg"] == "bilferje":
        layers["ferry"].add(line)
    elif row["medium"] == "U":
        layers["tunnel"].add(line, kind=ROADS[row["vegkategori"]])
    elif row["vegkategori"] in ROADS:
        layers["road"].add(line, kind=ROADS[row["vegkategori"]])


def _add_borders(layers: dict[str, MapLayer], municipalities: list[Any]) -> None:
    extent = shapely.union_all(municipalities)
    edge = extent.boundary.buffer(1e-4)
    layers["extent"].add(extent)
    for area in municipalities:
        layers["border"].add(area.boundary.difference(edge))


def _add_place(layer: MapLayer, place: Any, name: str, kind: str) -> None:
    known = zip(layer.geometries, layer.attributes, strict=True)
    if not any(about["name"] == name and place.distance(point) < SAME_PLACE for point, about in known):
        layer.add(place, name=name, kind=kind)


def _add_neighbourhoods(layers: dict[str, MapLayer], zones: Path) -> None:
    sea = shapely.union_all(layers["sea"].geometries)
    for zone in _features(zones):
        area = shapely.make_valid(shape(zone["geometry"]))
        dry = area.difference(sea)
        place = (area if dry.is_empty else dry).representative_point()
        layers["neighbourhood"].add(place, name=zone["properties"]["gkretsnavn"])


def _rows(source: Path, sheet: str) -> Iterator[tuple[dict[str, Any], Any]]:
    meta, _, geometries, columns = pyogrio.raw.read(str(source), layer=sheet)
    for geometry, *values in zip(geometries, *columns, strict=True):
        yield dict(zip(meta["fields"], values, strict=True)), shapely.from_wkb(geometry)


def _features(path: Path) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads(path.read_text())["features"]
    return features
