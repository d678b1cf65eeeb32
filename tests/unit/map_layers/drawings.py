"""Small drawings that have their place."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, TiffImagePlugin

# Ten by ten metres a pixel from here on, in UTM 32: by Bergen.
EAST, NORTH, PIXEL = 297_000.0, 6_700_000.0, 10.0
SIDE = 80
WORLD_FILE = f"{PIXEL}\n0\n0\n-{PIXEL}\n{EAST + PIXEL / 2}\n{NORTH - PIXEL / 2}\n".encode()


def quarters() -> Image.Image:
    """Red, green; blue, white: so that it shows which way up it lies."""
    pixels = np.zeros((SIDE, SIDE, 3), dtype=np.uint8)
    half = SIDE // 2
    pixels[:half, :half], pixels[:half, half:] = (255, 0, 0), (0, 255, 0)
    pixels[half:, :half], pixels[half:, half:] = (0, 0, 255), (255, 255, 255)
    return Image.fromarray(pixels)


def geotiff(epsg: int | None = 25832, is_point: bool = False) -> bytes:
    """GeoTIFF; without `epsg` it does not say which coordinates it is in."""
    keys = [1025, 0, 1, 2 if is_point else 1, *([3072, 0, 1, epsg] if epsg else [])]
    shift = PIXEL / 2 if is_point else 0
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    for tag, kind, value in (
        (33550, 12, (PIXEL, PIXEL, 0.0)),
        (33922, 12, (0.0, 0.0, 0.0, EAST + shift, NORTH - shift, 0.0)),
        (34735, 3, (1, 1, 0, len(keys) // 4, *keys)),
    ):
        tags.tagtype[tag] = kind
        tags[tag] = value
    return saved(quarters(), "TIFF", tiffinfo=tags)


def saved(image: Image.Image, kind: str, **more: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()
