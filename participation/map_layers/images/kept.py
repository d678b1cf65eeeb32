"""A drawing that waits to be taken in, and what it is when laid out in one system or another, each made once."""

from __future__ import annotations

import io

import orjson
from werkzeug.datastructures import FileStorage

from participation.errors import Refused
from participation.map_layers.images.image_file import Drawing, Sheet, laid_out, sheet
from participation.projects.files import uploads

KINDS = (".tif", ".tiff", ".png", ".jpg", ".jpeg", ".webp")
LARGEST_WORLD = 10_000


def keep(image: FileStorage, world: FileStorage | None) -> str:
    """The token for the next steps; refused when it is no drawing with a place."""
    token = uploads.take(image, KINDS)
    try:
        if world:
            uploads.beside(token, "world").write_bytes(world.read(LARGEST_WORLD))
        waiting(token)
    except Refused:
        uploads.forget(token)
        raise
    return token


def waiting(token: str) -> Sheet:
    """The drawing; a token that is over is a 404."""
    path, world = uploads.path_of(token, KINDS), uploads.beside(token, "world")
    return sheet(io.BytesIO(path.read_bytes()), world.read_bytes() if world.exists() else None)


def drawn(token: str, epsg: int) -> Drawing:
    """As it is when its coordinates are those of `epsg`; refused when it cannot be laid out so."""
    picture, place = (uploads.beside(token, f"drawn-{epsg}.{ending}") for ending in ("webp", "json"))
    if not place.exists():
        made = laid_out(waiting(token), epsg)
        picture.write_bytes(made.webp)
        place.write_bytes(orjson.dumps(made.bounds))
    west, south, east, north = orjson.loads(place.read_bytes())
    return Drawing(picture.read_bytes(), (west, south, east, north))
