"""Files for map programs, read back by GDAL: the same rows, places and values as the table of marks."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pyogrio
import pytest
import shapely

from exports.formats import FORMATS
from participation.activities.models import Activity
from participation.database import reading
from participation.downloads.request import Request
from participation.downloads.selection import Selection
from participation.downloads.services import write_file
from participation.extensions import db
from tests.integration.downloads.conftest import Told

LAYERS = ("steder_punkt", "steder_linje")


@pytest.fixture
def activity(told: Told) -> Activity:
    return db.session.get_one(Activity, told.activity)


def written(activity: Activity, folder: Path, name: str, **wanted) -> Path:
    path = folder / f"fil{FORMATS[name].suffix}"
    wanted = {"selection": Selection(activity.id), "language": "nb", "headings": False} | wanted
    with reading(db) as session:
        write_file(session, Request(activity, FORMATS[name], **wanted), path)
    return path


def features(path: Path) -> dict[int, tuple[shapely.Geometry, dict[str, object]]]:
    """Shape and values by number, of every layer with places."""
    found = {}
    for layer in [name for name, kind in pyogrio.list_layers(path).tolist() if kind]:
        meta, _fids, shapes, fields = pyogrio.raw.read(path, layer=layer)
        columns = [values.tolist() for values in fields]
        for shape, values in zip(shapely.from_wkb(shapes), zip(*columns, strict=True), strict=True):
            row = dict(zip(meta["fields"], values, strict=True))
            found[row["id"]] = (shape, row)
    return found


def known(value: object) -> object:
    """None for nothing, however a reader tells it."""
    return None if value != value or value == "" else value


@pytest.mark.parametrize("name", ["gpkg", "shp", "gml"])
def test_a_map_program_finds_what_the_geojson_holds(activity: Activity, tmp_path: Path, name: str) -> None:
    expected = features(written(activity, tmp_path, "geojson"))
    found = features(written(activity, tmp_path, name, crs=4326))
    assert found.keys() == expected.keys()
    for number, (shape, values) in expected.items():
        kept, told = found[number]
        assert kept.equals_exact(shape, 1e-7)
        for field in ("response", "school", "category", "comment", "length_m", "people"):
            assert known(told[field]) == known(values[field])


@pytest.mark.parametrize("name", ["gpkg", "shp", "gml"])
@pytest.mark.parametrize(("crs", "metres"), [(None, 25832), (25833, 25833)])
def test_places_are_in_the_projects_crs_or_in_the_one_asked_for(
    activity: Activity, tmp_path: Path, name: str, crs: int | None, metres: int
) -> None:
    path = written(activity, tmp_path, name, crs=crs)
    assert pyogrio.read_info(path, layer="steder_punkt")["crs"] == f"EPSG:{metres}"
    for shape, values in features(path).values():
        if shape.geom_type == "Point":
            assert (values["e"], values["n"]) == pytest.approx((shape.x, shape.y), abs=0.01)


def test_a_geopackage_has_our_symbols_answers_and_codes(activity: Activity, tmp_path: Path) -> None:
    path = written(activity, tmp_path, "gpkg")
    assert set(pyogrio.list_layers(path)[:, 0]) >= {*LAYERS, "om", "svar", "kodebok", "sammendrag"}
    with closing(sqlite3.connect(path)) as connection:
        ((style,),) = connection.execute("SELECT styleQML FROM layer_styles WHERE f_table_name = 'steder_linje'")
        meanings = "SELECT value FROM gpkg_data_column_constraints WHERE constraint_name = 'steder_punkt_category'"
        codes = {code for (code,) in connection.execute(meanings)}
        ways = {code for (code,) in connection.execute(meanings.replace("category", "mode"))}
    for wanted in ("'road' AND &quot;category&quot; = 'school_road'", "&quot;mode&quot; = 'walk'", "Skoleveien min"):
        assert wanted in style
    assert {"school_road", "unsafe", "good"} <= codes
    assert {"walk", "cycle", "bus"} <= ways


def test_a_published_geopackage_has_hexagons_alone(activity: Activity, tmp_path: Path) -> None:
    path = written(activity, tmp_path, "gpkg", published=True)
    assert set(pyogrio.list_layers(path)[:, 0]) == {"steder_flate", "om", "kodebok", "layer_styles"}
    assert features(path) == {}


def test_a_shapefile_tells_what_it_cut(activity: Activity, tmp_path: Path) -> None:
    with ZipFile(written(activity, tmp_path, "shp")) as packed:
        names = {Path(name).suffix for name in packed.namelist()}
        told = packed.read("LES_MEG.txt").decode("utf-8-sig")
    assert {".shp", ".shx", ".dbf", ".prj", ".cpg"} <= names
    assert "class_sess = class_session\r\n" in told
    assert "class_se_1 = class_session_label\r\n" in told
