"""Where the pixels of a drawing lie: as GeoTIFF says it, or a world file beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from flask_babel import gettext as _
from numpy.typing import NDArray
from PIL import Image

from participation.errors import Refused

SCALE, TIE_POINT, MATRIX, KEYS = 33550, 33922, 34264, 34735
GEOGRAPHIC, PROJECTED, RASTER_TYPE = 2048, 3072, 1025
IS_POINT, USERS_OWN = 2, 32767

Positions = NDArray[np.float64]


@dataclass(frozen=True)
class Grid:
    """From column and row of a pixel's corner to x and y: x = a·column + b·row + c, y = d·column + e·row + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def __post_init__(self) -> None:
        if not np.isfinite([self.a, self.b, self.c, self.d, self.e, self.f]).all() or not self.determinant:
            raise Refused(_("What the image says of its place makes no sense. Save it anew with its place."))

    @property
    def determinant(self) -> float:
        return self.a * self.e - self.b * self.d

    def positions(self, pixels: Positions) -> Positions:
        """`pixels` (n, 2): column, row; to x, y."""
        column, row = pixels.T
        return np.column_stack([self.a * column + self.b * row + self.c, self.d * column + self.e * row + self.f])

    def pixels(self, positions: Positions) -> Positions:
        """The other way."""
        x, y = positions[:, 0] - self.c, positions[:, 1] - self.f
        column, row = self.e * x - self.b * y, self.a * y - self.d * x
        return np.column_stack([column, row]) / self.determinant

    def shifted(self, pixels: float) -> Grid:
        """The same with its origin so many pixels further along both columns and rows."""
        (x, y), *_rest = self.positions(np.array([[pixels, pixels]]))
        return Grid(self.a, self.b, float(x), self.d, self.e, float(y))


def from_world_file(text: str) -> Grid:
    """Six lines; the last two are the middle of the first pixel."""
    try:
        a, d, b, e, c, f = (float(line.replace(",", ".")) for line in text.split()[:6])
    except ValueError as wrong:
        raise Refused(_("The world file must hold six numbers, one a line.")) from wrong
    return Grid(a, b, c, d, e, f).shifted(-0.5)


def from_tiff(image: Image.Image) -> Grid | None:
    """None where the file tells nothing of its place."""
    tags: Any = getattr(image, "tag_v2", {})
    half = -0.5 if _keys(tags).get(RASTER_TYPE) == IS_POINT else 0.0
    if len(tags.get(MATRIX, ())) == 16:
        a, b, _z, c, d, e, _z2, f = tags[MATRIX][:8]
        return Grid(a, b, c, d, e, f).shifted(half)
    if len(tags.get(SCALE, ())) >= 2 and len(tags.get(TIE_POINT, ())) >= 6:
        (wide, high), (column, row, _k, x, y) = tags[SCALE][:2], tags[TIE_POINT][:5]
        return Grid(wide, 0, x - column * wide, 0, -high, y + row * high).shifted(half)
    return None


def system_of_tiff(image: Image.Image) -> int | None:
    """The EPSG code that the file tells, if it is one."""
    keys = _keys(getattr(image, "tag_v2", {}))
    found = keys.get(PROJECTED) or keys.get(GEOGRAPHIC)
    return found if found and found < USERS_OWN else None


def _keys(tags: Any) -> dict[int, int]:
    """Those whose value is a number of their own."""
    numbers = list(tags.get(KEYS, ()))[4:]
    fours = [numbers[place : place + 4] for place in range(0, len(numbers) - 3, 4)]
    return {key: value for key, place, _count, value in fours if place == 0}
