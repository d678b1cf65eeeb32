"""Makes the bundled maps of participation/basemaps/maps from openly licensed extracts.

    python tools/make_maps.py oslo_east EXTRACT.osm.pbf
    python tools/make_maps.py bergen_n1000 N1000.gpkg ZONES.geojson SCHOOLS.geojson

The sources and their licences stand in participation/basemaps/maps/README.md.
"""

import sys
from pathlib import Path

from maps import bergen_n1000, oslo_east
from maps.tiling import write_map

MAPS = Path(__file__).parent.parent / "participation" / "basemaps" / "maps"
MAKERS = {
    "oslo_east": (oslo_east.oslo_east, oslo_east.METADATA),
    "bergen_n1000": (bergen_n1000.bergen_n1000, bergen_n1000.METADATA),
}


def main(name: str, *sources: str) -> None:
    make, metadata = MAKERS[name]
    path = MAPS / f"{name}.pmtiles"
    count = write_map(path, make(*(Path(source) for source in sources)), metadata)
    print(f"{path.name}: {count} tiles, {path.stat().st_size // 1024} kB", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in MAKERS:
        sys.exit(__doc__)
    main(*sys.argv[1:])
