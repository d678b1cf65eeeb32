"""Small files in the formats that planners have."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely

KML = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Soner</name>
<Placemark><name>Vadmyra æøå</name><ExtendedData><Data name="kode"><value>7</value></Data></ExtendedData>
<Polygon><outerBoundaryIs><LinearRing><coordinates>5.2,60.3,0 5.21,60.3,0 5.21,60.31,0 5.2,60.3,0</coordinates></LinearRing></outerBoundaryIs></Polygon>
</Placemark></Document></kml>"""
UTM_32 = (297_000.0, 6_700_000.0)
SQUARE = shapely.box(5.2, 60.3, 5.21, 60.31)
BOW_TIE = shapely.Polygon([(5.2, 60.3), (5.21, 60.31), (5.21, 60.3), (5.2, 60.31), (5.2, 60.3)])


def shapefile(folder: Path, name: str, encoding: str, cpg: str | None = None, without: tuple[str, ...] = ()) -> bytes:
    """A zipped shapefile with one row, called `name`, in `encoding`; `cpg`: what its .cpg says, None for no such file."""
    folder.mkdir(exist_ok=True)
    columns = [np.array(["1"], dtype=object), np.array([name], dtype=object)]
    rows = np.array([shapely.to_wkb(SQUARE)])
    pyogrio.raw.write(
        folder / "soner.shp", rows, columns, ["nr", "navn"], geometry_type="Polygon", crs="EPSG:4326",
        driver="ESRI Shapefile", encoding=encoding,
    )  # fmt: skip
    (folder / "soner.cpg").unlink(missing_ok=True)
    if cpg:
        (folder / "soner.cpg").write_text(cpg)
    return packed({part.name: part.read_bytes() for part in folder.glob("soner.*") if part.suffix not in without})


def packed(members: dict[str, bytes]) -> bytes:
    """A zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def collection(*shapes: shapely.Geometry, **more: Any) -> bytes:
    """GeoJSON, each row with a code and a name of its own."""
    features = [
        {"type": "Feature", "properties": {"kode": str(n), "navn": f"Sone {n}"}, "geometry": json.loads(shapely.to_geojson(shape))}
        for n, shape in enumerate(shapes, 1)
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()
