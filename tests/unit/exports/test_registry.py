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
    assert format_.write(table, tmp_path / "steder", None) == len(TABLE_ROWS)
    assert (tmp_path / "steder").stat().st_size > 0


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_an_empty_table(name, tmp_path):
    table = FeatureTable("steder", [Column("id", "integer")], [])
    assert FORMATS[name].write(table, tmp_path / "steder", "nb") == 0


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_text_stands_as_text_in_a_column_of_any_kind(name, kind, tmp_path):
    table = FeatureTable("Steder", [Column("what", kind)], [Row(("=a b",), '{"type":"Point","coordinates":[5,60]}')])
    path = tmp_path / "fil"
    FORMATS[name].write(table, path, None)
    if name == "xlsx":
        assert CalamineWorkbook.from_path(path).get_sheet_by_name("Steder").to_python() == [["what"], ["=a b"]]
    else:
        assert ('"=a b"' if name == "geojson" else "\n'=a b\r\n") in path.read_bytes().decode()
