"""From features to one PMTiles file of Mapbox vector tiles.

GDAL writes one layer at a time, so each layer is tiled into a file of its own and the
tiles are joined afterwards: a vector tile is a list of layers, and the bytes of two
tiles put after each other are a valid tile with the layers of both.
"""

import gzip
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import shapely
from pmtiles.reader import MmapSource, all_tiles
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

EXTENT = 4096


@dataclass
class MapLayer:
    """One layer of the tiles: WGS84 geometries of one type, and text attributes."""

    name: str
    min_zoom: int
    max_zoom: int
    geometries: list[Any] = field(default_factory=list)
    attributes: list[dict[str, str]] = field(default_factory=list)

    def add(self, geometry: Any, **attributes: str) -> None:
        if not geometry.is_empty:
            self.geometries.append(geometry)
            self.attributes.append(attributes)

    @property
    def fields(self) -> list[str]:
        return sorted({name for attributes in self.attributes for name in attributes})


def write_map(path: Path, layers: list[MapLayer], metadata: dict[str, Any]) -> int:
    """Write the layers to `path`; gives the number of tiles. Same input, same bytes."""
    tiles: dict[int, list[bytes]] = defaultdict(list)
    for layer in layers:
        for tile_id, data in _tiles_of(layer):
            tiles[tile_id].append(data)
    bounds = shapely.total_bounds(np.array([g for layer in layers for g in layer.geometries]))
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        writer = Writer(file)
        for tile_id in sorted(tiles):
            writer.write_tile(tile_id, gzip.compress(b"".join(tiles[tile_id]), 9, mtime=0))
        writer.finalize(_header(layers, bounds), metadata | {"vector_layers": _described(layers)})
    unfinished.replace(path)  # a server that has the old file open keeps it whole
    return len(tiles)


def _tiles_of(layer: MapLayer) -> list[tuple[int, bytes]]:
    columns = [
        np.array([attributes.get(name) for attributes in layer.attributes], dtype=object) for name in layer.fields
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "layer.pmtiles"
        pyogrio.raw.write(
            str(path),
            geometry=shapely.to_wkb(np.array(layer.geometries)),
            field_data=columns,
            fields=layer.fields,
            layer=layer.name,
            driver="PMTiles",
            geometry_type=_common_type(layer.geometries),
            crs="EPSG:4326",
            dataset_options={
                "MINZOOM": layer.min_zoom,
                "MAXZOOM": layer.max_zoom,
                "EXTENT": EXTENT,
                "SIMPLIFICATION": 4,
                "SIMPLIFICATION_MAX_ZOOM": 1,
                "MAX_SIZE": 1_000_000,
            },
        )
        with path.open("rb") as file:
            return [(zxy_to_tileid(*zxy), _plain(data)) for zxy, data in all_tiles(MmapSource(file))]


def _plain(data: bytes) -> bytes:
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def _common_type(geometries: list[Any]) -> str:
    kinds = {geometry.geom_type.removeprefix("Multi") for geometry in geometries}
    if len(kinds) != 1:
        raise ValueError(f"a layer holds one type of geometry, not {sorted(kinds)}")
    several = any(geometry.geom_type.startswith("Multi") for geometry in geometries)
    return ("Multi" if several else "") + kinds.pop()


def _header(layers: list[MapLayer], bounds: Any) -> dict[str, Any]:
    west, south, east, north = (round(float(value) * 1e7) for value in bounds)
    return {
        "tile_type": TileType.MVT,
        "tile_compression": Compression.GZIP,
        "min_zoom": min(layer.min_zoom for layer in layers),
        "max_zoom": max(layer.max_zoom for layer in layers),
        "min_lon_e7": west,
        "min_lat_e7": south,
        "max_lon_e7": east,
        "max_lat_e7": north,
        "center_zoom": min(layer.max_zoom for layer in layers),
        "center_lon_e7": (west + east) // 2,
        "center_lat_e7": (south + north) // 2,
    }


def _described(layers: list[MapLayer]) -> list[dict[str, Any]]:
    return [
        {
            "id": layer.name,
            "fields": dict.fromkeys(layer.fields, "String"),
            "minzoom": layer.min_zoom,
            "maxzoom": layer.max_zoom,
        }
        for layer in layers
    ]
