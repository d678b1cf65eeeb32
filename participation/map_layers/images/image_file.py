"""Taking in a drawing: checked, laid out for the map, and encoded anew without what its program wrote into it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import IO

import numpy as np
import pyproj
from flask_babel import gettext as _
from PIL import Image, UnidentifiedImageError

from participation.decoding import decoded
from participation.errors import Refused
from participation.map_layers.images.placed import Grid, from_tiff, from_world_file, system_of_tiff
from participation.map_layers.images.warping import edges, warped
from participation.projects.files.fitting import Bounds, better, fit
from participation.projects.files.systems import System

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


def read_drawing(file: IO[bytes], world: bytes | None, system: System | None, home: Bounds | None) -> Drawing:
    """The drawing in `file`. `world`: its world file; `system`: what its coordinates are, None = as it says or what fits.

    Takes its time, so call it before `writing()`. Refused in words when it has no place, or a wrong one.
    """
    image = opened(file)
    grid = from_world_file(decoded(world)) if world else from_tiff(image)
    if grid is None:
        message = _(
            "The image does not say where it lies. Choose its world file (.tfw, .jgw or .pgw) too, or save it as GeoTIFF."
        )
        raise Refused(message)
    epsg = system.epsg if system else found_system(image, grid, home)
    check_place(image, grid, epsg, home)
    try:
        image.load()
    except (OSError, SyntaxError, ValueError) as wrong:
        raise Refused(_("The image is damaged. Save it anew.")) from wrong
    return smallest(image, grid, epsg)


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


def found_system(image: Image.Image, grid: Grid, home: Bounds | None) -> int:
    """As the file says, else the one in which it lies where the project is."""
    said = system_of_tiff(image)
    if said is not None:
        try:
            pyproj.CRS.from_epsg(said)
            return said
        except pyproj.exceptions.CRSError:
            pass
    places = grid.positions(edges(image.size))
    fitting = [one for one in better(places, fit(places, None, None), home) if one.system and not one.system.swapped]
    if not fitting or fitting[0].system is None:
        raise Refused(_("The image does not say which coordinate system it is in. Choose it, and try again."))
    return fitting[0].system.epsg


def check_place(image: Image.Image, grid: Grid, epsg: int, home: Bounds | None) -> None:
    """Refuse a drawing that lies nowhere near, and name the system in which it would lie well."""
    places = grid.positions(edges(image.size))
    system = System(epsg)
    now = fit(places, system, home)
    offers = [one.system.label for one in better(places, now, home) if one.system and not one.system.swapped]
    if offers:
        message = _(
            "In %(system)s the image lies far away. In %(other)s it lies well: choose that.",
            system=system.label,
            other=offers[0],
        )
        raise Refused(message)
    if not now.is_good:
        raise Refused(
            _("In %(system)s the image lies outside Norway. Choose another coordinate system.", system=system.label)
        )


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
