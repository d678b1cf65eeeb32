"""Taking in a drawing: checked, laid out for the map, and encoded anew without what its program wrote into it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import IO

import numpy as np
from flask_babel import gettext as _
from PIL import Image, UnidentifiedImageError

from participation.decoding import decoded
from participation.errors import Refused
from participation.map_layers.images.placed import Grid, from_tiff, from_world_file, system_of_tiff
from participation.map_layers.images.warping import warped
from participation.projects.files.fitting import Bounds

FORMATS = ("TIFF", "PNG", "JPEG", "WEBP")
MOST_PIXELS = 50_000_000
SIDES = (4096, 2896, 2048, 1448)
LARGEST_WEBP = 1_500_000
QUALITY = 82
WIDEST = 2.0


@dataclass(frozen=True)
class Drawing:
    """WebP whose corners are those of `bounds` (west, south, east, north in degrees, WGS84) in web mercator."""

    webp: bytes
    bounds: Bounds


@dataclass(frozen=True)
class Sheet:
    """An image, not yet decoded, and where its pixels lie in coordinates that `said`, an EPSG code, may tell of."""

    image: Image.Image
    grid: Grid
    said: int | None


def sheet(file: IO[bytes], world: bytes | None) -> Sheet:
    """The drawing in `file`. `world`: its world file. Refused in words when it is none, or has no place."""
    image = opened(file)
    grid = from_world_file(decoded(world)) if world else from_tiff(image)
    if grid is None:
        message = _(
            "The image does not say where it lies. Choose its world file (.tfw, .jgw or .pgw) too, or save it as GeoTIFF."
        )
        raise Refused(message)
    return Sheet(image, grid, system_of_tiff(image))


def laid_out(drawing: Sheet, epsg: int) -> Drawing:
    """Takes its time, so call it before `writing()`. Refused when the image is damaged, or too large on the map."""
    try:
        drawing.image.load()
    except (OSError, SyntaxError, ValueError) as wrong:
        raise Refused(_("The image is damaged. Save it anew.")) from wrong
    return smallest(drawing.image, drawing.grid, epsg)


def opened(file: IO[bytes]) -> Image.Image:
    """Looked into, not yet decoded."""
    try:
        image = Image.open(file, formats=FORMATS)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as wrong:
        raise Refused(_("The file is no image that can be read. Save it as GeoTIFF, PNG or JPEG.")) from wrong
    if image.width * image.height > MOST_PIXELS:
        message = _("The image has more than %(most)s million pixels. Make it smaller.", most=MOST_PIXELS // 10**6)
        raise Refused(message)
    return image


def smallest(image: Image.Image, grid: Grid, epsg: int) -> Drawing:
    """As sharp as is light enough for a phone."""
    for side in SIDES:
        drawn, bounds = warped(image, grid, epsg, side)
        if not np.isfinite(bounds).all() or bounds[2] - bounds[0] > WIDEST or bounds[3] - bounds[1] > WIDEST:
            raise Refused(_("The image covers more than a region. Cut out the part that matters."))
        packed = io.BytesIO()
        drawn.save(packed, "WEBP", quality=QUALITY, method=4)
        if packed.tell() <= LARGEST_WEBP:
            break
    return Drawing(packed.getvalue(), bounds)
