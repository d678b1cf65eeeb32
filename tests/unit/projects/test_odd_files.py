"""Files as spreadsheets and people write them: what cannot be read is told of, and nothing is dropped in silence."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import flask
import numpy as np
import pyogrio
import pytest
import shapely

from participation.errors import Refused
from participation.projects.files import preview
from participation.projects.files.geofile import read_rows
from participation.projects.files.georow import Row
from participation.projects.files.kinds import check_kind

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)


def rows(folder: Path, text: str) -> list[Row]:
    (folder / "a.csv").write_text(text, "utf-8")
    return list(read_rows(folder / "a.csv"))


def test_an_arc_is_the_fault_of_its_row_alone(app: flask.Flask, tmp_path: Path) -> None:
    arc = '"CIRCULARSTRING (5.2 60.3, 5.25 60.35, 5.3 60.3)"'
    point, bent = rows(tmp_path, f'geom;navn\n"POINT (5.2 60.3)";a\n{arc};b\n')
    assert point.problem is None
    assert bent.geometry is None
    assert "uten buer" in (bent.problem or "")


@pytest.mark.parametrize("cells", ["5,32°;60,39°", "297.500,5;6.700.000,25", "Ø 5,32;N 60,39", "5,32;"])
def test_how_coordinates_that_cannot_be_read_are_mended_is_told(app: flask.Flask, tmp_path: Path, cells: str) -> None:
    (row,) = rows(tmp_path, f"lon;lat;navn\n{cells};a\n")
    assert "uten gradtegn og uten tegn mellom tusener" in (row.problem or "")


@pytest.mark.parametrize("cells", [";", " ; ", "NULL;NULL"])
def test_a_row_without_coordinates_is_told_of_as_that(app: flask.Flask, tmp_path: Path, cells: str) -> None:
    (row,) = rows(tmp_path, f"lon;lat;navn\n{cells};a\n")
    assert row.problem == "Raden har ingen koordinater. Gi den noen, eller slett raden."


def test_a_surface_of_triangles_is_told_how_to_be_mended(app: flask.Flask, tmp_path: Path) -> None:
    file = tmp_path / "a.gpkg"
    points = shapely.to_wkb(np.array([shapely.Point(5.2, 60.3)]))
    pyogrio.raw.write(file, points, [], [], geometry_type="Unknown", crs="EPSG:4326", layer="a", SPATIAL_INDEX="NO")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE a SET geom = substr(geom, 1, 8) || ?", [struct.pack("<BII", 1, 16, 0)])
    (row,) = read_rows(file)
    assert row.geometry is None
    assert "som punkter, linjer eller områder" in (row.problem or "")


def test_a_row_with_more_cells_than_headings_is_left_out_and_told_of(app: flask.Flask, tmp_path: Path) -> None:
    """A separator within a text moves all that comes after it by a column."""
    whole, moved = rows(tmp_path, "lon;lat;sagt;antall\n5,2;60,3;fint;2;;\n5,2;60,3;fint; men mørkt;2\n")
    assert (whole.problem, whole.attributes["antall"]) == (None, "2")
    assert moved.geometry is None
    assert "flere celler enn det er overskrifter" in (moved.problem or "")


def test_the_line_that_tells_excel_the_separator_is_no_heading(app: flask.Flask, tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "sep=;\r\nlon;lat;navn\r\n5,2;60,3;a\r\n")
    assert row.geometry is not None
    assert row.attributes["navn"] == "a"


def test_a_layer_of_any_kind_with_heights_is_not_called_damaged(app: flask.Flask, tmp_path: Path) -> None:
    """Its words must not ask for the format that it has."""
    file = tmp_path / "a.gml"
    one = '<n:a xmlns:n="n" xmlns:g="http://www.opengis.net/gml"><n:geom>%s</n:geom></n:a>'
    point = '<g:Point srsDimension="3"><g:pos>5.2 60.3 1</g:pos></g:Point>'
    line = '<g:LineString srsDimension="3"><g:posList>5.2 60.3 1 5.3 60.3 1</g:posList></g:LineString>'
    members = "".join(f"<g:featureMember>{one % shape}</g:featureMember>" for shape in (point, line))
    file.write_text(f'<g:FeatureCollection xmlns:g="http://www.opengis.net/gml">{members}</g:FeatureCollection>')
    with pytest.raises(Refused, match="uten Z og M"):
        list(read_rows(file))


def test_the_coordinate_system_that_a_link_names_is_named(app: flask.Flask, tmp_path: Path) -> None:
    file = tmp_path / "a.geojson"
    crs = '{"type": "link", "properties": {"href": "https://x.example/crs"}}'
    file.write_text(f'{{"type": "FeatureCollection", "features": [], "crs": {crs}}}')
    with pytest.raises(Refused, match=r"«https://x\.example/crs»"):
        list(read_rows(file))


def test_the_line_that_should_name_the_columns_is_shown(app: flask.Flask, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="første linje, som er: Registreringer 2026;;"):
        rows(tmp_path, "Registreringer 2026;;\nlon;lat;navn\n5,2;60,3;a\n")


@pytest.mark.parametrize("before", ["", "\x1e"])
def test_json_with_a_feature_a_line_is_told_of_as_that(app: flask.Flask, tmp_path: Path, before: str) -> None:
    """Not as a fault in line 2."""
    feature = '{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [5.2, 60.3]}}\n'
    (tmp_path / "a.geojson").write_text(f"{before}{feature}{before}{feature}", "utf-8")
    with pytest.raises(Refused, match="Hver linje i filen er JSON for seg"):
        list(read_rows(tmp_path / "a.geojson"))


def test_what_is_saved_with_a_feature_a_line_is_sent_to_qgis(app: flask.Flask) -> None:
    with pytest.raises(Refused, match=r"\.geojsonl leses ikke her"):
        check_kind(".geojsonl")


def test_a_file_that_is_too_large_says_what_there_is_too_much_of(
    app: flask.Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = rows(tmp_path, "lon;lat;navn\n" + "5,2;60,3;a\n" * 4)
    monkeypatch.setattr(preview, "MOST_ROWS", 3)
    with pytest.raises(Refused, match="4 rader, og det kan tas inn høyst 3 om gangen"):
        preview.check_size(some)
    monkeypatch.setattr(preview, "MOST_ROWS", 4)
    monkeypatch.setattr(preview, "MOST_CORNERS", 3)
    with pytest.raises(Refused, match="forenkle omrissene"):
        preview.check_size(some)
