"""Reading geographic files of any format and CRS that GDAL reads, and CSV with coordinates, as rows in WGS84."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry

from participation.errors import Refused
from participation.projects.csv_points import read_points

LARGEST = 300 * 1024 * 1024


@dataclass(slots=True)
class Row:
    """One feature: its number in the file from 1, its attributes, its geometry in WGS84 degrees or what is wrong with it.

    `notice` is what was mended in a row that can be used.
    """

    number: int
    attributes: dict[str, Any]
    geometry: BaseGeometry | None
    problem: str | None = None
    notice: str | None = None


def read_rows(path: Path) -> Iterator[Row]:
    """Every feature of the file's first layer; refused when the file itself cannot be read."""
    if not path.is_file():
        raise Refused(_("There is no file %(name)s.", name=path.name))
    if path.stat().st_size > LARGEST:
        raise Refused(_("%(name)s is larger than 300 MB. Split it and import the parts.", name=path.name))
    if path.suffix.lower() == ".csv":
        return _csv_rows(path)
    if path.suffix.lower() in (".geojson", ".json"):
        return _geojson_rows(path)
    return _gdal_rows(path)


def _geojson_rows(path: Path) -> Iterator[Row]:
    from participation.projects import geojson_file

    found, crs = geojson_file.features(path)
    to_degrees = _transformer(crs)
    told: set[str] = set()
    shapes = geojson_file.shapes(found, lambda shape: _in_degrees(shape, to_degrees))
    for number, (attributes, shape, message) in enumerate(shapes, 1):
        if shape is None:
            yield Row(number, attributes, None, message)
            continue
        row = placed(number, attributes, shape)
        row.notice = message if message and message not in told else None  # once a file is enough
        told.add(message)
        yield row


def _gdal_rows(path: Path) -> Iterator[Row]:
    import pyogrio
    from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError

    source = f"/vsizip/{path}" if path.suffix.lower() == ".zip" else str(path)
    try:
        with warnings.catch_warnings(action="ignore"):
            meta, _fids, geometries, fields = pyogrio.raw.read(source)
    except (DataSourceError, DataLayerError, FeatureError, FieldError, ValueError, UnicodeError) as wrong:
        raise Refused(
            _("%(name)s could not be read: %(problem)s.", name=path.name, problem=str(wrong)[:300])
        ) from wrong
    if geometries is None:
        raise Refused(_("%(name)s has no geometry.", name=path.name))
    names = list(meta["fields"])
    to_degrees = _transformer(meta["crs"])
    for index, wkb in enumerate(geometries):
        attributes = {name: _plain(column[index]) for name, column in zip(names, fields, strict=True)}
        yield _row(index + 1, attributes, wkb, to_degrees)


def _row(number: int, attributes: dict[str, Any], wkb: bytes | None, to_degrees: Any) -> Row:
    if wkb is None:
        return Row(number, attributes, None, _("The row has no geometry."))
    try:
        shape = shapely.force_2d(shapely.from_wkb(wkb))
    except shapely.errors.ShapelyError as wrong:
        return Row(number, attributes, None, _("The geometry cannot be read: %(problem)s.", problem=str(wrong)[:200]))
    return placed(number, attributes, _in_degrees(shape, to_degrees))


def _in_degrees(shape: BaseGeometry, to_degrees: Any) -> BaseGeometry:
    if to_degrees is None:
        return shape
    return shapely.transform(shape, lambda x, y: to_degrees.transform(x, y), interleaved=False)


def placed(number: int, attributes: dict[str, Any], shape: BaseGeometry) -> Row:
    """The row when its geometry has something in it and lies on the globe."""
    if shape.is_empty:
        return Row(number, attributes, None, _("The row has no geometry."))
    west, south, east, north = shape.bounds
    if not all(math.isfinite(edge) for edge in shape.bounds) or west < -180 or east > 180 or south < -90 or north > 90:
        return Row(
            number,
            attributes,
            None,
            _(
                "The coordinates are not degrees. Is the file in UTM? Save it with its coordinate system (EPSG:25832) and try again."
            ),
        )
    return Row(number, attributes, shape)


def _transformer(crs: str | None) -> Any:
    """From the file's CRS to WGS84, None when it is WGS84 already or says nothing."""
    import pyproj

    if crs is None:
        return None
    try:
        source = pyproj.CRS.from_user_input(crs)
    except pyproj.exceptions.CRSError as wrong:
        raise Refused(_("The file's coordinate system “%(name)s” is not known.", name=crs[:80])) from wrong
    if source.to_epsg() in (4326, 4258) or source.equals(pyproj.CRS("OGC:CRS84")):
        return None
    return pyproj.Transformer.from_crs(source, 4326, always_xy=True)


def _plain(value: Any) -> Any:
    """A numpy value as Python's own; NaN and NaT as None."""
    if value is None:
        return None
    item = value.item() if hasattr(value, "item") else value
    if isinstance(item, float) and math.isnan(item):
        return None
    return item if isinstance(item, str | int | float | bool) else str(item)


def _csv_rows(path: Path) -> Iterator[Row]:
    for number, (attributes, position) in enumerate(read_points(path), 1):
        if position is None:
            yield Row(number, attributes, None, _("The coordinates are not numbers."))
        else:
            yield placed(number, attributes, shapely.Point(position))
