"""Reading geographic files: GeoJSON strictly, CSV with coordinates, and what GDAL reads; as rows in WGS84."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from flask_babel import gettext as _

from participation.errors import Refused
from participation.projects.files import csv_rows, gdal_file, geojson_file
from participation.projects.files.degrees import to_degrees
from participation.projects.files.georow import Opened, Row, placed, storable
from participation.projects.files.kinds import SHAPEFILES
from participation.projects.files.layer import ONLY, Layer
from participation.projects.files.systems import System

LARGEST = 300 * 1024 * 1024


def read_rows(path: Path, layer: Layer = ONLY, system: System | None = None) -> Iterator[Row]:
    """Every feature of the file, or of one layer; refused when the file itself cannot be read.

    `system`: what its coordinates are, whatever the file says.
    """
    found = opened(path, layer)
    change = to_degrees(system or found.crs)
    return (placed(storable(row), change) for row in found.rows)


def opened(path: Path, layer: Layer = ONLY) -> Opened:
    """The file's rows in its own coordinates, and what it says these are."""
    if not path.is_file() and path.suffix != SHAPEFILES:
        raise Refused(_("There is no file %(name)s.", name=path.name))
    if path.stat().st_size > LARGEST:
        raise Refused(_("The file is larger than 300 MB. Split it and import the parts."))
    if path.suffix.lower() == ".csv":
        return csv_rows.opened(path)
    if path.suffix.lower() in (".geojson", ".json"):
        return geojson_file.opened(path)
    return gdal_file.opened(path, layer)
