"""A file with several layers is never read in part without a word."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from participation.errors import Refused
from participation.projects.files.geofile import read_rows
from participation.projects.files.layer import Layer
from participation.projects.files.polygons import read_area
from participation.registrations.rows_of_files import all_rows

AREA, PLACE = shapely.box(5.2, 60.3, 5.3, 60.4), shapely.Point(5.25, 60.35)


def written(path: Path, **layers: shapely.Geometry | None) -> Path:
    """A GeoPackage with one row in each layer; None makes a table without geometry, as QGIS's styles are."""
    for number, (name, shape) in enumerate(layers.items()):
        geometry = None if shape is None else np.array([shapely.to_wkb(shape)], dtype=object)
        kind = None if shape is None else shape.geom_type
        fields = ([np.array([name], dtype=object)], ["name"])
        crs = None if shape is None else "EPSG:4326"
        pyogrio.raw.write(path, geometry, *fields, layer=name, geometry_type=kind, crs=crs, append=bool(number))
    return path


def names(path: Path, layer: Layer) -> list[str]:
    return [row.attributes["name"] for row in read_rows(path, layer)]


def test_a_table_beside_the_layer_is_no_layer(tmp_path: Path) -> None:
    assert names(written(tmp_path / "a.gpkg", layer_styles=None, zones=AREA), Layer()) == ["zones"]


def test_the_only_layer_of_polygons_is_meant_where_polygons_are_asked_for(tmp_path: Path) -> None:
    file = written(tmp_path / "a.gpkg", places=PLACE, zones=AREA)
    assert names(file, Layer(areas=True)) == ["zones"]
    with pytest.raises(Refused, match=r"several layers: places, zones\. Say which one you mean with --layer"):
        names(file, Layer())
    assert names(file, Layer("places")) == ["places"]


def test_a_walk_of_a_phone_is_a_line_and_not_each_of_its_corners(tmp_path: Path) -> None:
    file = tmp_path / "tur.gpx"
    corners = "".join(f'<trkpt lat="60.3{number}" lon="5.2{number}"/>' for number in range(9))
    file.write_text(
        '<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">'
        f'<wpt lat="60.35" lon="5.25"/><trk><trkseg>{corners}</trkseg></trk></gpx>'
    )
    rows = all_rows(file)
    assert [shapely.get_type_id(row.geometry) for row in rows] == [0, 5]


def test_a_projects_area_is_not_one_of_several_layers_by_chance(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="one, two"):
        read_area(written(tmp_path / "a.gpkg", one=AREA, two=AREA))
    assert '"Polygon"' in read_area(written(tmp_path / "b.gpkg", places=PLACE, zones=AREA))


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    file = written(tmp_path / "a.gpkg", places=PLACE, more=PLACE)
    with pytest.raises(Refused, match=r"no layer “zones”\. It has: places, more"):
        names(file, Layer("zones"))
    with pytest.raises(Refused, match="no polygons"):
        names(file, Layer(areas=True))
    with pytest.raises(Refused, match="no geometry"):
        names(written(tmp_path / "b.gpkg", styles=None), Layer())


def test_a_file_that_is_no_map_is_refused_without_the_machines_paths(tmp_path: Path) -> None:
    file = tmp_path / "a.gpkg"
    file.write_bytes(b"SQLite format 3\0" + bytes(200))
    with pytest.raises(Refused, match="cannot be read as a map") as refused:
        names(file, Layer())
    assert str(tmp_path) not in refused.value.message
