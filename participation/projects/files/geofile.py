"""Reading geographic files: GeoJSON strictly, CSV with coordinates, and what GDAL reads; as rows in WGS84."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import shapely
from flask_babel import gettext as _

from participation.errors import Refused
from participation.projects.files import gdal_file, geojson_file
from participation.projects.files.csv_points import read_points
from participation.projects.files.degrees import in_degrees, transformer
from participation.projects.files.gdal_file import ONLY, Layer
from participation.projects.files.georow import Row, placed

LARGEST = 300 * 1024 * 1024


def read_rows(path: Path, layer: Layer = ONLY) -> Iterator[Row]:
    """Every feature of the file, or of one layer; refused when the file itself cannot be read."""
    if not path.is_file():
        raise Refused(_("There is no file %(name)s.", name=path.name))
    if path.stat().st_size > LARGEST:
        raise Refused(_("The file is larger than 300 MB. Split it and import the parts."))
    if path.suffix.lower() == ".csv":
        return _csv_rows(path)
    if path.suffix.lower() in (".geojson", ".json"):
        return _geojson_rows(path)
    return gdal_file.rows_of(path, layer)


def _geojson_rows(path: Path) -> Iterator[Row]:
    found, crs = geojson_file.features(path)
    to_degrees = transformer(crs)
    told: set[str] = set()
    shapes = geojson_file.shapes(found, lambda shape: in_degrees(shape, to_degrees))
    for number, (feature, (attributes, shape, message)) in enumerate(zip(found, shapes, strict=True), 1):
        if shape is None:
            yield Row(number, attributes, None, message)
            continue
        row = placed(number, attributes, shape)
        row.identity = feature.get("id")
        row.notice = message if message and message not in told else None  # once a file is enough
        told.add(message)
        yield row


def _csv_rows(path: Path) -> Iterator[Row]:
    for number, (attributes, position) in enumerate(read_points(path), 1):
        if position is None:
            yield Row(number, attributes, None, _("The coordinates are not numbers."))
        else:
            yield placed(number, attributes, shapely.Point(position))
