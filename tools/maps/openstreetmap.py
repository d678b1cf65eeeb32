"""Reads an OpenStreetMap extract (.osm.pbf) with GDAL's driver: rows of tags and geometry."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyogrio.raw
import shapely

HSTORE = re.compile(r'"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"')


def read_features(path: Path, layer: str) -> Iterator[tuple[dict[str, str], Any]]:
    """(tags, WGS84 geometry) of a layer: `points`, `lines` or `multipolygons`."""
    meta, _, geometries, columns = pyogrio.raw.read(str(path), layer=layer)
    names = list(meta["fields"])
    for geometry, *values in zip(geometries, *columns, strict=True):
        row = dict(zip(names, values, strict=True))
        tags = dict(HSTORE.findall(row.pop("other_tags") or ""))
        tags |= {name: value for name, value in row.items() if isinstance(value, str)}
        yield tags, shapely.from_wkb(geometry)
