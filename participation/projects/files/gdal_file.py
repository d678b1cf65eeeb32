"""Geographic files of any format and coordinate system that GDAL reads, and which of their layers is meant."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from flask_babel import gettext as _

from participation.errors import Refused
from participation.projects.files.degrees import in_degrees, transformer
from participation.projects.files.georow import Row, placed


@dataclass(frozen=True)
class Layer:
    """Which layer of a file that has several: the one with this name, or the only one (of polygons when `areas`)."""

    name: str | None = None
    areas: bool = False


ONLY = Layer()


def rows_of(path: Path, layer: Layer) -> Iterator[Row]:
    """Every feature of the layer that is meant; refused when GDAL cannot read the file."""
    import pyogrio
    from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError

    source = f"/vsizip/{path}" if path.suffix.lower() == ".zip" else str(path)
    try:
        with warnings.catch_warnings(action="ignore"):
            chosen = _chosen(pyogrio.list_layers(source).tolist(), layer)
            meta, _fids, geometries, fields = pyogrio.raw.read(source, layer=chosen)
    except (DataSourceError, DataLayerError, FeatureError, FieldError, ValueError, UnicodeError) as wrong:
        message = _(
            "The file cannot be read as a map. It may be damaged, or of another kind. "
            "Save it anew as GeoJSON, GeoPackage or Shapefile."
        )
        raise Refused(message) from wrong
    names = list(meta["fields"])
    to_degrees = transformer(meta["crs"])
    for index, wkb in enumerate(geometries):
        attributes = {name: _plain(column[index]) for name, column in zip(names, fields, strict=True)}
        yield _row(index + 1, attributes, wkb, to_degrees)


def _chosen(layers: list[tuple[str, str | None]], layer: Layer) -> str:
    """The layer to read. Tables beside it, such as QGIS's styles, have no geometry and are no layers."""
    there = {name: kind for name, kind in layers if kind}
    fitting = [name for name, kind in there.items() if not layer.areas or "Polygon" in kind or kind == "Unknown"]
    if layer.name is not None:
        fitting = [name for name in there if name == layer.name]
    elif len(there) == 1:
        fitting = list(there)
    if len(fitting) == 1:
        return fitting[0]
    if not there:
        raise Refused(_("The file has no geometry."))
    names = ", ".join(fitting or there)
    if layer.name is not None:
        raise Refused(_("The file has no layer “%(layer)s”. It has: %(names)s.", layer=layer.name, names=names))
    if not fitting:
        raise Refused(_("The file has no polygons. Its layers are: %(names)s.", names=names))
    raise Refused(_("The file has several layers: %(names)s. Save the one you mean in a file of its own.", names=names))


def _row(number: int, attributes: dict[str, Any], wkb: bytes | None, to_degrees: Any) -> Row:
    if wkb is None:
        return Row(number, attributes, None, _("The row has no geometry."))
    try:
        shape = shapely.force_2d(shapely.from_wkb(wkb))
    except shapely.errors.ShapelyError as wrong:
        return Row(number, attributes, None, _("The geometry cannot be read: %(problem)s.", problem=str(wrong)[:200]))
    return placed(number, attributes, in_degrees(shape, to_degrees))


def _plain(value: Any) -> Any:
    """A numpy value as Python's own; NaN and NaT as None."""
    if value is None:
        return None
    item = value.item() if hasattr(value, "item") else value
    if isinstance(item, float) and math.isnan(item):
        return None
    return item if isinstance(item, str | int | float | bool) else str(item)
