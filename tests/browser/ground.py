"""The bundled maps without streets: each tile is asked for, answered and shown, and is the ground alone.

To draw streets takes a third of the browser's work. Tests marked `streets` have them: those of the maps themselves, of whole
lessons, of what is measured and of what stays legible above them.
"""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import flask
from pmtiles.tile import Compression, TileType
from pmtiles.writer import write

from participation.basemaps.installation import Installation
from participation.basemaps.source_kinds import VectorSource

WORLD = 0  # the one tile that is there, which no map of ours is drawn from


def take_up_streets(app: flask.Flask, folder: Path) -> None:
    """Let `app` read its vector maps from a file with nothing in it."""
    path = folder / "ground.pmtiles"
    with write(path) as tiles:
        tiles.write_tile(WORLD, gzip.compress(b""))
        tiles.finalize({"tile_type": TileType.MVT, "tile_compression": Compression.GZIP}, {})
    maps: Installation = app.extensions["basemaps"]
    for name, source in maps.sources.items():
        if isinstance(source, VectorSource):
            maps.sources[name] = replace(source, path=path)
