"""A look into a file before it is taken in: its fields with examples, and where its rows lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely
from flask_babel import gettext as _

from exports.plain_text import plain_text
from participation.errors import Refused
from participation.projects.files.degrees import Positions, known, to_degrees
from participation.projects.files.fitting import Bounds, Fit, are_degrees, better, fit
from participation.projects.files.gdal_file import layers_in
from participation.projects.files.geofile import opened
from participation.projects.files.georow import Row, placed
from participation.projects.files.layer import Layer
from participation.projects.files.mending import is_broken
from participation.projects.files.systems import System

MOST_EXAMPLES = 3
LONGEST_EXAMPLE = 60
MOST_ROWS, MOST_CORNERS = 50_000, 2_000_000
ENOUGH_PLACES = 500


@dataclass(frozen=True)
class Preview:
    """`fields`: name → up to three different values as text; `rows` are in degrees, as `system` says or the file does.

    `said`: what the file calls its coordinates, "" for nothing; `guessed`: `system` is ours, for it said nothing that
    fits; `fits`: how well the rows lie; `offers`: systems in which they would lie better, the best first; `has_places`:
    false where no row has a geometry that can be read.
    """

    fields: dict[str, list[str]]
    rows: list[Row]
    layers: tuple[str, ...]
    layer: str | None
    said: str
    system: System | None
    guessed: bool
    fits: Fit
    offers: list[Fit]
    has_places: bool

    def guess(self, *words: str) -> str | None:
        """The first field with one of these words in its name, tried in order."""
        return next((name for word in words for name in self.fields if word in name.lower()), None)

    @property
    def broken(self) -> list[Row]:
        """Rows whose outlines cross themselves."""
        return [row for row in self.rows if is_broken(row.geometry)]

    @property
    def problems(self) -> list[dict[str, Any]]:
        """What keeps rows out however they are read, as {"row", "message"}."""
        return [{"row": row.number, "message": row.problem} for row in self.rows if row.problem]

    @property
    def middle(self) -> tuple[float, float] | None:
        """Longitude and latitude around which the rows lie, None where none lies anywhere."""
        shapes = [row.geometry for row in self.rows if row.geometry is not None]
        if not shapes:
            return None
        west, south, east, north = np.median(shapely.bounds(shapes), axis=0)
        return float(west + east) / 2, float(south + north) / 2


def preview(path: Path, layer: Layer, system: System | None = None, home: Bounds | None = None) -> Preview:
    """Read the whole file, so that one that cannot be read is refused here. `home`: where the project is."""
    layer, layers = chosen(path, layer)
    found = opened(path, layer)
    raw = list(found.rows)
    check_size(raw)
    places, guessed = some_places(raw), False
    if system is None and found.crs is None and not are_degrees(places):
        best = better(places, fit(places, None, home), home)
        system, guessed = (best[0].system, True) if best else (None, False)
    now = fit(places, system or found.crs, home)
    change = to_degrees(system or found.crs)
    rows = [placed(row, change) for row in raw]
    said = system_name(found.crs) if found.crs else ""
    offers, has_places = better(places, now, home), bool(len(places))
    return Preview(examples(raw), rows, layers, found.layer, said, system, guessed, now, offers, has_places)


def chosen(path: Path, layer: Layer) -> tuple[Layer, tuple[str, ...]]:
    """The layer to look at, the first that fits where none is named; and the names of those that fit."""
    names = layers_in(path, layer)
    if layer.name in names or not names:
        return layer, names
    return Layer(names[0], layer.areas), names


def check_size(rows: Sequence[Row]) -> None:
    """Refuse more than can be shown and worked with."""
    if len(rows) > MOST_ROWS:
        message = _(
            "The file has %(rows)s rows, and %(most)s at most are taken in at a time. Divide it into several files, or take "
            "only your own area.",
            rows=len(rows),
            most=MOST_ROWS,
        )
        raise Refused(message)
    corners = int(shapely.get_num_coordinates([row.geometry for row in rows]).sum())
    if corners > MOST_CORNERS:
        message = _(
            "The file has %(rows)s rows with %(corners)s corners. Take only your own area, or simplify the outlines.",
            rows=len(rows),
            corners=corners,
        )
        raise Refused(message)


def some_places(rows: Sequence[Row]) -> Positions:
    """A corner of some rows from all over the file, as it stands there."""
    shapes = [row.geometry for row in rows if row.geometry is not None and not row.geometry.is_empty]
    step = max(1, len(shapes) // ENOUGH_PLACES)
    corners = [shapely.get_coordinates(shape)[0] for shape in shapes[::step]]
    return np.array(corners, dtype=float).reshape(-1, 2)


def examples(rows: Sequence[Row]) -> dict[str, list[str]]:
    """Of every field that has a value anywhere."""
    fields: dict[str, list[str]] = {}
    for row in rows:
        for name, value in row.attributes.items():
            shown = fields.setdefault(name, [])
            text = "" if value is None else plain_text(str(value)[:LONGEST_EXAMPLE])
            if text and text not in shown and len(shown) < MOST_EXAMPLES:
                shown.append(text)
    return {name: shown for name, shown in fields.items() if shown}


def system_name(crs: str) -> str:
    """Such as "ETRS89 / UTM zone 32N (EPSG:25832)"."""
    found: pyproj.CRS = known(crs)
    epsg = found.to_epsg()
    return f"{found.name} (EPSG:{epsg})" if epsg else str(found.name)
