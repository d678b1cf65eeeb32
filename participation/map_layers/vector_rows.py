"""The rows of a file as they are drawn over a map: with no more corners than are seen there, and their attributes."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import shapely
from flask_babel import gettext as _
from shapely.geometry.base import BaseGeometry

from participation.errors import Refused
from participation.projects.files.reading import Reading
from participation.projects.files.report import FileRead

# Degrees; the coarser ones for layers that would be too heavy for a phone.
STEPS = (0.00001, 0.00005, 0.0002, 0.001)
LARGEST = 1_000_000
MOST_ROWS = 5000
MOST_FIELDS, LONGEST_TEXT = 30, 200

Attributes = dict[str, Any]
Shape = tuple[BaseGeometry, Attributes]
LayerRead = FileRead[Shape]


def read_shapes(path: Path, reading: Reading) -> LayerRead:
    """The whole rows by their number. Refused when there are more than a map can show."""
    read: LayerRead = FileRead()
    for row in reading.rows(path):
        read.report.read += 1
        if row.geometry is None:
            read.report.reject(row.number, row.problem or _("The row has no geometry."))
            continue
        if len(read.rows) == MOST_ROWS:
            raise Refused(_("A map layer has at most %(most)s rows. Take only your own area.", most=MOST_ROWS))
        read.take(str(row.number), (row.geometry, _short(row.attributes)))
        if row.repair:
            read.report.tell(row.number, row.repair)
    return read


def drawn(shapes: Iterable[Shape]) -> bytes:
    """JSON `[[geometry, attributes], …]`, light enough for a phone. Refused when it cannot be."""
    given = list(shapes)
    for coarse in STEPS:
        found = orjson.dumps([[_simple(shape, coarse), attributes] for shape, attributes in given])
        if len(labelled(found, "")) <= LARGEST:
            return found
    raise Refused(_("The layer is too heavy for a phone. Take only your own area, or simplify the outlines."))


def labelled(source: bytes | str, field: str) -> bytes:
    """JSON `{"rows": [[geometry, label], …]}` of what `drawn` made: no attribute but the label is given out."""
    rows = orjson.loads(source)
    return orjson.dumps({"rows": [[geometry, _text(attributes.get(field))] for geometry, attributes in rows]})


def fields_of(source: str) -> list[str]:
    """The names of the attributes."""
    return list(dict.fromkeys(name for _geometry, attributes in orjson.loads(source) for name in attributes))


def version_of(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]


def _simple(shape: BaseGeometry, coarse: float) -> Any:
    lighter = shapely.set_precision(shapely.simplify(shape, coarse), 1e-5, mode="pointwise")
    return orjson.loads(shapely.to_geojson(lighter))


def _short(attributes: Attributes) -> Attributes:
    kept = [(name, value) for name, value in attributes.items() if value is not None][:MOST_FIELDS]
    return {name: str(value)[:LONGEST_TEXT] if isinstance(value, str | int) else value for name, value in kept}


def _text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)
