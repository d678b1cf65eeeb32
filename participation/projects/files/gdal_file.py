"""Geographic files of any format and coordinate system that GDAL reads."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import shapely
from flask_babel import gettext as _

from participation.errors import Refused
from participation.projects.files.dbf import dbf_encoding
from participation.projects.files.georow import Opened, Row
from participation.projects.files.kinds import SHAPEFILES, check_kind
from participation.projects.files.layer import Layer, the_one, those_that_fit
from participation.projects.files.short_names import whole_names
from participation.projects.files.unpacking import gml_in

NOT_OURS = (".csv", ".geojson", ".json")
# Of a GPX file: the corners of its lines once more, each a row of its own.
CORNERS = ("route_points", "track_points")


def opened(path: Path, layer: Layer) -> Opened:
    """The layer that is meant; refused when GDAL cannot read the file."""
    with _reading(path):
        layers = _layers(path)
        chosen = the_one(layers, layer)
        meta, _fids, geometries, fields = _read(path, chosen)
        names = whole_names(path, list(meta["fields"]))
    return Opened(meta["crs"], _rows(names, geometries, fields), chosen)


def layers_in(path: Path, layer: Layer) -> tuple[str, ...]:
    """Names of the layers that may be meant: those with areas where areas are asked for and there are any."""
    if path.suffix.lower() in NOT_OURS:
        return ()
    with _reading(path):
        layers = _layers(path)
    return those_that_fit(layers, layer)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError

    try:
        with warnings.catch_warnings(action="ignore"), _nothing_beside(path):
            yield
    except GeometryError as wrong:
        message = _(
            "A layer of the file is made for geometries of any kind with heights (Z) or measures (M), which cannot be read. "
            "Save it in QGIS as GeoJSON, or without Z and M."
        )
        raise Refused(message) from wrong
    except (DataSourceError, DataLayerError, FeatureError, FieldError, ValueError, UnicodeError) as wrong:
        _refuse_other_kinds(path)
        message = _(
            "The file cannot be read as a map. It may be damaged, or of another kind. "
            "Save it anew as GeoJSON, GeoPackage or Shapefile."
        )
        raise Refused(message) from wrong


def _refuse_other_kinds(path: Path) -> None:
    if path.suffix.lower() not in (".shp", SHAPEFILES):
        check_kind(path.suffix.lower())


def _source(path: Path) -> str:
    if path.suffix.lower() != ".zip":
        return str(path)
    return "/".join(filter(None, ("/vsizip", str(path), gml_in(path))))


def _layers(path: Path) -> list[tuple[str, str | None]]:
    """Name and kind of geometry of each. Networks are for browsers: a schema that a file names is not fetched."""
    import pyogrio

    # Where a GML file has no schema, GDAL would guess that a column of digits alone holds numbers: 0301 is a code.
    pyogrio.set_gdal_config_options({"GML_DOWNLOAD_SCHEMA": "NO", "GML_FIELDTYPES": "ALWAYS_STRING"})
    found: list[tuple[str, str | None]] = pyogrio.list_layers(_source(path)).tolist()
    if path.suffix.lower() == ".gpx":
        found = [(name, kind) for name, kind in found if name not in CORNERS]
    if not any(kind for _name, kind in found):
        # GDAL reads workbooks too, and sees no places in them.
        _refuse_other_kinds(path)
    return found


@contextmanager
def _nothing_beside(path: Path) -> Iterator[None]:
    """GDAL writes what it learnt of a GML file beside it, where somebody else's files are."""
    beside = path.with_suffix(".gfs")
    is_ours = path.suffix.lower() == ".gml" and not beside.exists()
    yield
    if is_ours:
        beside.unlink(missing_ok=True)


def _read(path: Path, layer: str) -> Any:
    """As pyogrio.raw.read gives it."""
    import pyogrio

    shapefile = path / f"{layer}.shp" if path.suffix == SHAPEFILES else path
    source, is_other = _source(shapefile), shapefile.suffix.lower() != ".shp"
    if is_other or shapefile.with_suffix(".cpg").exists():
        try:
            return pyogrio.raw.read(source, layer=layer)
        except UnicodeDecodeError:
            if is_other:
                raise
    return pyogrio.raw.read(source, layer=layer, encoding=dbf_encoding(shapefile))


def _rows(names: list[str], geometries: Any, fields: Any) -> Iterator[Row]:
    for index, wkb in enumerate(geometries):
        attributes = {name: _plain(column[index]) for name, column in zip(names, fields, strict=True)}
        yield _row(index + 1, attributes, wkb)


def _row(number: int, attributes: dict[str, Any], wkb: bytes | None) -> Row:
    if wkb is None:
        return Row(number, attributes, None, _("The row has no geometry."))
    try:
        shape = shapely.force_2d(shapely.from_wkb(wkb))
    except shapely.errors.ShapelyError as wrong:
        message = _(
            "The geometry cannot be read (%(problem)s). Save it in QGIS as points, lines or areas, one of them a row.",
            problem=str(wrong)[:200],
        )
        return Row(number, attributes, None, message)
    return Row(number, attributes, shape)


def _plain(value: Any) -> Any:
    """A numpy value as Python's own; NaN and NaT as None."""
    if value is None:
        return None
    item = value.item() if hasattr(value, "item") else value
    if item is None or (isinstance(item, float) and math.isnan(item)):
        return None
    return item if isinstance(item, str | int | float | bool) else str(item)
