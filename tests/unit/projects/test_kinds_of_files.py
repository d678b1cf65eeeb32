"""KML, KMZ, GML, CSV and shapefiles in the encodings that are about."""

from __future__ import annotations

from pathlib import Path

import flask
import numpy as np
import pyogrio
import pytest
import shapely
from openpyxl import Workbook
from werkzeug.datastructures import FileStorage

from participation.decoding import decoded
from participation.errors import Refused
from participation.projects.files import uploads
from participation.projects.files.geofile import read_rows
from participation.projects.files.geojson_check import geometry_problem
from participation.projects.files.georow import Row
from tests.unit.projects.map_files import KML, SQUARE, packed, shapefile

pytestmark = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
VRT = b"<OGRVRTDataSource><OGRVRTLayer name='a'><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"


def rows(folder: Path, name: str, content: bytes) -> list[Row]:
    file = folder / name
    file.write_bytes(content)
    with file.open("rb") as stream:
        return list(read_rows(uploads.path_of(uploads.take(FileStorage(stream, name)))))


def test_kml_and_kmz_are_read(app: flask.Flask, tmp_path: Path) -> None:
    for name, content in (("a.kml", KML.encode()), ("a.KMZ", packed({"doc.kml": KML.encode(), "x.png": b"x"}))):
        (row,) = rows(tmp_path, name, content)
        assert row.attributes["Name"] == "Vadmyra æøå"
        assert row.attributes["kode"] == "7"
        assert row.geometry is not None
        assert row.geometry.bounds == (5.2, 60.3, 5.21, 60.31)


def test_gml_is_read_in_its_own_coordinates(app: flask.Flask, tmp_path: Path) -> None:
    file, shape = tmp_path / "made.gml", shapely.box(297_000, 6_700_000, 298_000, 6_701_000)
    columns = [np.array(["Lone"], dtype=object)]
    pyogrio.raw.write(
        file, np.array([shapely.to_wkb(shape)]), columns, ["navn"], geometry_type="Polygon", crs="EPSG:25832",
        driver="GML", FORMAT="GML3.2",
    )  # fmt: skip
    (row,) = rows(tmp_path, "a.gml", file.read_bytes())
    assert row.geometry is not None
    assert round(row.geometry.centroid.x, 1) == 5.3
    assert row.attributes["navn"] == "Lone"


def gml_with(code: str) -> bytes:
    head = '<c:FeatureCollection xmlns:c="urn:c" xmlns:gml="http://www.opengis.net/gml/3.2">'
    place = '<gml:Point srsName="urn:ogc:def:crs:EPSG::25832"><gml:pos>297000 6700000</gml:pos></gml:Point>'
    member = f"<c:featureMember><c:sone><c:kode>{code}</c:kode><c:geom>{place}</c:geom></c:sone></c:featureMember>"
    return f"{head}{member}</c:FeatureCollection>".encode()


def test_a_code_of_digits_in_gml_is_no_number(app: flask.Flask, tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "a.gml", gml_with("0301"))
    assert row.attributes["kode"] == "0301"


def test_gml_in_a_zip_is_read_without_the_schema_from_elsewhere(app: flask.Flask, tmp_path: Path) -> None:
    members = {"data/soner.gml": gml_with("0301"), "data/soner.xsd": b"<schema", "__MACOSX/._soner.gml": b"x"}
    (row,) = rows(tmp_path, "a.zip", packed(members))
    assert row.attributes["kode"] == "0301"
    assert sorted(file.suffix for file in uploads.uploads_folder().glob("*/file.*")) == [".gml"]


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "cp865", "mac_roman"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_norwegian_letters_of_every_time(app: flask.Flask, tmp_path: Path, encoding: str) -> None:
    text = "navn;lon;lat\nØvre Åsane;5,2;60,3\nGrønnestølen æ;5,3;60,3\nBålplass;5,3;60,3\n"
    assert decoded(text.encode(encoding)) == text
    found = rows(tmp_path, "a.csv", text.encode(encoding))
    assert [row.attributes["navn"] for row in found] == ["Øvre Åsane", "Grønnestølen æ", "Bålplass"]


def test_bytes_that_are_none_make_no_utf_16_of_other_texts(app: flask.Flask) -> None:
    assert decoded(b"navn\0\0\0\0lon\0\0\0\0") == "navn\0\0\0\0lon\0\0\0\0"
    assert [decoded(raw) for raw in (b"", b"a", b"aa")] == ["", "a", "aa"]


def test_utf_16_without_its_mark_in_other_letters(app: flask.Flask) -> None:
    text = "школа;lon;lat\nЛоддефьорд;5,2;60,3\n"
    assert [decoded(text.encode(encoding)) for encoding in ("utf-16-le", "utf-16-be")] == [text, text]


