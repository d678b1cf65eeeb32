from zipfile import ZipFile

import pyogrio
import pytest
from python_calamine import CalamineWorkbook

from exports.formats import FORMATS
from exports.table import KINDS, Column, FeatureTable, Row

TABLE_ROWS = [Row((1, "godt sted"), '{"type":"Point","coordinates":[5.22,60.37]}'), Row((2, None))]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_table_and_tells_how_many_rows(name, tmp_path):
    format_ = FORMATS[name]
    table = FeatureTable("steder", [Column("id", "integer"), Column("comment")], iter(TABLE_ROWS), "id")
    assert format_.name == name
    assert format_.suffix.startswith(".")
    assert "/" in format_.mimetype
    assert format_.write(table, tmp_path / "steder", None, str) == len(TABLE_ROWS)
    assert (tmp_path / "steder").stat().st_size > 0


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_an_empty_table(name, tmp_path):
    table = FeatureTable("steder", [Column("id", "integer")], [])
    assert FORMATS[name].write(table, tmp_path / "steder", "nb", str) == 0


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_text_stands_as_text_in_a_column_of_any_kind(name, kind, tmp_path):
    path = tmp_path / f"fil{FORMATS[name].suffix}"
    table = FeatureTable(
        "Steder", [Column("what", kind, mixed=True)], [Row(("=a b",), '{"type":"Point","coordinates":[5,60]}')]
    )
    FORMATS[name].write(table, path, None, str)
    assert TEXT_IN.get(name, in_gdal)(path) == ("'=a b" if name.startswith("csv") else "=a b")


def in_workbook(path):
    return CalamineWorkbook.from_path(path).get_sheet_by_name("Steder").to_python()[1][0]


def in_csv(path):
    return path.read_text("utf-8-sig").splitlines()[1]


def in_archive(path):
    with ZipFile(path) as packed:
        packed.extractall(path.parent)
    return in_gdal(path.parent / "steder" / "data" / "data.gpkg")


def in_gdal(path):
    meta, _fids, _shapes, fields = pyogrio.raw.read(path)
    return fields[list(meta["fields"]).index("what")].tolist()[0]


def in_zip_of_gml(path):
    return in_gdal(f"/vsizip/{path}/steder.gml")


TEXT_IN = {
    "xlsx": in_workbook,
    "csv": in_csv,
    "csv-comma": in_csv,
    "archive": in_archive,
    "gml-zip": in_zip_of_gml,
}
