"""A drawing in any coordinate system, drawn anew so that its sides are those of a web map."""

from __future__ import annotations

import numpy as np
import pyproj
from PIL import Image

from participation.map_layers.images.placed import Grid, Positions
from participation.projects.files.fitting import Bounds

MERCATOR = 3857
CELLS = 24
ALONG_AN_EDGE = 21


def edges(size: tuple[int, int]) -> Positions:
    """Pixels all along the edge of an image."""
    steps = np.linspace(0, 1, ALONG_AN_EDGE)
    zero, one = np.zeros_like(steps), np.ones_like(steps)
    around = np.concatenate(
        [np.column_stack(side) for side in ((steps, zero), (steps, one), (zero, steps), (one, steps))]
    )
    return around * np.array(size)


def warped(image: Image.Image, grid: Grid, epsg: int, longest: int) -> tuple[Image.Image, Bounds]:
    """RGBA with nothing where the drawing is not, at most `longest` pixels; and its bounds in degrees, WGS84."""
    there = pyproj.Transformer.from_crs(epsg, MERCATOR, always_xy=True)
    around = np.column_stack(there.transform(*grid.positions(edges(image.size)).T))
    (west, south), (east, north) = around.min(axis=0), around.max(axis=0)
    size = _size(image.size, east - west, north - south, longest)
    across, down = (np.linspace(0, side, CELLS + 1).round().astype(int) for side in size)
    columns, rows = np.meshgrid(across, down)
    x, y = west + columns / size[0] * (east - west), north - rows / size[1] * (north - south)
    back = np.column_stack(there.transform(x.ravel(), y.ravel(), direction="INVERSE"))
    pixels = grid.pixels(back).reshape(CELLS + 1, CELLS + 1, 2)
    mesh = [_cell(across, down, pixels, column, row) for row in range(CELLS) for column in range(CELLS)]
    drawn = image.convert("RGBA").transform(size, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR)
    corners = pyproj.Transformer.from_crs(MERCATOR, 4326, always_xy=True).transform([west, east], [south, north])
    (low_x, high_x), (low_y, high_y) = corners
    return drawn, (low_x, low_y, high_x, high_y)


def _size(of: tuple[int, int], width: float, height: float, longest: int) -> tuple[int, int]:
    """As many pixels as the drawing has, in the shape it gets."""
    most = min(longest, max(of))
    scale = most / max(width, height)
    return max(CELLS, round(width * scale)), max(CELLS, round(height * scale))


def _cell(
    across: Positions, down: Positions, pixels: Positions, column: int, row: int
) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """A rectangle of the new image, and where its corners lie in the old one: north-west, south-west, south-east, north-east."""
    box = (int(across[column]), int(down[row]), int(across[column + 1]), int(down[row + 1]))
    corners = (pixels[row, column], pixels[row + 1, column], pixels[row + 1, column + 1], pixels[row, column + 1])
    return box, tuple(float(number) for corner in corners for number in corner)