def test_a_csv_column_is_not_hidden_by_another_of_its_name(app: flask.Flask, tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "a.csv", b"lon;lat;svar;svar;svar\n5,2;60,3;ja;nei;\n")
    assert row.attributes == {"lon": "5,2", "lat": "60,3", "svar": "ja", "svar (2)": "nei", "svar (3)": None}


@pytest.mark.parametrize(
    ("encoding", "cpg"),
    [("utf-8", "UTF-8"), ("cp1252", "1252"), ("cp1252", None), ("utf-8", None), ("cp865", None), ("cp1252", "UTF-8")],
)
def test_a_shapefile_with_and_without_its_cpg(app: flask.Flask, tmp_path: Path, encoding: str, cpg: str | None) -> None:
    (row,) = rows(tmp_path, "a.zip", shapefile(tmp_path / "made", "Øvre Åsane æ", encoding, cpg))
    assert row.attributes["navn"] == "Øvre Åsane æ"


def test_a_shapefile_that_lacks_a_part_says_which(app: flask.Flask, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"\.shx"):
        rows(tmp_path, "a.zip", shapefile(tmp_path / "made", "a", "utf-8", without=(".shx",)))


def test_csv_with_outlines_as_wkt(app: flask.Flask, tmp_path: Path) -> None:
    first, second = rows(tmp_path, "a.csv", f'navn;geom\nLone;"{SQUARE.wkt}"\nUten;\n'.encode())
    assert first.geometry is not None
    assert first.geometry.equals(SQUARE)
    assert second.problem


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.sos", b".HODE", "Open the file in QGIS"),
        ("a.xlsx", b"PK", "Save the sheet as CSV"),
        ("a.shp", b"", "Pack its"),
        ("a.exe", b"", "one of these kinds"),
        ("a.kml", VRT, "not what its name says"),
        ("a.gml", VRT, "not what its name says"),
        ("a.zip", packed({"a.gml": VRT}), "not what its name says"),
        ("a.zip", packed({"a.gml": b"<!DOCTYPE a []><FeatureCollection/>"}), "DOCTYPE"),
        ("a.zip", packed({"a.gml": gml_with("1"), "b.gml": gml_with("2")}), "or one GML file"),
        ("a.kml", b"<kml/>" + VRT, "not whole"),
        ("a.kml", b'<!DOCTYPE kml [<!ENTITY a "aaaa">]><kml>&a;</kml>', "DOCTYPE"),
        ("a.kml", KML[:300].encode(), "breaks off or goes wrong in line"),
        ("a.kmz", packed({"a.txt": b"x"}), "holds no map"),
        ("a.kmz", packed({"doc.kml": KML[:100].encode()}), "breaks off"),
        ("a.json", b'{"type":"Topology","objects":{},"arcs":[]}', "TopoJSON"),
        ("a.json", b'{"type":"Table","rows":[]}', "its “type” is “Table” and should be FeatureCollection"),
        ("a.geojson", b'{"type":["Feature"]}', 'is “\\["Feature"]” and should'),
        ("a.geojson", b'{"type":null}', "is “null” and should"),
        ("a.json", b'{"rows":[]}', "it has no “type”, which should be FeatureCollection"),
        (
            "a.geojson",
            b'{"type":"Feature",\n"properties":{"a":"\\ud83d\\ude42 \\\\ud800 x\\uD83D"}}',
            r"“.uD83D” in line 2 is only half",
        ),
        ("a.json", b"[1]", "it has no “type”, which"),
    ],
)
def test_what_is_not_read_is_refused_in_words(
    app: flask.Flask, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    with app.test_request_context(headers={"Accept-Language": "en"}), pytest.raises(Refused, match=told):
        rows(tmp_path, name, content)


@pytest.mark.parametrize(("name", "says"), [("a.sos", "QGIS"), ("a.xlsx", "CSV"), ("a.txt", ".geojson")])
def test_a_file_of_another_kind_says_what_to_do_with_it(app: flask.Flask, tmp_path: Path, name: str, says: str) -> None:
    """On the command line too, which reads whatever GDAL reads."""
    (tmp_path / name).write_bytes(b".HODE\n..TEGNSETT UTF-8\n.SLUTT\n")
    with pytest.raises(Refused, match=says):
        list(read_rows(tmp_path / name))


def test_a_real_workbook_is_said_to_be_one(app: flask.Flask, tmp_path: Path) -> None:
    """GDAL reads it, and sees no places in it."""
    book = Workbook()
    book.active.append(["kategori", "lon", "lat"])
    book.active.append(["Bra", 5.23, 60.36])
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(Refused, match="Lagre arket som CSV"):
        list(read_rows(tmp_path / "a.xlsx"))


def test_what_stands_for_a_geometry_is_told_as_it_stands(app: flask.Flask) -> None:
    for found, told in (
        (False, "false"),
        (["Point"], '["Point"]'),
        ({"type": "Circle"}, "Circle"),
        ({"type": ["Point", 10**20]}, '["Point", 100000000000000000000]'),
    ):
        assert f"«{told}»" in str(geometry_problem(found))
