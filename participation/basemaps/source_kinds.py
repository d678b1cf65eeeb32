"""Kinds of tile sources, the bundled maps and Kartverket's open cache.

To add a bundled map: its PMTiles file in maps/, a theme in static/js/map/themes/ and one line in BUNDLED.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

Bounds = tuple[float, float, float, float]  # west, south, east, north in degrees, WGS84

MAPS = Path(__file__).parent / "maps"
NORWAY: Bounds = (2.0, 57.0, 33.0, 81.5)
WORLD: Bounds = (-180.0, -85.06, 180.0, 85.06)


@dataclass(frozen=True)
class VectorSource:
    """A PMTiles file. `theme` names its drawing in the browser; beyond `data_zoom` the browser enlarges."""

    id: str
    path: Path
    label: str
    attribution: str
    theme: str
    bounds: Bounds
    min_zoom: int
    max_zoom: int
    data_zoom: int
    street_level: bool


@dataclass(frozen=True)
class RasterSource:
    """Tiles of another server. `url` has {z}, {x}, {y} and maybe {key}, which never leaves this server."""

    id: str
    url: str
    label: str
    attribution: str
    bounds: Bounds = NORWAY
    min_zoom: int = 2
    max_zoom: int = 18
    key: str = ""

    def address(self, z: int, x: int, y: int) -> str:
        """The address of one tile at the other server."""
        values = {"{z}": str(z), "{x}": str(x), "{y}": str(y), "{key}": self.key}
        return re.sub(r"\{(?:z|x|y|key)\}", lambda match: values[match[0]], self.url)

    @property
    def folder(self) -> str:
        """The cache folder's name: another template is another map, so it never shows the old tiles."""
        return f"{self.id}-{hashlib.sha256(self.url.encode()).hexdigest()[:8]}"


Source = VectorSource | RasterSource

BUNDLED = (
    VectorSource(
        id="oslo-ost",
        path=MAPS / "oslo_east.pmtiles",
        label="Oslo øst",
        attribution="© OpenStreetMap contributors",
        theme="oslo",
        bounds=(10.7080, 59.8603, 10.8290, 59.9381),
        min_zoom=11,
        max_zoom=19,
        data_zoom=15,
        street_level=True,
    ),
    VectorSource(
        id="bergen",
        path=MAPS / "bergen_n1000.pmtiles",
        label="Bergen",
        attribution="© Kartverket, SSB",
        theme="bergen",
        bounds=(4.9046, 60.0631, 5.9821, 60.6565),
        min_zoom=8,
        max_zoom=18,
        data_zoom=13,
        street_level=False,
    ),
)
_KARTVERKET = "https://cache.kartverket.no/v1/wmts/1.0.0/{layer}/default/webmercator/{{z}}/{{y}}/{{x}}.png"
KARTVERKET = (
    RasterSource("kartverket", _KARTVERKET.format(layer="topo"), "Kart", "© Kartverket"),
    RasterSource("kartverket-graatone", _KARTVERKET.format(layer="topograatone"), "Gråtonekart", "© Kartverket"),
)
